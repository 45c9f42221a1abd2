import type { Budget } from './budget.ts'
import type { Node } from './dataset.ts'
import type { HashText } from './first-degree.ts'
import type { IdentifierIssuer } from './issuer.ts'
import { countPermutations, permutations } from './permutations.ts'

export interface NDegreeResult {
  hash: string
  issuer: IdentifierIssuer
}

/** What Hash N-Degree Quads works with. Nodes that have a canonical label already have it as their token. */
export interface NDegree {
  hash: HashText
  budget: Budget
}

type Position = 's' | 'o' | 'g'

/** Hash N-Degree Quads (RDF Dataset Canonicalization §4.8): tells nodes apart by the nodes they are connected with. */
export function hashNDegreeQuads(node: Node, given: IdentifierIssuer, work: NDegree): NDegreeResult {
  let issuer = given
  let dataToHash = ''
  work.budget.enter()
  const related = relatedNodes(node, issuer, work)
  for (const hash of [...related.keys()].sort()) {
    let chosen: Path | undefined
    const nodes = related.get(hash) ?? []
    const count = countPermutations(nodes)
    work.budget.spend(count * nodes.length)
    for (const permutation of permutations(nodes)) {
      const path = followPath(permutation, count === 1 ? issuer : copyOf(issuer, work), chosen?.text, work)
      if (path !== undefined && (chosen === undefined || path.text < chosen.text)) chosen = path
    }
    if (chosen === undefined) continue
    dataToHash += hash + chosen.text
    issuer = chosen.issuer
  }
  work.budget.spend(1)
  work.budget.leave()
  return { hash: work.hash(dataToHash), issuer }
}

/** Steps 1 to 3: the other blank nodes of the node's statements, by the hash of how they are connected. */
function relatedNodes(node: Node, issuer: IdentifierIssuer, work: NDegree): Map<string, Node[]> {
  const related = new Map<string, Node[]>()
  const add = (other: Node | string | null, position: Position, predicate: { iri: string }) => {
    if (other === null || typeof other === 'string' || other === node || !other.blank) return
    const hash = hashRelatedBlankNode(other, position, predicate, issuer, work)
    const known = related.get(hash)
    if (known) known.push(other)
    else related.set(hash, [other])
  }
  for (const { graph, statements } of node.buckets) {
    for (const { predicate, object } of statements) {
      add(object, 'o', predicate)
      add(graph, 'g', predicate)
    }
  }
  for (const { bucket, predicate } of node.references) {
    if (bucket.subject === node) continue
    add(bucket.subject, 's', predicate)
    add(bucket.graph, 'g', predicate)
  }
  for (const { subject, statements } of node.named) {
    if (subject === node) continue
    for (const { predicate, object } of statements) {
      if (object === node) continue
      add(subject, 's', predicate)
      add(object, 'o', predicate)
    }
  }
  return related
}

/** Hash Related Blank Node (§4.7). */
function hashRelatedBlankNode(
  other: Node,
  position: Position,
  predicate: { iri: string },
  issuer: IdentifierIssuer,
  { hash, budget }: NDegree,
): string {
  budget.spend(1)
  const name = other.token || (issuer.get(other) ?? other.hash)
  return hash(position === 'g' ? position + name : `${position}<${predicate.iri}>${name}`)
}

interface Path {
  text: string
  issuer: IdentifierIssuer
}

/** Step 5.4.1, which can be left out where there is only one permutation: what it issues is issued for good. */
function copyOf(issuer: IdentifierIssuer, { budget }: NDegree): IdentifierIssuer {
  budget.spend(1 + (issuer.size >> 2))
  return issuer.copy()
}

/** Steps 5.4.2 to 5.4.5 for one permutation; undefined as soon as it cannot be the least. */
function followPath(
  permutation: readonly Node[],
  given: IdentifierIssuer,
  chosen: string | undefined,
  work: NDegree,
): Path | undefined {
  let issuer = given
  let text = ''
  const recursion: Node[] = []
  for (const other of permutation) {
    if (other.token !== '') {
      text += other.token
    } else {
      if (!issuer.has(other)) recursion.push(other)
      text += issuer.issue(other)
    }
    if (chosen !== undefined && text > chosen) return undefined
  }
  for (const other of recursion) {
    const result = hashNDegreeQuads(other, issuer, work)
    text += `${issuer.issue(other)}<${result.hash}>`
    issuer = result.issuer
    if (chosen !== undefined && text > chosen) return undefined
  }
  return { text, issuer }
}
