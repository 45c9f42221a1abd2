import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import { ContextTransitions } from './context-transitions.ts'
import { Dataset, type Node, type Term } from './dataset.ts'
import { Expansion } from './expansion.ts'
import { isBlankLabel } from './keywords.ts'
import type { Labelling } from './labels.ts'
import { PredicateTable } from './predicates.ts'
import { type CanonicalHash, canonicalText } from './rdfc.ts'

/** One RDF statement in N-Quads terms, blank nodes as `_:b0`; graph '' is the default graph. */
export interface Quad {
  subject: string
  predicate: string
  object: string
  graph: string
}

/** What has been worked out over each set of pinned contexts; it is begun anew when it has grown too large. */
const transitionsOf = new WeakMap<ContextLoader, ContextTransitions>()

export function transitionsOver(contexts: ContextLoader): ContextTransitions {
  const known = transitionsOf.get(contexts)
  if (known !== undefined && !known.full) return known.begin()
  const transitions = new ContextTransitions(contexts)
  transitionsOf.set(contexts, transitions)
  return transitions
}

/** The canonical form of a document. */
export function canonicalForm(document: JsonObject, contexts: ContextLoader, hash: CanonicalHash): string {
  const transitions = transitionsOver(contexts)
  const dataset = new Expansion(transitions).document(document)
  transitions.predicates.rank()
  return canonicalText(dataset, hash)
}

/** The statements of a document, in the order of the walk, each once. */
export function quadsOf(document: JsonObject, contexts: ContextLoader, labelling: Labelling): Quad[] {
  const dataset = new Expansion(transitionsOver(contexts), labelling).document(document)
  const seen = new Set<string>()
  const quads: Quad[] = []
  for (const { buckets } of [...dataset.resources.values(), ...dataset.blanks]) {
    for (const { subject, statements, graph } of buckets) {
      for (const statement of statements) {
        const quad = {
          subject: subject.label,
          predicate: statement.predicate.token.trim(),
          object: labelOf(statement.object),
          graph: graph?.label ?? '',
        }
        const line = `${quad.subject} ${quad.predicate} ${quad.object} ${quad.graph}`
        if (!seen.has(line)) quads.push(quad)
        seen.add(line)
      }
    }
  }
  return quads
}

/** The dataset that statements make, in which each blank node keeps its label. */
export function datasetOf(quads: readonly Quad[]): { dataset: Dataset; labels: Map<string, Node> } {
  const dataset = new Dataset()
  const labels = new Map<string, Node>()
  const predicates = new PredicateTable()
  const node = (token: string) => {
    if (!isBlankLabel(token)) return dataset.resource(token)
    const labelled = dataset.labelled(token, () => token)
    labels.set(token, labelled)
    return labelled
  }
  for (const { subject, predicate, object, graph } of quads) {
    const bucket = dataset.bucket(node(subject), graph === '' ? null : node(graph))
    dataset.add(bucket, predicates.of(predicate), isBlankLabel(object) ? node(object) : object)
  }
  predicates.rank()
  return { dataset, labels }
}

function labelOf(term: Term): string {
  return typeof term === 'string' ? term : term.label
}
