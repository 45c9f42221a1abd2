import { isObject, type Json, type JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import { undefinedWord } from './canonical-error.ts'
import type { Walk } from './expanded.ts'
import { keywordOf } from './keys.ts'
import { partsOf } from './nesting.ts'

/** A graph that is all a document holds: under which key, and in which context. */
export interface GraphAlone {
  key: string
  value: Json
  active: ActiveContext
}

/**
 * The graph of a document that has nothing beside it (JSON-LD API §5.1 step 8): its nodes stand in the default graph. Where
 * an entry beside it says nothing, as no types do, it is refused: whether it counts, the specification and its
 * implementations see differently.
 */
export function graphAloneOf(document: JsonObject, active: ActiveContext, walk: Walk): GraphAlone | undefined {
  let graph: GraphAlone | undefined
  let empty: string | undefined
  for (const part of [{ object: document, active }, ...partsOf(document, active, walk)]) {
    for (const [key, value = null] of Object.entries(part.object)) {
      const keyword = keywordOf(key, part.active)
      if (keyword === '@context' || keyword === '@nest') continue
      if (keyword === '@graph' && graph === undefined) graph = { key, value, active: part.active }
      else if (isNothing(keyword, value)) empty ??= value === null ? undefined : key
      else return undefined
    }
  }
  if (graph !== undefined && empty !== undefined) throw undefinedWord('Nothing is said beside a graph', empty)
  return graph
}

function isNothing(keyword: string | undefined, value: Json): boolean {
  if (keyword === undefined) return value === null
  if (keyword === '@type') return Array.isArray(value) && value.length === 0
  return keyword === '@reverse' && isObject(value) && Object.keys(value).length === 0
}
