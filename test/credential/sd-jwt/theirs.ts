import { digest, generateSalt } from '@sd-jwt/crypto-nodejs'
import { type SDJWTVCConfig, SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { exportJWK, generateKeyPair } from 'jose'
import { didKeyOf } from '#credential'
import { type Json, type JsonObject, jwkOf, publicKeyOfJwk } from '#platform'

/** An issuer, or a holder, that knows nothing of ours: @sd-jwt with the Web Crypto API. */
export async function makeTheirs() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const key = publicKeyOfJwk(jwk as JsonObject)
  if (key === null) throw new Error('no key')
  const sign = async (data: string) => {
    const signature = await crypto.subtle.sign(ALGORITHM, privateKey, new TextEncoder().encode(data))
    return Buffer.from(signature).toString('base64url')
  }
  const verify = async (data: string, signature: string) =>
    crypto.subtle.verify(ALGORITHM, publicKey, Buffer.from(signature, 'base64url'), new TextEncoder().encode(data))
  const did = didKeyOf(key)
  return { did, kid: `${did}#${did.slice('did:key:'.length)}`, jwk: jwkOf(key), sign, verify }
}

export type Theirs = Awaited<ReturnType<typeof makeTheirs>>

const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' }

/** The library as its user sets it up: for an issuer, or for a holder with a key of their own. */
export function instanceOf(issuer: Theirs, holder?: Theirs, more: SDJWTVCConfig = {}): SDJwtVcInstance {
  return new SDJwtVcInstance({
    ...more,
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    signer: issuer.sign,
    signAlg: 'ES256',
    verifier: issuer.verify,
    ...(holder === undefined ? {} : { kbSigner: holder.sign, kbSignAlg: 'ES256', kbVerifier: holder.verify }),
  })
}

/** A frame of that library from paths to what may be left out. */
export function frameOf(paths: readonly (readonly (string | number)[])[], decoys = 0): object {
  const root: Record<string, unknown> = decoys === 0 ? {} : { _sd_decoy: decoys }
  for (const path of paths) {
    let frame = root
    for (const step of path.slice(0, -1)) {
      const inner = (frame[step] ?? {}) as Record<string, unknown>
      frame[step] = inner
      frame = inner
    }
    frame._sd = [...((frame._sd as Json[] | undefined) ?? []), path.at(-1) ?? '']
  }
  return root
}
