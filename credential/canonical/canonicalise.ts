import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import { canonicalForm, datasetOf, type Quad, quadsOf } from './engine.ts'
import { LINE } from './nquads.ts'
import { type CanonicalHash, canonicalText } from './rdfc.ts'

export { AlikeDocuments } from './alike.ts'
export { CanonicalError } from './canonical-error.ts'
export type { Quad } from './engine.ts'
export type { CanonicalHash } from './rdfc.ts'

/**
 * The canonical form of a JSON-LD document: its RDF dataset's N-Quads lines under RDFC-1.0, in order, each ending with
 * a line feed. Throws CanonicalError, and `contexts.unknown` for a context that is not pinned.
 */
export function canonicalise(
  document: JsonObject,
  contexts: ContextLoader,
  { hash = 'sha256' }: { hash?: CanonicalHash } = {},
): string {
  return canonicalForm(document, contexts, hash)
}

/**
 * The statements of a document, blank nodes labelled `_:b0`, `_:b1`… as the walk meets them, and which of its objects
 * became which subject. A list is here by its array, for its first cell; its other cells have the labels that follow.
 * `labelOf` gives an object, or a list's array, the label it has in another document that it was copied from; what
 * gets none is labelled `_:n0`, `_:n1`… Throws CanonicalError.
 */
export function toRdf(
  document: JsonObject,
  contexts: ContextLoader,
  { labelOf }: { labelOf?: (node: object) => string | undefined } = {},
): { quads: Quad[]; nodes: ReadonlyMap<object, string> } {
  const nodes = new Map<object, string>()
  return { quads: quadsOf(document, contexts, labelOf ? { labelOf, nodes } : { nodes }), nodes }
}

/**
 * RDFC-1.0 on a dataset: its lines in order, and the canonical label (`_:c14n0`) of each blank node that it labels.
 * Throws CanonicalError where the nodes are too alike to be told apart in time.
 */
export function canonicaliseDataset(
  quads: readonly Quad[],
  { hash = 'sha256' }: { hash?: CanonicalHash } = {},
): { lines: string[]; labels: ReadonlyMap<string, string> } {
  const { dataset, labels } = datasetOf(quads)
  const lines = canonicalText(dataset, hash).match(LINE) ?? []
  return { lines, labels: new Map([...labels].map(([label, node]) => [label, node.token])) }
}
