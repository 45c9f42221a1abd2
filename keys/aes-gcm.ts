import { createCipheriv, createDecipheriv, KeyObject, randomBytes } from 'node:crypto'

const KEY = 32
const NONCE = 12
const TAG = 16

/** What AES-256-GCM makes of a plaintext (NIST SP 800-38D): the nonce it used, the tag, and as many bytes as went in. */
export interface Encrypted {
  nonce: Uint8Array
  tag: Uint8Array
  ciphertext: Uint8Array
}

/** A key as bytes, or as an object, which is faster where it is used often. */
export type AesKey = Uint8Array | KeyObject

/** Encrypts under a fresh random 96-bit nonce. With random nonces one key may seal 2^32 things (§8.3). */
export function encrypt(key: AesKey, associatedData: Uint8Array, plaintext: Uint8Array): Encrypted {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(associatedData)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return { nonce, tag: cipher.getAuthTag(), ciphertext }
}

/** Decrypts, and throws where anything differs: the key, the associated data, a bit of the rest, or a length of ours. */
export function decrypt(key: AesKey, associatedData: Uint8Array, { nonce, tag, ciphertext }: Encrypted): Uint8Array {
  if (lengthOf(key) !== KEY || nonce.length !== NONCE || tag.length !== TAG) throw new Error('not a length that we use')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    .setAAD(associatedData)
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}

function lengthOf(key: AesKey): number | undefined {
  return key instanceof KeyObject ? key.symmetricKeySize : key.length
}
