import type { ContextLoader } from '#contexts'
import { type JsonObject, PassportError } from '#platform'
import { CanonicalError, canonicaliseDataset, type Quad, toRdf } from '../../canonical/canonicalise.ts'
import { sortByCodePoint } from '../../canonical/ordering.ts'
import type { LabelMapFactory } from './label-maps.ts'
import { parentOf } from './pointers.ts'
import { selectJsonLd } from './select.ts'

/** The statements of a document as they are signed: under the labels of the proof, in order. */
export interface Transformed {
  document: JsonObject
  contexts: ContextLoader
  lines: readonly string[]
  quads: readonly Quad[]
  /** By the label that a blank node has in `quads`. */
  labels: ReadonlyMap<string, string>
  /** The blank node that each object of the document is. */
  nodes: ReadonlyMap<object, string>
  indexOf: ReadonlyMap<string, number>
}

/** A part of a document: where its statements are among all of them, and the part itself. */
export interface Group {
  indexes: ReadonlySet<number>
  quads: readonly Quad[]
  document: JsonObject
}

/**
 * labelReplacementCanonicalizeJsonLd (ECDSA Cryptosuites §3.4.2): undefined where the factory has no label for a node.
 * Throws `CanonicalError`.
 */
export function labelReplacementCanonicalizeJsonLd(
  document: JsonObject,
  contexts: ContextLoader,
  labelMapFactory: LabelMapFactory,
): Transformed | undefined {
  const { quads, nodes } = toRdf(document, contexts)
  const labels = labelMapFactory(canonicalIdsOf(quads))
  if (labels === undefined) return undefined
  const lines = sortByCodePoint(quads.map((quad) => lineOf(quad, labels)))
  const indexOf = new Map(lines.map((line, index) => [line, index]))
  return { document, contexts, lines, quads, labels, nodes, indexOf }
}

/** The canonical labels of blank nodes, by the labels they have; both without their `_:`. */
export function canonicalIdsOf(quads: readonly Quad[]): Map<string, string> {
  const { labels } = canonicaliseDataset(quads)
  return new Map([...labels].map(([input, canonical]) => [input.slice(2), canonical.slice(2)]))
}

/**
 * selectCanonicalNQuads (ECDSA Cryptosuites §3.4.13) without the detour over ids that stand for blank nodes: the copy's
 * objects are told which nodes they are. Throws `pointer.unknown` for a pointer that leads nowhere, or into something that
 * has no parts of its own, such as a list in which the order counts.
 */
export function groupOf(whole: Transformed, pointers: readonly string[]): Group {
  const group = selectGroup(whole, pointers)
  if (group !== null) return group
  const cut = pointers.find((pointer) => selectGroup(whole, [pointer]) === null) ?? ''
  throw new PassportError('pointer.unknown', `What is around ${cut.slice(0, 200)} can only be named as a whole.`, {
    details: { pointer: cut.slice(0, 200) },
  })
}

/** The pointers, each widened until it names something that can be signed and shown by itself. Throws `pointer.unknown`. */
export function wholeParts(whole: Transformed, pointers: readonly string[]): string[] {
  return [...new Set(pointers.map((pointer) => wholePart(whole, pointer)))]
}

function wholePart(whole: Transformed, pointer: string): string {
  const isWhole = pointer === '' || selectGroup(whole, [pointer]) !== null
  return isWhole ? pointer : wholePart(whole, parentOf(pointer))
}

/** The part that the pointers name, or null where it says something that the document does not. */
function selectGroup(whole: Transformed, pointers: readonly string[]): Group | null {
  if (pointers.length === 0) return { indexes: new Set(), quads: [], document: {} }
  const { document, originalOf } = selectJsonLd(whole.document, pointers)
  const labelOf = (copy: object) => whole.nodes.get(originalOf(copy) ?? copy)
  const quads = statementsOf(document, whole.contexts, labelOf)
  const indexes = quads?.map((quad) => whole.indexOf.get(lineOf(quad, whole.labels)) ?? -1) ?? [-1]
  if (quads === null || indexes.includes(-1)) return null
  return { indexes: new Set(indexes.sort((one, other) => one - other)), quads, document }
}

/** Null where what is left of a value is no value, such as a language without its text. */
function statementsOf(document: JsonObject, contexts: ContextLoader, labelOf: (copy: object) => string | undefined) {
  try {
    return toRdf(document, contexts, { labelOf }).quads
  } catch (error) {
    if (error instanceof CanonicalError) return null
    throw error
  }
}

function lineOf({ subject, predicate, object, graph }: Quad, labels: ReadonlyMap<string, string>): string {
  const terms = [subject, predicate, object, ...(graph === '' ? [] : [graph])]
  return `${terms.map((term) => (term.startsWith('_:') ? `_:${labels.get(term.slice(2)) ?? ''}` : term)).join(' ')} .\n`
}
