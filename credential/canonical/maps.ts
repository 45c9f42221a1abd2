import { asArray, type Json, type JsonObject } from '#platform'
import type { ActiveContext, TermDefinition } from './active-context.ts'
import { CanonicalError } from './canonical-error.ts'
import type { Node } from './dataset.ts'
import { asItems, type Expanded, isResource, type Manner, type Walk } from './expanded.ts'
import { expandIri } from './iri-expansion.ts'
import { isAbsoluteIri, isBlankLabel, isLanguageTag } from './keywords.ts'
import type { Item } from './list.ts'
import { textLiteral } from './literal.ts'
import { unrankedPredicate } from './predicates.ts'
import { asNode, state } from './statements.ts'
import { directionIn, expandScalar } from './value-expansion.ts'

/** A property whose value is a map: the key, what it means, and the context of its values. */
export interface MapProperty {
  key: string
  term: TermDefinition
  active: ActiveContext
  graph: Node | null
}

/** A value that is held in a map (JSON-LD API §5.1.2 steps 13.7 and 13.8): what all its entries expand to. */
export function expandMap(map: JsonObject, property: MapProperty, walk: Walk): Expanded {
  const { language, index } = property.term.containers
  if (language) return languageMap(map, property)
  return Object.keys(map).flatMap((entry) => {
    const values = map[entry]
    if (index) return indexEntry(entry, values, property, walk)
    return property.term.containers.id
      ? idEntry(entry, values, property, walk)
      : typeEntry(entry, values, property, walk)
  })
}

/** Step 13.7: each key is the language of its texts. */
function languageMap(map: JsonObject, { key, active }: MapProperty): Expanded {
  const direction = directionIn(active, active.terms.get(key))
  return Object.entries(map).flatMap(([language, texts]) =>
    asArray<Json>(texts).flatMap((text) => {
      if (text === null) return []
      if (typeof text !== 'string') throw invalid('A language map holds something that is no text.', key)
      if (expandIri(active, language, true) === '@none') return [textLiteral(text, null, direction)]
      if (!isLanguageTag(language)) throw invalid(`"${language}" is no language.`, language)
      return [textLiteral(text, language.toLowerCase(), direction)]
    }),
  )
}

/** Each key is an index: only an annotation, or the value of a property of the nodes under it. */
function indexEntry(entry: string, values: Json | undefined, property: MapProperty, walk: Walk): Item[] {
  const { active, term } = property
  const none = entry === '@none' || expandIri(active, entry, true) === '@none'
  if (term.index === undefined) {
    const manner = mannerOf(property)
    return itemsOf(values, property, active, none ? manner : { ...manner, index: entry }, walk)
  }
  const predicate = expandIri(active, term.index, true)
  if (predicate === null || !isAbsoluteIri(predicate) || isBlankLabel(predicate)) {
    throw invalid(`The index "${term.index}" is not defined.`, term.index)
  }
  const items = itemsOf(values, property, active, mannerOf(property), walk)
  if (entry === '@none') return items
  const value = expandScalar(entry, active, active.terms.get(term.index), walk)
  for (const item of items) state(bucketOf(item, property, walk), unrankedPredicate(predicate), value, walk)
  return items
}

/** Each key is the id of the nodes under it. */
function idEntry(entry: string, values: Json | undefined, property: MapProperty, walk: Walk): Item[] {
  const { active } = property
  const none = expandIri(active, entry, true) === '@none'
  const manner = mannerOf(property)
  const items = itemsOf(
    values,
    property,
    active.previous ?? active,
    none ? manner : { ...manner, node: () => walk.named(entry, active) },
    walk,
  )
  for (const item of items) if (!isResource(item)) throw invalid('An id map holds something that is no node.', entry)
  return items
}

/** Each key is a type of the nodes under it. */
function typeEntry(entry: string, values: Json | undefined, property: MapProperty, walk: Walk): Item[] {
  const active = property.active.previous ?? property.active
  const typed = walk.transitions.byType(active, entry)
  const items = itemsOf(values, property, typed, mannerOf(property), walk)
  if (items.length === 0 || expandIri(active, entry, true) === '@none') return items
  const buckets = items.map((item) => bucketOf(item, property, walk))
  const type = walk.resource(entry, active, true)
  // Which of them counts, the specification and its implementations see differently.
  if (type !== walk.resource(entry, property.active, true)) throw invalid('A key in a map is one of two types.', entry)
  for (const bucket of buckets) state(bucket, walk.transitions.predicates.type, type, walk)
  return items
}

function mannerOf({ term, graph }: MapProperty): Manner {
  const wraps = term.containers.graph
  return { graph, free: wraps, mapped: true, wrap: wraps ? 'unlessGraph' : 'never' }
}

function itemsOf(
  values: Json | undefined,
  { key }: MapProperty,
  active: ActiveContext,
  manner: Manner,
  walk: Walk,
): Item[] {
  return asItems(walk.element(Array.isArray(values) ? values : [values ?? null], active, key, manner))
}

/** The statements of a node in a map, to which the map's key adds one. */
function bucketOf(item: Item, { key, graph }: MapProperty, walk: Walk) {
  if (!isResource(item)) throw invalid('A map holds something that is no node.', key)
  return walk.dataset.bucket(asNode(item, walk), graph)
}

function invalid(message: string, term: string): CanonicalError {
  return new CanonicalError('notCanonical', message, { term })
}
