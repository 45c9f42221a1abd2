import { type UnzipFileInfo, unzipSync } from 'fflate'
import {
  envelopeOf,
  isJwtPresentation,
  isLogEvidenceName,
  logEvidenceName,
  looksCompact,
  type SuppliedFile,
} from '#credential'
import { decodeUtf8, type JsonObject, PassportError, parseJsonObject } from '#platform'

const MAX_ENTRIES = 1_000
const MAX_UNPACKED = 20 * 1024 * 1024
const MAX_RATIO = 100
const MAX_CREDENTIALS = 100

/** What a wallet's export holds besides credentials. */
const BESIDE = new Set(['account.json', 'shares.json', 'view-log.json'])

/** A credential, with the evidence of its issuer's log that lies beside it as `<name>.log.json`. */
export interface ArchivedDocument {
  document: JsonObject
  issueLogEvidence: JsonObject | undefined
}

/** What was in a ZIP file: credentials, and other files that may be the evidence to which they point. */
export interface Archive {
  documents: ArchivedDocument[]
  supplied: SuppliedFile[]
}

/**
 * The credentials in a ZIP file, such as a wallet exports, and the files beside them. Nothing is written to disk and no name in it is followed.
 * One file in it that cannot be read makes the whole unreadable: what was left out would look as if it had been checked.
 */
export function readArchive(bytes: Uint8Array): Archive {
  const files = Object.entries(unzip(bytes))
  const documents = files
    .filter(([name]) => isDocument(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, content]) => {
      const issueLogEvidence = evidenceBeside(name, files)
      return readEntry(name, content).map((document) => ({ document, issueLogEvidence }))
    })
  if (documents.length === 0) throw new PassportError('media.unsupported', 'The ZIP file holds no credential.')
  if (documents.length > MAX_CREDENTIALS) {
    throw new PassportError('request.tooLarge', `The ZIP file holds more than ${MAX_CREDENTIALS} credentials.`)
  }
  const supplied = files.filter(([name]) => !isDocument(name)).map(([name, content]) => ({ name, bytes: content }))
  return { documents, supplied }
}

/** Evidence that cannot be read is as good as none. */
function evidenceBeside(name: string, files: readonly [string, Uint8Array][]): JsonObject | undefined {
  const found = files.find(([other]) => other === logEvidenceName(name))
  try {
    return found && parseJsonObject(found[1])
  } catch (error) {
    if (error instanceof PassportError) return undefined
    throw error
  }
}

/** Whatever lies in a folder `evidence` is evidence, JSON too; so is what the issuer's log says. What its holder wrote down is their own. */
function isDocument(name: string): boolean {
  return (
    !isLogEvidenceName(name) &&
    /\.(?:json|jsonld|(?:sd-)?jwt|vc|vp)$/i.test(name) &&
    !/(?:^|\/)(?:evidence|own-records)\//i.test(name)
  )
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let entries = 0
  let unpacked = 0
  const names = new Set<string>()
  const filter = ({ name, size, originalSize }: UnzipFileInfo) => {
    entries += 1
    // Of two entries of one name only one would be looked at.
    if (names.has(name)) throw new PassportError('request.malformed', 'The ZIP file holds two files of one name.')
    names.add(name)
    const isBomb = originalSize > 1_024 && originalSize > size * MAX_RATIO
    const isTooMuch = unpacked + originalSize > MAX_UNPACKED || isBomb
    if (entries > MAX_ENTRIES || (isTooMuch && isDocument(name) && !BESIDE.has(name))) {
      throw new PassportError('request.tooLarge', 'The ZIP file holds too much.')
    }
    // Of the files beside the credentials, one that is too large only counts as not supplied.
    const wanted = !isTooMuch && !BESIDE.has(name) && !name.endsWith('/')
    if (wanted) unpacked += originalSize
    return wanted
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw new PassportError('request.malformed', 'The ZIP file is damaged.', { cause })
  }
}

function readEntry(name: string, content: Uint8Array): JsonObject[] {
  const text = decodeUtf8(content).trim()
  if (isJwtPresentation(text))
    return [{ type: 'EnvelopedVerifiablePresentation', id: `data:application/vp+jwt,${text}` }]
  if (/\.(?:sd-)?jwt$/i.test(name) || looksCompact(text)) return [envelopeOf(text)]
  return [parseJsonObject(text)]
}
