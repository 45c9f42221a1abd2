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

/** Base58 has no place boundaries, so decoding costs the square of the length: the longest we accept is an RSA key. */
const BASE58_MAX = 800

/** Bytes in base58 with Bitcoin's alphabet. */
export function base58Encode(bytes: Uint8Array): string {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  let text = ''
  for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)] + text
  for (const byte of bytes) {
    if (byte !== 0) break
    text = `1${text}`
  }
  return text
}

/** Reads base58 with Bitcoin's alphabet; refuses other characters and more than 800 of them. */
export function base58Decode(text: string): Uint8Array {
  if (text.length > BASE58_MAX) throw new PassportError('request.invalid', 'This base58 text is too long.')
  let value = 0n
  for (const char of text) {
    const digit = ALPHABET.indexOf(char)
    if (digit < 0) throw new PassportError('request.invalid', 'This is not base58.')
    value = value * 58n + BigInt(digit)
  }
  const digits = value === 0n ? '' : value.toString(16)
  const body = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex')
  const zeros = text.length - text.replace(/^1+/, '').length
  return Uint8Array.from([...new Uint8Array(zeros), ...body])
}
