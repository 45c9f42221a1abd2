import type { Json, JsonObject } from '#platform'

/** Texts at which one document differs from another that is built alike: each by how many texts stand before it. */
export type Differences = Map<number, string>

/**
 * Where the texts of a document are other ones than those of a sample; null where anything else differs: a key or their
 * order, how many items an array has, a number, what the contexts are.
 */
export function differencesOf(document: JsonObject, sample: JsonObject): Differences | null {
  const seen: Seen = { texts: 0, differences: new Map() }
  return isAlike(document, sample, seen, true) ? seen.differences : null
}

interface Seen {
  texts: number
  differences: Differences
}

function isAlike(value: Json | undefined, sample: Json | undefined, seen: Seen, mayDiffer: boolean): boolean {
  if (typeof sample === 'string') {
    if (typeof value !== 'string' || (value !== sample && !mayDiffer)) return false
    if (value !== sample) seen.differences.set(seen.texts, value)
    seen.texts++
    return true
  }
  // 0 and -0 are written differently.
  if (typeof sample !== 'object' || sample === null) return Object.is(value, sample)
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(sample)) return false
  if (Array.isArray(sample) && Array.isArray(value)) {
    if (value.length !== sample.length) return false
    for (let at = 0; at < sample.length; at++) if (!isAlike(value[at], sample[at], seen, mayDiffer)) return false
    return true
  }
  return areAlikeObjects(value as JsonObject, sample as JsonObject, seen, mayDiffer)
}

function areAlikeObjects(value: JsonObject, sample: JsonObject, seen: Seen, mayDiffer: boolean): boolean {
  const keys = Object.keys(sample)
  let at = 0
  for (const key in value) {
    if (key !== keys[at++]) return false
    if (!isAlike(value[key], sample[key], seen, mayDiffer && key !== '@context')) return false
  }
  return at === keys.length
}

/** A copy of a document in which some texts are others, by how many texts stand before each. */
export function withTexts(document: JsonObject, replace: (text: string, place: number) => string): JsonObject {
  let texts = 0
  const copy = (value: Json | undefined): Json | undefined => {
    if (typeof value === 'string') return replace(value, texts++)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => copy(item) ?? null)
    return copyOf(value)
  }
  const copyOf = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, copy(value)]))
  return copyOf(document)
}
