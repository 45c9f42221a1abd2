/**
 * The two ways to write an ECDSA signature: r and s side by side, as credentials have it (IEEE P1363), and as two DER
 * integers (RFC 3279 §2.2.3), which is what OpenSSL works with. Node converts between them too, but told so for each
 * signature it takes half as long again as for the signature itself.
 */

const SEQUENCE = 0x30
const INTEGER = 0x02

/** DER of r and s side by side, up to 48 bytes each. */
export function derOfSignature(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2
  const [rStart, sStart] = [startOf(signature, 0, half), startOf(signature, half, 2 * half)]
  const der = new Uint8Array(2 + lengthOf(signature, rStart, half) + lengthOf(signature, sStart, 2 * half))
  der[0] = SEQUENCE
  der[1] = der.length - 2
  const after = writeInteger(der, 2, signature, rStart, half)
  writeInteger(der, after, signature, sStart, 2 * half)
  return der
}

/** r and s side by side, each of so many bytes, of a signature in DER that OpenSSL made. */
export function signatureOfDer(der: Uint8Array, size: number): Uint8Array {
  const signature = new Uint8Array(2 * size)
  let at = 2
  for (const end of [size, 2 * size]) {
    const length = der[at + 1] ?? 0
    const start = at + 2
    // A zero before a high bit only says that the number is positive.
    const digits = der.subarray(length > size ? start + length - size : start, start + length)
    signature.set(digits, end - digits.length)
    at = start + length
  }
  return signature
}

/** Where a number begins, its leading zeros aside; at least its last byte is left. */
function startOf(bytes: Uint8Array, from: number, end: number): number {
  let start = from
  while (start < end - 1 && bytes[start] === 0) start++
  return start
}

const isHigh = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) >= 0x80

/** With its two bytes before it, and a zero where its first bit would make it negative. */
function lengthOf(bytes: Uint8Array, start: number, end: number): number {
  return 2 + (isHigh(bytes, start) ? 1 : 0) + end - start
}

function writeInteger(der: Uint8Array, at: number, bytes: Uint8Array, start: number, end: number): number {
  const length = lengthOf(bytes, start, end)
  der[at] = INTEGER
  der[at + 1] = length - 2
  der.set(bytes.subarray(start, end), at + length - (end - start))
  return at + length
}
