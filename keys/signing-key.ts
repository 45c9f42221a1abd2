import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Signer, SigningAlgorithm } from '#credential'
import { base58Encode, base64url, base64urlDecode, p256Coordinates } from '#platform'

/** A public key in the forms that DID documents and JOSE want. */
export interface PublicKeyForms {
  algorithm: SigningAlgorithm
  /** Multikey (Controlled Identifiers §2.2.2). */
  publicKeyMultibase: string
  publicKeyJwk: { kty: 'OKP'; crv: 'Ed25519'; x: string } | { kty: 'EC'; crv: 'P-256'; x: string; y: string }
}

/** Multicodec prefixes: ed25519-pub and p256-pub as varints. */
const PREFIX = { EdDSA: [0xed, 0x01], ES256: [0x80, 0x24] } as const

/** Makes a key pair. The private key is PKCS #8 in DER; the public one is 32 bytes, or a compressed point of 33. */
export function generateSigningKey(algorithm: SigningAlgorithm): { privateKey: Uint8Array; publicKey: Uint8Array } {
  const pair =
    algorithm === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const privateKey = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: publicBytes(pair.publicKey, algorithm) }
}

/** Writes a public key in its published forms. */
export function publicForms(algorithm: SigningAlgorithm, publicKey: Uint8Array): PublicKeyForms {
  const publicKeyMultibase = `z${base58Encode(Uint8Array.of(...PREFIX[algorithm], ...publicKey))}`
  if (algorithm === 'EdDSA') {
    return { algorithm, publicKeyMultibase, publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: base64url(publicKey) } }
  }
  const { x, y } = p256Coordinates(publicKey)
  const publicKeyJwk = { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) } as const
  return { algorithm, publicKeyMultibase, publicKeyJwk }
}

/** A signer over a private key. The key is in its closure and comes out nowhere. */
export function signerOver(algorithm: SigningAlgorithm, privateKey: Uint8Array, verificationMethod: string): Signer {
  const key = privateKeyObject(privateKey)
  return {
    id: verificationMethod,
    algorithm,
    sign: async (bytes) =>
      algorithm === 'EdDSA' ? sign(null, bytes, key) : sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
  }
}

/** The public key that belongs to a private one. */
export function publicKeyOfPrivate(algorithm: SigningAlgorithm, privateKey: Uint8Array): Uint8Array {
  const key = privateKeyObject(privateKey)
  return publicBytes(createPublicKey(key), algorithm)
}

/** Reads PKCS #8 without leaving a copy of it behind. */
function privateKeyObject(bytes: Uint8Array): KeyObject {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function publicBytes(publicKey: KeyObject, algorithm: SigningAlgorithm): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const across = base64urlDecode(x)
  if (algorithm === 'EdDSA') return across
  return Uint8Array.of(2 + ((base64urlDecode(y).at(-1) ?? 0) & 1), ...across)
}
