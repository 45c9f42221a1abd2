import { type UnzipFileInfo, unzipSync } from 'fflate'
import { PassportError } from '#platform'

/** What an archive may be at most: enough for any export of ours, and bounded before anything is unpacked. */
export const ARCHIVE_LIMITS = { entries: 5_000, ratio: 100, bytes: 200 * 1024 * 1024, entryBytes: 1024 * 1024 }

/** Entries smaller than this may be packed as tightly as they like. */
const SMALL = 4_096

/** Whether bytes begin as a ZIP does (APPNOTE §4.3.7), or are an empty one. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * The credential files in a ZIP, in memory; their names are for people and lead to no file. Refuses, by what its index
 * says and before unpacking, one with too many entries, too large or packed too tightly; an entry that holds more than
 * its index says is cut off there.
 */
export function readArchive(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  const seen = { entries: 0, bytes: 0 }
  let found: Record<string, Uint8Array>
  try {
    found = unzipSync(bytes, { filter: (entry) => admit(entry, seen) })
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw new PassportError('media.unsupported', 'This ZIP file is damaged, or of a kind that we cannot read.', {
      cause,
    })
  }
  const entries = Object.entries(found).map(([name, content]) => ({ name, bytes: content }))
  if (entries.length === 0) throw new PassportError('media.unsupported', 'There is no credential in this ZIP file.')
  return entries
}

function admit({ name, size, originalSize }: UnzipFileInfo, seen: { entries: number; bytes: number }): boolean {
  seen.entries += 1
  seen.bytes += originalSize
  if (seen.entries > ARCHIVE_LIMITS.entries) {
    throw tooLarge(`holds more than ${ARCHIVE_LIMITS.entries} files`)
  }
  if (seen.bytes > ARCHIVE_LIMITS.bytes) throw tooLarge('would unpack to more than 200 MiB')
  if (originalSize > SMALL && originalSize > size * ARCHIVE_LIMITS.ratio)
    throw tooLarge('is packed suspiciously tightly')
  return isCredentialFile(name) && originalSize <= ARCHIVE_LIMITS.entryBytes
}

/** Our export keeps credentials in a folder of their own; an archive of another make may have them anywhere. */
function isCredentialFile(name: string): boolean {
  return /\.(?:json|jwt)$/i.test(name) && !NOT_CREDENTIALS.has(name) && !name.startsWith('__MACOSX/')
}

/** What else our export holds. */
const NOT_CREDENTIALS = new Set(['account.json', 'shares.json', 'view-log.json'])

const tooLarge = (why: string) => new PassportError('request.tooLarge', `This ZIP file ${why}.`)
