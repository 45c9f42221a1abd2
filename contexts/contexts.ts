import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JsonObject, PassportError, parseJson, parseJsonObject, sha256Hex } from '#platform'

/** Gives a pinned JSON-LD context by its exact URL. There is no other way to a context: nothing is ever fetched. */
export interface ContextLoader {
  has(url: string): boolean
  /** Throws `contexts.unknown` for a URL that is not pinned. */
  get(url: string): JsonObject
  /** The bytes as pinned, for serving. */
  bytes(url: string): Uint8Array
  urls(): string[]
}

interface Entry {
  url: string
  file: string
  sha256: string
}

/** Contexts are a few dozen kilobytes of others' making: long enough for all of them, short enough to bound the work. */
const CONTEXT_LIMITS = { length: 1024 * 1024, depth: 32, keys: 10_000, stringLength: 4096, arrayLength: 1000 }

/**
 * The contexts of this folder and those of further folders, each checked against its SHA-256. Throws
 * `settings.invalid` where a file is missing, changed, or claims a URL that is already pinned to other bytes.
 */
export function loadContexts(...extra: readonly PinnedContext[][]): ContextLoader {
  const pinned = new Map<string, PinnedContext>()
  for (const context of [...readFolder(import.meta.dirname), ...extra.flat()]) {
    const before = pinned.get(context.url)
    if (before && before.sha256 !== context.sha256) {
      throw new PassportError('settings.invalid', `The context ${context.url} is already pinned to other content.`)
    }
    pinned.set(context.url, context)
  }
  const documents = new Map<string, JsonObject>()
  const find = (url: string) => {
    const found = pinned.get(url)
    if (!found) throw new PassportError('contexts.unknown', `The context ${url.slice(0, 200)} is not known here.`)
    return found
  }
  return {
    has: (url) => pinned.has(url),
    get(url) {
      // Most checks meet two or three of them: each is parsed when it is first asked for.
      const document = documents.get(url) ?? parseJsonObject(find(url).bytes, CONTEXT_LIMITS)
      documents.set(url, document)
      return document
    },
    bytes: (url) => find(url).bytes,
    urls: () => [...pinned.keys()],
  }
}

/** A context whose bytes have the digest that its index states. */
export interface PinnedContext {
  url: string
  bytes: Uint8Array
  sha256: string
}

/** The further contexts that an operator vouches for (`EXTRA_CONTEXTS`): a folder with `index.json` and the files it names. */
export function readExtraContexts(folder: string): PinnedContext[] {
  const found = readFolder(folder)
  for (const { bytes } of found) parseJsonObject(bytes, CONTEXT_LIMITS)
  return found
}

function readFolder(folder: string): PinnedContext[] {
  return readIndex(folder).map(({ url, file, sha256 }) => {
    const bytes = readPinned(folder, file)
    if (sha256Hex(bytes) !== sha256) {
      throw new PassportError('settings.invalid', `The context file ${file} does not match its SHA-256 in index.json.`)
    }
    return { url, bytes, sha256 }
  })
}

function readIndex(folder: string): Entry[] {
  const index = parseJson(readPinned(folder, 'index.json'))
  if (!Array.isArray(index)) throw new PassportError('settings.invalid', `${folder}/index.json is not a list.`)
  return index.map((entry) => {
    const { url, file, sha256 } = (entry ?? {}) as Record<string, unknown>
    if (typeof url !== 'string' || typeof file !== 'string' || typeof sha256 !== 'string' || /[/\\]/.test(file)) {
      throw new PassportError('settings.invalid', `An entry of ${folder}/index.json has no url, file and sha256.`)
    }
    return { url, file, sha256 }
  })
}

function readPinned(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(join(folder, file))
  } catch (cause) {
    throw new PassportError('settings.invalid', `The context file ${join(folder, file)} cannot be read.`, { cause })
  }
}
