import { type Json, type JsonObject, PassportError } from '#platform'
import { parsePointer, pointsInto } from './pointers.ts'

/** A part of a document, and which of the document's objects and arrays each of its own is a copy of. */
export interface Selection {
  document: JsonObject
  originalOf: (copy: object) => object | undefined
}

/** What is chosen of one value: all of it, or of its members. */
type Choice = 'all' | Map<string, Choice>

/**
 * What names a thing or gives its words their meaning goes with every part of it. Our own addition to selectJsonLd is
 * the context of an inner object: without it the copy would mean something else than the document does.
 */
const ALWAYS = new Set(['@context', 'id', '@id', 'type', '@type'])

/**
 * selectJsonLd (ECDSA Cryptosuites §3.4.11): the part of a document that the pointers name. Everything on the way to
 * it keeps its id and its types, and arrays lose what is not chosen. Throws `pointer.unknown`.
 */
export function selectJsonLd(document: JsonObject, pointers: readonly string[]): Selection {
  const originals = new WeakMap<object, object>()
  const remember = <Copy extends object>(copy: Copy, original: object): Copy => {
    originals.set(copy, original)
    return copy
  }

  function copy(value: Json, choice: Choice): Json {
    if (Array.isArray(value)) {
      const items = value.flatMap((item, index) => pick(item, chosen(choice, String(index))))
      return remember(items, value)
    }
    return typeof value === 'object' && value !== null ? copyObject(value, choice) : value
  }

  function copyObject(object: JsonObject, choice: Choice): JsonObject {
    const entries = Object.entries(object).flatMap(([key, value]) =>
      pick(value, ALWAYS.has(key) ? 'all' : chosen(choice, key)).map((picked) => [key, picked] as const),
    )
    return remember(Object.fromEntries(entries), object)
  }

  function pick(value: Json | undefined, choice: Choice | undefined): Json[] {
    return value === undefined || choice === undefined ? [] : [copy(value, choice)]
  }

  return { document: copyObject(document, choose(document, pointers)), originalOf: (one) => originals.get(one) }
}

function chosen(choice: Choice, step: string): Choice | undefined {
  return choice === 'all' ? 'all' : choice.get(step)
}

function choose(document: JsonObject, pointers: readonly string[]): Choice {
  let root: Choice = new Map()
  for (const pointer of pointers) {
    const steps = parsePointer(pointer)
    if (steps === null || !pointsInto(document, pointer)) throw unknownPointer(pointer)
    root = add(root, steps)
  }
  return root
}

function add(choice: Choice | undefined, [step, ...further]: readonly string[]): Choice {
  if (choice === 'all' || step === undefined) return 'all'
  const members: Map<string, Choice> = choice ?? new Map()
  return members.set(step, add(members.get(step), further))
}

export function unknownPointer(pointer: string): PassportError {
  return new PassportError('pointer.unknown', `The credential has nothing at ${pointer.slice(0, 200)}.`, {
    details: { pointer: pointer.slice(0, 200) },
  })
}
