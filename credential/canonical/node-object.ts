import { isObject, type Json, type JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import { undefinedWord } from './canonical-error.ts'
import type { Bucket, Node } from './dataset.ts'
import { asItems, type Expanded, isResource, type Manner, type Walk } from './expanded.ts'
import { expandIri } from './iri-expansion.ts'
import { keywordOf } from './keys.ts'
import { isAbsoluteIri, isBlankLabel } from './keywords.ts'
import { type Part, partsOf } from './nesting.ts'
import { unrankedPredicate } from './predicates.ts'
import { expandPlainProperty, expandProperty } from './property.ts'

/** A node while its entries are being stated. */
interface Subject {
  bucket: Bucket
  /** The context in which types are read: the one before their own contexts. */
  typeContext: ActiveContext
  /** How its values stand. */
  within: Manner
  walk: Walk
  /** The keywords met so far that an object may have once, whatever their names. */
  once: string[]
}

/** A node object (JSON-LD API §5.1.2 step 13, and §7.2.2): states all it says, and answers its node. */
export function expandNodeObject(
  object: JsonObject,
  active: ActiveContext,
  typeContext: ActiveContext,
  manner: Manner,
  walk: Walk,
): Node {
  if (manner.wrap === 'always' || (manner.wrap === 'unlessGraph' && !isGraphObject(object, active))) {
    return wrapped(object, active, typeContext, manner, walk)
  }
  const nested = partsOf(object, active, walk)
  const id = idOf(object, active, nested)
  const node = id === undefined ? (manner.node?.() ?? walk.labels.blank(object)) : walk.named(id, active, object)
  const bucket = walk.dataset.bucket(node, manner.graph)
  const subject: Subject = { bucket, typeContext, within: plainly(manner), walk, once: [] }
  let says = saysEntries(subject, object, active)
  for (const part of nested) says = saysEntries(subject, part.object, part.active) || says
  if (manner.index !== undefined && !subject.once.includes('@index')) walk.noteIndex(bucket, manner.index)
  if (manner.free && !says) throw undefinedWord('An object says nothing about what it stands for', id)
  return node
}

/** A value of a graph container: its statements are in a graph of its own, which is what the property is about. */
function wrapped(
  object: JsonObject,
  active: ActiveContext,
  typeContext: ActiveContext,
  { node, graph, index }: Manner,
  walk: Walk,
): Node {
  const own = node?.() ?? walk.labels.blank()
  if (index !== undefined) walk.noteIndex(walk.dataset.bucket(own, graph), index)
  expandNodeObject(object, active, typeContext, { graph: own, free: true, mapped: false, wrap: 'never' }, walk)
  return own
}

/** An object that is a graph already, with at most an id and an index. */
function isGraphObject(object: JsonObject, active: ActiveContext): boolean {
  const keywords = Object.keys(object).map((key) => keywordOf(key, active))
  const others = ['@graph', '@id', '@index', '@context']
  return keywords.includes('@graph') && keywords.every((keyword) => others.includes(keyword ?? ''))
}

function plainly(manner: Manner): Manner {
  const { graph, free, mapped, wrap, node, index } = manner
  if (!free && !mapped && wrap === 'never' && node === undefined && index === undefined) return manner
  return { graph, free: false, mapped: false, wrap: 'never' }
}

function idOf(object: JsonObject, active: ActiveContext, nested: readonly Part[]): string | undefined {
  let id = idIn(object, active, undefined)
  for (const part of nested) id = idIn(part.object, part.active, id)
  return id
}

function idIn(object: JsonObject, { idKeys }: ActiveContext, before: string | undefined): string | undefined {
  let id = before
  for (const key of idKeys) {
    const value = object[key]
    if (value === undefined || !Object.hasOwn(object, key)) continue
    if (id !== undefined) throw undefinedWord('An object has two ids', key)
    if (typeof value !== 'string') throw undefinedWord('An id is no text', key)
    id = value
  }
  return id
}

/** States all entries of an object; answers whether it says anything by them. */
function saysEntries(subject: Subject, object: JsonObject, active: ActiveContext): boolean {
  let says = false
  for (const key in object) {
    const value = object[key]
    if (value !== undefined && saysEntry(subject, key, value, active)) says = true
  }
  return says
}

/** States one entry; answers whether the object says anything by it. */
function saysEntry(subject: Subject, key: string, value: Json, active: ActiveContext): boolean {
  const { bucket, within, walk } = subject
  const term = active.terms.get(key)
  const keyword = term === undefined ? keywordOf(key, active) : term.keyword
  if (keyword !== undefined) return saysKeyword(subject, keyword, key, value, active)
  if (term !== undefined) {
    const { predicate, reverse } = term
    if (predicate === undefined) throw undefinedWord(undefined, key)
    if (term.plain) return expandPlainProperty(key, value, term, predicate, active, bucket, within, walk)
    return expandProperty({ key, value, term, predicate, reverse, active }, bucket, within, walk)
  }
  const iri = expandIri(active, key, true)
  if (iri === null || !isAbsoluteIri(iri) || isBlankLabel(iri)) throw undefinedWord(undefined, key)
  return expandProperty({ key, value, predicate: unrankedPredicate(iri), reverse: false, active }, bucket, within, walk)
}

function saysKeyword(subject: Subject, keyword: string, key: string, value: Json, active: ActiveContext): boolean {
  const { bucket, typeContext, within, walk } = subject
  switch (keyword) {
    case '@context':
    case '@id':
    case '@nest':
      return false
    case '@type':
      return saysTypes(bucket, key, value, typeContext, walk)
    case '@index':
      takeOnce(subject, keyword, key)
      if (typeof value !== 'string') throw undefinedWord('An index is no text', key)
      walk.noteIndex(bucket, value)
      return true
    case '@graph':
      takeOnce(subject, keyword, key)
      if (typeof value !== 'object' || value === null) throw undefinedWord('A graph is neither object nor array', key)
      walk.element(value, active, key, { graph: bucket.subject, free: true, mapped: false, wrap: 'never' })
      return true
    case '@included':
      if (value === null) throw undefinedWord('What is included is no node', key)
      return saysIncluded(walk.element(value, active, null, { ...within, free: true }), key)
    case '@reverse':
      takeOnce(subject, keyword, key)
      return saysReverse(subject, key, value, active)
    default:
      throw undefinedWord(undefined, key)
  }
}

/** Step 13.4.2: a keyword under two names is an error, but for types and what is included. */
function takeOnce({ once }: Subject, keyword: string, key: string): void {
  if (once.includes(keyword)) throw undefinedWord('A keyword stands under two names', key)
  once.push(keyword)
}

function saysTypes(bucket: Bucket, key: string, value: Json, typeContext: ActiveContext, walk: Walk): boolean {
  if (!Array.isArray(value)) return saysType(bucket, key, value, typeContext, walk)
  for (const type of value) saysType(bucket, key, type, typeContext, walk)
  return value.length > 0
}

function saysType(bucket: Bucket, key: string, type: Json, typeContext: ActiveContext, walk: Walk): true {
  if (typeof type !== 'string') throw undefinedWord('A type is no text', key)
  walk.dataset.add(bucket, walk.transitions.predicates.type, walk.type(type, typeContext))
  return true
}

/** Nodes that stand in an object without being linked from it. */
function saysIncluded(expanded: Expanded, key: string): boolean {
  for (const item of asItems(expanded)) if (!isResource(item)) throw undefinedWord('What is included is no node', key)
  return true
}

/** A map of properties that others have, with this node as their value (step 13.4.13). */
function saysReverse({ bucket, within, walk }: Subject, key: string, value: Json, active: ActiveContext): boolean {
  if (!isObject(value)) throw undefinedWord('A reverse map is no object', key)
  const inside = walk.enter(value, active, key, within)
  for (const [name, values] of Object.entries(value)) {
    if (name === '@context' || values === undefined) continue
    const term = inside.terms.get(name)
    if (keywordOf(name, inside) !== undefined) throw undefinedWord('A reverse map has a keyword', name)
    const iri = expandIri(inside, name, true)
    if (iri === null || !isAbsoluteIri(iri) || isBlankLabel(iri)) throw undefinedWord(undefined, name)
    const predicate = term?.predicate ?? unrankedPredicate(iri)
    const reverse = !(term?.reverse ?? false)
    expandProperty(
      { key: name, value: values, ...(term && { term }), predicate, reverse, active: inside },
      bucket,
      within,
      walk,
    )
  }
  return true
}
