import type { Json, JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import type { ContextTransitions } from './context-transitions.ts'
import type { Bucket, Dataset, Node, Term } from './dataset.ts'
import type { Labels } from './labels.ts'
import { type Item, List } from './list.ts'

/** What an element of a document expands to: one thing, several where it is a set, or nothing. */
export type Expanded = Item | Item[] | null

/** How an element stands in its surroundings. */
export interface Manner {
  /** The graph of its statements; null is the default graph. */
  graph: Node | null
  /** It stands by itself: then it must say something, or it would be in no statement. */
  free: boolean
  /** It comes out of a map: then the context of the surrounding node's type still holds. */
  mapped: boolean
  /** Each node gets a graph of its own, unless, in a map, it already is a graph. */
  wrap: 'never' | 'always' | 'unlessGraph'
  /** What the key in a map says: the node, where the object has no id of its own, or its index. */
  node?: () => Node
  index?: string
}

/** The walk through a document, as its parts see it. */
export interface Walk {
  readonly dataset: Dataset
  readonly transitions: ContextTransitions
  readonly labels: Labels
  /** Expansion (JSON-LD API §5.1.2) of what stands under a key, or under none. */
  element(value: Json | undefined, active: ActiveContext, key: string | null, manner: Manner): Expanded
  /** The items of an array that is a list. */
  list(array: readonly Json[], active: ActiveContext, key: string | null, manner: Manner): List
  /** The context inside an object, its types aside. */
  enter(object: JsonObject, active: ActiveContext, key: string | null, manner: Manner): ActiveContext
  /** The IRI or blank node that a text of the document names. */
  resource(text: string, active: ActiveContext, vocab: boolean): Term
  /** The same for an id, as a node that can have statements; for the object of the document that has it. */
  named(id: string, active: ActiveContext, object?: object): Node
  /** A type, by the context in which types are read. */
  type(type: string, typeContext: ActiveContext): Term
  /** Goes one level deeper. */
  deeper<Result>(step: () => Result): Result
  /** Keeps a node's index, which makes no statement; a second one must be the same. */
  noteIndex(bucket: Bucket, index: string): void
}

export function asItems(expanded: Expanded): Item[] {
  if (expanded === null) return []
  return Array.isArray(expanded) ? expanded : [expanded]
}

/** Whether an item is a node or names one: a literal begins with a quotation mark. */
export function isResource(item: Item): item is Term {
  return typeof item === 'string' ? item.charCodeAt(0) !== 0x22 : !(item instanceof List)
}
