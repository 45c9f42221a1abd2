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
