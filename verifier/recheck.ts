import { unzipSync } from 'fflate'
import type { ContextLoader } from '#contexts'
import {
  didWebUrl,
  differences,
  holdsReceipt,
  otherRules,
  type ReadReceipt,
  readReceipt,
  worldOfReceipt,
} from '#credential'
import { digestMultibase, isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { reportsOf } from './answer.ts'
import { check } from './check.ts'
import { readThing } from './read.ts'

/** A receipt that was opened: what it says, and the documents beside it. */
export interface OpenedReceipt {
  signed: JsonObject
  receipt: ReadReceipt
  documents: ReadonlyMap<string, Uint8Array>
}

export interface Rechecked {
  /** Whether it is as its verifier signed it, by the DID document beside it; null where none is there. */
  isSigned: boolean | null
  /** Whether the thing that was handed in is the one that was checked, and in what the answer differs now. */
  isSameInput: boolean
  differs: string[]
  /** The rules of then and of now, where the receipt was made by others: no fault of it, and a reason why something may differ. */
  otherRules: { before: string; now: string } | null
}

const MAX_BYTES = 16 * 1024 * 1024
const MAX_ENTRY = 8 * 1024 * 1024
const MAX_ENTRIES = 1_000

/** Opens a receipt's ZIP file. Throws `request.malformed` and `request.tooLarge`. */
export function openReceipt(zip: Uint8Array): OpenedReceipt {
  const files = unzip(zip)
  const receipt = files['receipt.json']
  if (receipt === undefined) throw new PassportError('request.malformed', 'There is no receipt.json in this ZIP file.')
  const signed = parseJsonObject(receipt)
  // A document is known by what it is, never by its name.
  const documents = new Map(
    Object.entries(files)
      .filter(([name]) => name.startsWith('documents/'))
      .map(([, bytes]) => [digestMultibase(bytes), bytes]),
  )
  return { signed, receipt: readReceipt(signed), documents }
}

/** Checks again, with what was looked at then and nothing else. */
export async function recheck(
  { signed, receipt, documents }: OpenedReceipt,
  thing: { bytes: Uint8Array; mediaType: string },
  contexts: ContextLoader,
): Promise<Rechecked> {
  const world = await worldOfReceipt(receipt, documents, contexts)
  const isSigned = await isSignedBy(signed, receipt, documents, contexts)
  const isSameInput = digestMultibase(thing.bytes) === receipt.inputDigest
  const answer = await check(
    readThing(thing.bytes, thing.mediaType),
    { at: receipt.at, challenge: receipt.challenge, domain: receipt.domain },
    { world: async () => world, fetch: askNobody },
  )
  const verdict = answer.verdict === receipt.verdict ? [] : ['verdict']
  const differs = [...new Set([...verdict, ...differences(receipt, reportsOf(answer))])]
  return { isSigned, isSameInput, differs, otherRules: otherRules(receipt) }
}

async function isSignedBy(
  signed: JsonObject,
  { verifier, consulted }: ReadReceipt,
  documents: ReadonlyMap<string, Uint8Array>,
  contexts: ContextLoader,
): Promise<boolean | null> {
  const url = didWebUrl(verifier, true)
  const digest = consulted.find((one) => one.url === url)?.digest
  const bytes = digest === undefined ? undefined : documents.get(digest)
  if (bytes === undefined) return null
  const document = parseJsonObject(bytes)
  return isObject(document) && (await holdsReceipt(signed, document, contexts))
}

const askNobody = async () => {
  throw new PassportError('fetch.failed', 'Nobody is asked while a receipt is checked.')
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  if (zip.byteLength > MAX_BYTES) throw tooLarge()
  let entries = 0
  let size = 0
  try {
    return unzipSync(zip, {
      filter({ originalSize }) {
        entries += 1
        size += originalSize
        if (entries > MAX_ENTRIES || originalSize > MAX_ENTRY || size > MAX_BYTES * 2) throw tooLarge()
        return true
      },
    })
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw new PassportError('request.malformed', 'The ZIP file is damaged.', { cause })
  }
}

const tooLarge = () => new PassportError('request.tooLarge', 'The receipt is larger than one can be.')
