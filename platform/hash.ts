import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { base58Encode } from './encoding.ts'

/** SHA-256 of bytes, or of a text's UTF-8. */
export function sha256(input: Uint8Array | string): Uint8Array {
  return hash('sha256', input, 'buffer')
}

/** SHA-384 of bytes, or of a text's UTF-8. */
export function sha384(input: Uint8Array | string): Uint8Array {
  return hash('sha384', input, 'buffer')
}

/** SHA-512 of bytes, or of a text's UTF-8. */
export function sha512(input: Uint8Array | string): Uint8Array {
  return hash('sha512', input, 'buffer')
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Hex(input: Uint8Array | string): string {
  return hash('sha256', input, 'hex')
}

/** SHA-384 as 96 lower-case hexadecimal digits. */
export function sha384Hex(input: Uint8Array | string): string {
  return hash('sha384', input, 'hex')
}

/** HMAC-SHA-256, for looking up a secret or an address without storing it. */
export function hmacSha256(key: Uint8Array, input: Uint8Array | string): Uint8Array {
  return createHmac('sha256', key).update(input).digest()
}

/** A digest as VC Data Integrity §2.6 writes `digestMultibase`: base58btc of a SHA-256 multihash. */
export function digestMultibase(input: Uint8Array | string): string {
  return `z${base58Encode(Uint8Array.of(0x12, 0x20, ...sha256(input)))}`
}

/** Compares without telling, by its time, how much of a secret was right. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

/**
 * The UUID of a name, always the same for the same name (RFC 9562 §5.5, version 5, in the namespace of URLs). It tells names
 * apart and guards nothing: SHA-1 is what the version says.
 */
export function nameUuid(name: string): string {
  const digest = hash('sha1', Buffer.concat([URL_NAMESPACE, Buffer.from(name)]), 'buffer').subarray(0, 16)
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')
