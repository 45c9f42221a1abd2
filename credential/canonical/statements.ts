import { CanonicalError } from './canonical-error.ts'
import { type Bucket, Node, type Term } from './dataset.ts'
import { type Expanded, isResource, type Walk } from './expanded.ts'
import { type Item, List } from './list.ts'
import type { Predicate } from './predicates.ts'
import { RDF_NIL } from './predicates.ts'

/** States a property of a subject with all that its value expands to (JSON-LD API §8.1.2). */
export function state(bucket: Bucket, predicate: Predicate, expanded: Expanded, walk: Walk): void {
  if (expanded === null) return
  if (Array.isArray(expanded)) for (const item of expanded) stateItem(bucket, predicate, item, walk)
  else stateItem(bucket, predicate, expanded, walk)
}

function stateItem(bucket: Bucket, predicate: Predicate, item: Item, walk: Walk): void {
  walk.dataset.add(bucket, predicate, item instanceof List ? listHead(item, bucket.graph, walk) : item)
}

/** States a property the other way round: of each thing its value expands to, with the subject as its value. */
export function stateReversed(bucket: Bucket, predicate: Predicate, items: readonly Item[], walk: Walk): void {
  const { dataset } = walk
  dataset.mayRepeat()
  for (const item of items) {
    if (!isResource(item)) {
      throw new CanonicalError('notCanonical', 'A reverse property has a value that is no node.', {
        term: predicate.iri,
      })
    }
    dataset.add(dataset.bucket(asNode(item, walk), bucket.graph), predicate, bucket.subject)
  }
}

/** A resource as a node that can have statements. */
export function asNode(resource: Term, { dataset }: Walk): Node {
  return resource instanceof Node ? resource : dataset.resource(resource)
}

/** List Conversion (§8.3.2): one blank node for each item, linked by rdf:rest. */
function listHead(list: List, graph: Node | null, walk: Walk): Term {
  const { dataset, transitions } = walk
  const { first, rest } = transitions.predicates
  const cells = walk.labels.cells(list)
  for (const [at, cell] of cells.entries()) {
    const bucket = dataset.bucket(cell, graph)
    state(bucket, first, list.items[at] ?? null, walk)
    dataset.add(bucket, rest, cells[at + 1] ?? RDF_NIL)
  }
  return cells[0] ?? RDF_NIL
}
