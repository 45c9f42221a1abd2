import { deflateSync, gunzipSync, gzipSync, inflateSync, crc32 as zlibCrc32 } from 'node:zlib'
import { PassportError } from './errors.ts'

/** Compresses with gzip (RFC 1952). The same bytes always give the same result. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9 })
}

/** Unpacks gzip and stops at `maxBytes`, so that a small bomb cannot fill the memory. */
export function gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    throw new PassportError('status.malformed', 'The compressed content is damaged or too large.', { cause })
  }
}

/** Unpacks what zlib compressed (RFC 1950) and stops at `maxBytes`, so that a small bomb cannot fill the memory. */
export function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    throw new PassportError('status.malformed', 'The compressed content is damaged or too large.', { cause })
  }
}

/** Compresses as zlib does (RFC 1950), as the pixels of a PNG and the statuses of a Token Status List are. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes)
}

/** The check value of a PNG chunk or of a ZIP entry (ISO 3309), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  return zlibCrc32(bytes)
}
