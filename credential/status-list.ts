import { base64url, base64urlDecode, gunzip, gzip, type JsonObject, PassportError } from '#platform'
import { formatDateTime } from './dates.ts'

/** The fewest entries a list may have, so that looking one up tells nobody which (Bitstring Status List §2.2, §5.2). */
export const STATUS_LIST_LENGTH = 131_072

/** How long a copy of our lists may be used, in milliseconds. */
export const STATUS_LIST_TTL_MS = 5 * 60 * 1000

const MAX_INFLATED = 16 * 1024 * 1024

export type StatusPurpose = 'revocation' | 'suspension'

/** Packs a bit string as `encodedList` (Bitstring Status List §3.3). */
export function encodeBits(bits: Uint8Array): string {
  return `u${base64url(gzip(bits))}`
}

/**
 * Unpacks an `encodedList` (§3.4). Throws `status.malformed`, also for a list that is too short, or of more bytes than it may
 * have at the most.
 */
export function decodeBits(encoded: string, most = MAX_INFLATED): Uint8Array {
  if (!encoded.startsWith('u')) throw new PassportError('status.malformed', 'The list is not in base64url.')
  return unpack(encoded.slice(1), most)
}

/** The same of a StatusList2021, which says nothing before it and only "base64" (Status List 2021 §4.4). */
export function decodeBits2021(encoded: string): Uint8Array {
  return unpack(
    encoded
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, ''),
  )
}

function unpack(encoded: string, most = MAX_INFLATED): Uint8Array {
  const bits = gunzip(decoded(encoded), most)
  if (bits.length * 8 < STATUS_LIST_LENGTH) throw new PassportError('status.malformed', 'The list is too short.')
  return bits
}

function decoded(text: string): Uint8Array {
  try {
    return base64urlDecode(text)
  } catch (cause) {
    throw new PassportError('status.malformed', 'The list is not in base64url.', { cause })
  }
}

/** The bit at an index, or null beyond the end. The specification counts from the left: bit 0 is the highest of byte 0. */
export function readBit(bits: Uint8Array, index: number): boolean | null {
  // Not `index >> 3`: that is of 32 bits, by which an index far beyond the end would come out within.
  const byte = bits[Math.floor(index / 8)]
  return byte === undefined ? null : (byte & (0x80 >> (index & 7))) !== 0
}

/** The value of an entry that is several bits wide, the highest first (§3.2, step 12), or null beyond the end. */
export function readValue(bits: Uint8Array, index: number, size: number): number | null {
  let value = 0
  for (let at = index * size; at < (index + 1) * size; at += 1) {
    const bit = readBit(bits, at)
    if (bit === null) return null
    value = value * 2 + (bit ? 1 : 0)
  }
  return value
}

/** Sets or clears the bit at an index, in place. */
export function writeBit(bits: Uint8Array, index: number, value: boolean): void {
  const mask = 0x80 >> (index & 7)
  const byte = bits[index >> 3]
  if (byte === undefined) throw new PassportError('status.malformed', 'The index lies beyond the list.')
  bits[index >> 3] = value ? byte | mask : byte & ~mask
}

/** A status list as an unsigned credential (§2.2). It is signed by the issuer of the credentials that point to it. */
export function statusListCredential(options: {
  url: string
  issuer: string
  purpose: StatusPurpose
  bits: Uint8Array
  validFrom: Date
  validUntil: Date
}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: options.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: options.issuer,
    validFrom: formatDateTime(options.validFrom),
    validUntil: formatDateTime(options.validUntil),
    credentialSubject: {
      id: `${options.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: options.purpose,
      ttl: STATUS_LIST_TTL_MS,
      encodedList: encodeBits(options.bits),
    },
  }
}

/** The entry by which a credential points to its place in a list (§2.1). */
export function statusListEntry(url: string, purpose: StatusPurpose, index: number): JsonObject {
  return {
    id: `${url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: url,
  }
}
