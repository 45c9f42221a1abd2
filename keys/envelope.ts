import { hkdfSync } from 'node:crypto'
import { PassportError } from '#platform'
import { type AesKey, decrypt, encrypt } from './aes-gcm.ts'

/** What a sealed thing is, whose, and which: it opens only where all of these are the same. */
export interface Label {
  purpose: string
  owner: string
  id: string
  /** Of the key or content named, where it has several; 1 otherwise. */
  version?: number
}

/** Of the sealed form itself: its first byte. */
const FORM = 1
const NONCE_END = 13
const TAG_END = 29

/**
 * Seals bytes with AES-256-GCM. The result is a byte that names the form, the nonce of 12 bytes, the tag of 16 and the
 * ciphertext.
 */
export function sealBytes(key: AesKey, label: Label, bytes: Uint8Array): Uint8Array {
  const { nonce, tag, ciphertext } = encrypt(key, associatedData(label), bytes)
  return Buffer.concat([Uint8Array.of(FORM), nonce, tag, ciphertext])
}

/** Opens what `sealBytes` sealed. Refuses another key, another label, and anything that was changed. */
export function openBytes(key: AesKey, label: Label, sealed: Uint8Array): Uint8Array {
  try {
    if (sealed[0] !== FORM) throw new Error('not a sealed thing of this form')
    const nonce = sealed.subarray(1, NONCE_END)
    const tag = sealed.subarray(NONCE_END, TAG_END)
    return decrypt(key, associatedData(label), { nonce, tag, ciphertext: sealed.subarray(TAG_END) })
  } catch (cause) {
    const message = `The sealed ${label.purpose} was changed, or belongs to another owner or key.`
    throw new PassportError('keys.unavailable', message, { cause })
  }
}

/** A key for one purpose, made from the key-encryption key (RFC 5869), so that no key serves two. */
export function deriveKey(keyEncryptionKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', keyEncryptionKey, new Uint8Array(0), `skills-passport/v1/${purpose}`, 32))
}

/** As JSON, so that no owner's name can be written to look like another owner and another id. */
function associatedData({ purpose, owner, id, version = 1 }: Label): Buffer {
  return Buffer.from(JSON.stringify([purpose, owner, id, version]))
}
