import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { derOfSignature, signatureOfDer } from './ecdsa-encoding.ts'
import { base64urlDecode } from './encoding.ts'
import { type KeyAlgorithm, keyObject, type PublicKey } from './public-key.ts'

/** The algorithms that sign one text of bytes; BBS signs several messages and is in `bbs.ts`. */
export type BytesAlgorithm = Exclude<KeyAlgorithm, 'BBS'>

const DIGESTS = { EdDSA: null, ES256: 'sha256', ES384: 'sha384', RS256: 'sha256' } as const

/** How long a signature is, in bytes. ECDSA's are r and s side by side (IEEE P1363); RSA's are as long as the key. */
export const SIGNATURE_LENGTH = { EdDSA: 64, ES256: 64, ES384: 96, RS256: null } as const

/** Whether a signature over bytes is good under a key. Any malformed key or signature is simply not good. */
export function verifySignature(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  const { algorithm } = key
  if (algorithm === 'BBS' || signature.length !== (SIGNATURE_LENGTH[algorithm] ?? signature.length)) return false
  try {
    return verify(DIGESTS[algorithm], bytes, keyObject(key), isEcdsa(algorithm) ? derOfSignature(signature) : signature)
  } catch {
    return false
  }
}

/** Signs bytes with a private key that `readPrivateKey` gave. */
export function signBytes(algorithm: BytesAlgorithm, key: KeyObject, bytes: Uint8Array): Uint8Array {
  const signature = sign(DIGESTS[algorithm], bytes, key)
  return isEcdsa(algorithm) ? signatureOfDer(signature, SIGNATURE_LENGTH[algorithm] / 2) : signature
}

function isEcdsa(algorithm: BytesAlgorithm): algorithm is 'ES256' | 'ES384' {
  return algorithm === 'ES256' || algorithm === 'ES384'
}

/** Makes a key pair. The private key is PKCS #8 in DER, the public one as `PublicKey` writes it. */
export function generateKeyPair(algorithm: BytesAlgorithm): { privateKey: Uint8Array; publicKey: Uint8Array } {
  const { privateKey, publicKey } = makePair(algorithm)
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: publicBytes(algorithm, publicKey),
  }
}

/** Reads PKCS #8 without leaving a copy of it behind. */
export function readPrivateKey(bytes: Uint8Array): KeyObject {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** The public key that belongs to a private one. */
export function publicKeyOfPrivate(algorithm: BytesAlgorithm, privateKey: KeyObject): Uint8Array {
  return publicBytes(algorithm, createPublicKey(privateKey))
}

function makePair(algorithm: BytesAlgorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519')
  if (algorithm === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 })
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'P-256' : 'P-384' })
}

function publicBytes(algorithm: BytesAlgorithm, publicKey: KeyObject): Uint8Array {
  if (algorithm === 'RS256') return publicKey.export({ format: 'der', type: 'pkcs1' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const across = base64urlDecode(x)
  return algorithm === 'EdDSA' ? across : Uint8Array.of(2 + ((base64urlDecode(y).at(-1) ?? 0) & 1), ...across)
}
