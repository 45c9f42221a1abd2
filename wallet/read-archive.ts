import { setImmediate as others } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { isLogEvidenceName, logEvidenceName } from '#credential'
import { PassportError } from '#platform'

/** What an archive may be at most. Any export of ours is well within, however large the passport is. */
export const ARCHIVE_LIMITS = { entries: 20_000, bytes: 200 * 1024 * 1024, entryBytes: 4 * 1024 * 1024 }

/** So much is unpacked before others have their turn. */
const SLICE = { entries: 200, bytes: 4 * 1024 * 1024 }

/** A file in an archive: what is in it, or why it was not looked at. */
export type ArchiveEntry =
  | { name: string; bytes: Uint8Array; logEvidence?: Uint8Array | undefined }
  | { name: string; problem: PassportError }
  | { name: string; leftOut: string }

interface Listed {
  name: string
  index: number
  size: number
  /** The evidence of its issuer's log, in a file beside it. */
  logEvidence?: Listed
}

/** Whether bytes begin as a ZIP does (APPNOTE §4.3.7), or are an empty one. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** How many files are in a ZIP. Throws where it cannot be read, or is too much. */
export function countEntries(bytes: Uint8Array): number {
  return list(bytes).length
}

/**
 * Every file in a ZIP, in memory and one after the other; their names are for people and lead to no file. Refuses, by
 * what its index says and before anything is unpacked, one with too many entries or too much in them; how tightly an
 * entry is packed says nothing. An entry that holds more than its index says is cut off there.
 */
export async function* readArchive(bytes: Uint8Array): AsyncGenerator<ArchiveEntry, void> {
  const listed = list(bytes)
  let slice: Listed[] = []
  for (const entry of listed) {
    const why = whyNot(entry)
    if (why === null) {
      if (!isRoomFor(entry, slice)) {
        yield* unpack(bytes, slice)
        slice = []
        await others()
      }
      slice.push(entry)
    } else {
      yield { name: entry.name, ...why }
    }
  }
  yield* unpack(bytes, slice)
}

function list(bytes: Uint8Array): Listed[] {
  const listed: Listed[] = []
  let index = 0
  let total = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        if (index >= ARCHIVE_LIMITS.entries) {
          throw tooLarge(`holds more than ${ARCHIVE_LIMITS.entries.toLocaleString('en-GB')} files`)
        }
        if (total > ARCHIVE_LIMITS.bytes) throw tooLarge('would unpack to more than 200 MiB')
        if (!name.endsWith('/')) listed.push({ name, index, size: originalSize })
        index++
        return false
      },
    })
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    const message = 'This ZIP file is damaged, or of a kind that we cannot read.'
    throw new PassportError('media.unsupported', message, { cause })
  }
  if (listed.length === 0) throw new PassportError('media.unsupported', 'There is nothing in this ZIP file.')
  return withEvidence(listed)
}

/** Each entry together with the evidence that lies beside it under its name. */
function withEvidence(listed: readonly Listed[]): Listed[] {
  const evidence = new Map(
    listed.filter(({ name, size }) => isLogEvidenceName(name) && size <= EVIDENCE_BYTES).map((one) => [one.name, one]),
  )
  const taken = new Set<Listed>()
  const paired = listed.map((one) => {
    const logEvidence = isLogEvidenceName(one.name) ? undefined : evidence.get(logEvidenceName(one.name))
    if (logEvidence === undefined) return one
    taken.add(logEvidence)
    return { ...one, logEvidence }
  })
  return paired.filter((one) => !taken.has(one))
}

/** Evidence is some kilobytes: a checkpoint with its signatures, and at most 53 hashes. */
const EVIDENCE_BYTES = 64 * 1024

function whyNot({ name, size }: Listed): { leftOut: string } | { problem: PassportError } | null {
  if (BESIDES.has(name)) return { leftOut: 'It belongs to a saved passport, and is no credential.' }
  if (!/\.(?:json|jsonld|jwt|png|svg|csv)$/i.test(name) || name.startsWith('__MACOSX/')) {
    return { leftOut: 'It is no credential: the names of those end in .json, .jsonld, .jwt, .png, .svg or .csv.' }
  }
  if (size <= ARCHIVE_LIMITS.entryBytes) return null
  return { problem: new PassportError('request.tooLarge', 'It is larger than 4 MiB, which no credential is.') }
}

/** What else our export holds. */
const BESIDES = new Set([
  ...['README.txt', 'index.html', 'account.json', 'shares.json', 'view-log.json', 'passport.pdf', 'passport.csv'],
])

/** Entries of the same name are unpacked apart: together, one of them would be lost. */
function isRoomFor(entry: Listed, slice: readonly Listed[]): boolean {
  const bytes = slice.reduce((sum, { size }) => sum + size, entry.size)
  const isFull = slice.length >= SLICE.entries || bytes > SLICE.bytes
  return slice.length === 0 || !(isFull || slice.some(({ name }) => name === entry.name))
}

/** What is in some entries; if it cannot be had from all at once, each is tried alone. */
function unpack(bytes: Uint8Array, wanted: readonly Listed[]): ArchiveEntry[] {
  const indexes = new Set(
    wanted.flatMap(({ index, logEvidence }) => [index, ...(logEvidence ? [logEvidence.index] : [])]),
  )
  let index = 0
  try {
    const found = unzipSync(bytes, { filter: () => indexes.has(index++) })
    const contentOf = (name: string) => (Object.hasOwn(found, name) ? found[name] : undefined)
    return wanted.map(({ name, logEvidence }) => {
      const content = contentOf(name)
      if (content === undefined) return { name, problem: damaged() }
      return { name, bytes: content, logEvidence: logEvidence && contentOf(logEvidence.name) }
    })
  } catch (cause) {
    const [only] = wanted
    if (wanted.length > 1) return wanted.flatMap((one) => unpack(bytes, [one]))
    return only === undefined ? [] : [{ name: only.name, problem: damaged(cause) }]
  }
}

const tooLarge = (why: string) => new PassportError('request.tooLarge', `This ZIP file ${why}.`)
const damaged = (cause?: unknown) =>
  new PassportError('media.unsupported', 'It is damaged, or packed in a way that we cannot read.', { cause })
