import { createPrivateKey, generateKeyPairSync, sign as nodeSign } from 'node:crypto'
import type { Signer, SigningAlgorithm } from '#credential'
import { base58Encode, base64urlDecode } from '#platform'

/** A key pair made on the spot, as a did:key, with the signer that a test needs. */
export function makeSigner(algorithm: SigningAlgorithm = 'EdDSA'): { did: string; signer: Signer; multibase: string } {
  const { privateKey, publicKey } =
    algorithm === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const x = base64urlDecode(String(jwk.x))
  const multicodec =
    algorithm === 'EdDSA'
      ? Uint8Array.of(0xed, 0x01, ...x)
      : Uint8Array.of(0x80, 0x24, 2 + ((base64urlDecode(String(jwk.y))[31] ?? 0) & 1), ...x)
  const multibase = `z${base58Encode(multicodec)}`
  const did = `did:key:${multibase}`
  const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const sign = async (bytes: Uint8Array) =>
    algorithm === 'EdDSA' ? nodeSign(null, bytes, key) : nodeSign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
  return { did, multibase, signer: { id: `${did}#${multibase}`, algorithm, sign } }
}
