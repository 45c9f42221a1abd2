import { isObject, type Json, type JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import { undefinedWord } from './canonical-error.ts'
import type { Walk } from './expanded.ts'
import { expandIri } from './iri-expansion.ts'
import { keywordOf } from './keys.ts'
import { isAbsoluteIri } from './keywords.ts'
import { type Part, partsOf } from './nesting.ts'

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
  const found: Found = { graph: undefined, nothing: undefined }
  // What else the document says is seen before anything nested is looked at: a type may give the keys another meaning.
  if (!isOnlyGraph({ object: document, active }, found)) return undefined
  for (const part of partsOf(document, active, walk)) if (!isOnlyGraph(part, found)) return undefined
  const { graph, nothing } = found
  if (graph !== undefined && nothing !== undefined) throw undefinedWord('Nothing is said beside a graph', nothing)
  return graph
}

interface Found {
  graph: GraphAlone | undefined
  /** The key of an entry that says nothing. */
  nothing: string | undefined
}

function isOnlyGraph({ object, active }: Part, found: Found): boolean {
  for (const key in object) {
    const value = object[key] ?? null
    const keyword = keywordOf(key, active)
    if (keyword === '@context' || keyword === '@nest') continue
    if (keyword === '@graph' && found.graph === undefined) found.graph = { key, value, active }
    else if (keyword === undefined ? !isNullProperty(key, value, active) : !isNothing(keyword, value)) return false
    else if (value !== null) found.nothing = key
  }
  return true
}

/** Null says nothing, but what no context defines is refused with null too. */
function isNullProperty(key: string, value: Json, active: ActiveContext): boolean {
  const iri = value === null ? expandIri(active, key, true) : null
  return iri !== null && isAbsoluteIri(iri)
}

function isNothing(keyword: string, value: Json): boolean {
  if (keyword === '@type') return Array.isArray(value) && value.length === 0
  return keyword === '@reverse' && isObject(value) && Object.keys(value).length === 0
}
