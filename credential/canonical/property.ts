import { isObject, type Json } from '#platform'
import type { ActiveContext, TermDefinition } from './active-context.ts'
import type { Bucket } from './dataset.ts'
import { asItems, type Expanded, type Manner, type Walk } from './expanded.ts'
import { List } from './list.ts'
import { jsonLiteral } from './literal.ts'
import { expandMap } from './maps.ts'
import type { Predicate } from './predicates.ts'
import { state, stateReversed } from './statements.ts'
import { expandScalar } from './value-expansion.ts'

/** One entry of a node object that is a property. */
export interface Property {
  key: string
  value: Json
  term?: TermDefinition
  predicate: Predicate
  /** Whether the values are what has the property. */
  reverse: boolean
  active: ActiveContext
}

/** States a property of a subject with its values; answers whether there are any, for null says nothing. */
export function expandProperty(property: Property, bucket: Bucket, within: Manner, walk: Walk): boolean {
  const { key, value, term, predicate, reverse, active } = property
  if (value === null && term?.typeMapping !== '@json') return false
  const expanded = term ? expandValues(property, term, within, walk) : walk.element(value, active, key, within)
  if (expanded === null) return false
  if (reverse) stateReversed(bucket, predicate, asItems(expanded), walk)
  else state(bucket, predicate, expanded, walk)
  return asItems(expanded).length > 0
}

/** The same for a property whose values are each stated by themselves, as those of most terms are. */
export function expandPlainProperty(
  key: string,
  value: Json,
  term: TermDefinition,
  predicate: Predicate,
  active: ActiveContext,
  bucket: Bucket,
  within: Manner,
  walk: Walk,
): boolean {
  if (value === null) return false
  const inside = walk.transitions.byTerm(active, term)
  if (!Array.isArray(value)) statePlain(value, key, predicate, inside, bucket, within, walk)
  else for (const each of value) statePlain(each, key, predicate, inside, bucket, within, walk)
  return true
}

function statePlain(
  value: Json,
  key: string,
  predicate: Predicate,
  inside: ActiveContext,
  bucket: Bucket,
  within: Manner,
  walk: Walk,
): void {
  if (value === null) return
  if (typeof value === 'object') state(bucket, predicate, walk.element(value, inside, key, within), walk)
  else walk.dataset.add(bucket, predicate, expandScalar(value, inside, inside.terms.get(key), walk))
}

/** What the values of a term expand to by its type and its containers (JSON-LD API §5.1.2 steps 13.6 to 13.13). */
function expandValues(property: Property, term: TermDefinition, within: Manner, walk: Walk): Expanded {
  const { key, value, active } = property
  const inside = walk.transitions.byTerm(active, term)
  const { list, graph, id, index } = term.containers
  if (term.typeMapping === '@json') return list ? new List([jsonLiteral(value)]) : jsonLiteral(value)
  if (term.map && isObject(value)) {
    return expandMap(value, { key, term, active: inside, graph: within.graph }, walk)
  }
  if (list) return expandList(value, inside, key, within, walk)
  if (!graph) return walk.element(value, inside, key, within)
  // What should be a map of graphs and is none holds no graphs (step 13.12).
  return walk.element(value, inside, key, { ...within, free: true, wrap: id || index ? 'never' : 'always' })
}

/** A list container makes a list of its value, unless that is one already. */
function expandList(value: Json, inside: ActiveContext, key: string, within: Manner, walk: Walk): Expanded {
  if (Array.isArray(value)) return walk.list(value, inside, key, within)
  const expanded = walk.element(value, inside, key, within)
  return expanded === null || expanded instanceof List ? expanded : new List(asItems(expanded))
}
