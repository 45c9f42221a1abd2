import { PassportError } from './errors.ts'

/** Bytes as lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Bytes or a text's UTF-8 as base64url without padding (RFC 4648 §5). */
export function base64url(input: Uint8Array | string): string {
  return Buffer.from(input as Uint8Array).toString('base64url')
}

/** Reads base64url without padding, and refuses what another encoder would not have written (RFC 4648 §3.5). */
export function base64urlDecode(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) throw new PassportError('request.invalid', 'This is not base64url.')
  return bytes
}

/** Bytes as base64 with padding (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** Reads base64 with padding, and refuses what another encoder would not have written (RFC 4648 §3.5). */
export function base64Decode(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new PassportError('request.invalid', 'This is not base64.')
  return bytes
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** What each character of the alphabet counts, by its code; -1 for any other. */
const DIGITS = Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))

/** Base58 has no place boundaries, so decoding costs the square of the length: the longest we accept is an RSA key. */
const BASE58_MAX = 800

/** Three bytes and four base58 digits fit into one number with room to multiply: 2^24 · 58^4 is less than 2^53. */
const BYTES_AT_ONCE = 3
const DIGITS_AT_ONCE = 4
const BYTES_BASE = 256 ** BYTES_AT_ONCE
const DIGITS_BASE = 58 ** DIGITS_AT_ONCE

/** Bytes in base58 with Bitcoin's alphabet. */
export function base58Encode(bytes: Uint8Array): string {
  const limbs: number[] = []
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    const end = Math.min(at + BYTES_AT_ONCE, bytes.length)
    let value = 0
    for (let place = at; place < end; place++) value = value * 256 + (bytes[place] ?? 0)
    multiplyAndAdd(limbs, DIGITS_BASE, 256 ** (end - at), value)
  }
  const digits = limbs.map(fourDigits).reverse().join('').replace(/^1+/, '')
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return '1'.repeat(zeros < 0 ? bytes.length : zeros) + digits
}

/** Reads base58 with Bitcoin's alphabet; refuses other characters and more than 800 of them. */
export function base58Decode(text: string): Uint8Array {
  if (text.length > BASE58_MAX) throw new PassportError('request.invalid', 'This base58 text is too long.')
  const limbs: number[] = []
  let zeros = 0
  while (text[zeros] === '1') zeros++
  for (let at = zeros; at < text.length; at += DIGITS_AT_ONCE) {
    const end = Math.min(at + DIGITS_AT_ONCE, text.length)
    let value = 0
    for (let place = at; place < end; place++) {
      const digit = DIGITS[text.charCodeAt(place)] ?? -1
      if (digit < 0) throw new PassportError('request.invalid', 'This is not base58.')
      value = value * 58 + digit
    }
    multiplyAndAdd(limbs, BYTES_BASE, 58 ** (end - at), value)
  }
  return bytesOf(limbs, zeros)
}

/** A number's bytes, the greatest first and none of them empty at the beginning, after so many that are zero. */
function bytesOf(limbs: readonly number[], zeros: number): Uint8Array {
  const greatest = limbs.at(-1) ?? 0
  const length = limbs.length * BYTES_AT_ONCE - (greatest === 0 ? 0 : (Math.clz32(greatest) - 8) >> 3)
  const bytes = new Uint8Array(zeros + length)
  for (let place = 0; place < length; place++) {
    const limb = limbs[Math.floor(place / BYTES_AT_ONCE)] ?? 0
    bytes[bytes.length - 1 - place] = limb >> (8 * (place % BYTES_AT_ONCE))
  }
  return bytes
}

/** Multiplies a number and adds to it. It is written in a base, its least part first, and grows as it must. */
function multiplyAndAdd(limbs: number[], base: number, factor: number, addend: number): void {
  let carry = addend
  for (let place = 0; place < limbs.length; place++) {
    const value = (limbs[place] ?? 0) * factor + carry
    carry = Math.floor(value / base)
    limbs[place] = value - carry * base
  }
  for (; carry > 0; carry = Math.floor(carry / base)) limbs.push(carry % base)
}

function fourDigits(limb: number): string {
  let text = ''
  for (let rest = limb; text.length < DIGITS_AT_ONCE; rest = Math.floor(rest / 58)) text = ALPHABET[rest % 58] + text
  return text
}
