import type { Bucket, Dataset, Node, Statement, Term } from './dataset.ts'
import { END } from './nquads.ts'
import { type Compare, compareCodePoints, compareUnits, sortInPlace } from './ordering.ts'
import { comparePredicates } from './predicates.ts'

export type HashText = (text: string) => string

/** The order in which a dataset's texts stand. */
export function orderOf({ astral }: Dataset): Compare {
  return astral ? compareCodePoints : compareUnits
}

/**
 * Puts a subject's statements in the order that their lines will have, and takes repeated ones out. Terms are written
 * so that none goes on where another ends: ordering subject, predicate and object one by one is ordering whole lines.
 * Blank objects come last, as they do in the lines (`_` follows `"` and `<`), among them first the subject itself.
 */
export function sortStatements(bucket: Bucket, compare: Compare): void {
  const { subject, statements } = bucket
  if (statements.length < 2) return
  sortInPlace(
    statements,
    (a, b) => comparePredicates(a.predicate, b.predicate) || compareObjects(a.object, b.object, subject, compare),
  )
  if (!statements.some((statement, at) => isSame(statement, statements[at - 1]))) return
  bucket.statements = statements.filter((statement, at) => !isSame(statement, statements[at - 1]))
}

function compareObjects(a: Term, b: Term, subject: Node, compare: Compare): number {
  if (typeof a === 'string') return typeof b === 'string' ? compare(a, b) : -1
  if (typeof b === 'string') return 1
  return Number(a !== subject) - Number(b !== subject)
}

/** Blank objects are not compared: the dataset takes care that none is stated twice. */
function isSame(a: Statement, b: Statement | undefined): boolean {
  return typeof a.object === 'string' && a.object === b?.object && comparePredicates(a.predicate, b.predicate) === 0
}

/**
 * Hash First Degree Quads (RDF Dataset Canonicalization §4.6): the hash of all statements with a blank node, in which
 * it is called `_:a` and every other `_:z`. Those with an IRI as subject come first, then its own, then the others.
 */
export function hashFirstDegreeQuads(node: Node, compare: Compare, hash: HashText): string {
  const ofResources: string[] = []
  const ofOthers: string[] = []
  const take = (subject: Node, line: string) => (subject.blank ? ofOthers : ofResources).push(line)
  for (const { bucket, predicate } of node.references) {
    const { subject, graph } = bucket
    if (subject !== node) take(subject, `${nameOf(subject, node)}${predicate.token}_:a${graphOf(graph, node)}`)
  }
  for (const { subject, statements, graph } of node.named) {
    if (subject === node) continue
    for (const { predicate, object } of statements) {
      if (object === node) continue
      take(subject, `${nameOf(subject, node)}${predicate.token}${nameOf(object, node)}${graphOf(graph, node)}`)
    }
  }
  return hash(inOrder(ofResources, compare) + ownLines(node, compare) + inOrder(ofOthers, compare))
}

function ownLines(node: Node, compare: Compare): string {
  const lines: string[] = []
  for (const { statements, graph } of node.buckets) {
    const end = graphOf(graph, node)
    for (const { predicate, object } of statements) lines.push(`_:a${predicate.token}${nameOf(object, node)}${end}`)
  }
  return node.buckets.length > 1 ? inOrder(lines, compare) : lines.join('')
}

function inOrder(lines: string[], compare: Compare): string {
  if (lines.length === 0) return ''
  if (lines.length > 1) lines.sort(compare)
  return lines.join('')
}

function nameOf(term: Term, node: Node): string {
  if (typeof term === 'string') return term
  if (term === node) return '_:a'
  return term.blank ? '_:z' : term.token
}

function graphOf(graph: Node | null, node: Node): string {
  return graph === null ? END : ` ${nameOf(graph, node)}${END}`
}
