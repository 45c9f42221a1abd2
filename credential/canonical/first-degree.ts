import type { Bucket, Node, Reference, Statement, Term } from './dataset.ts'
import { END, LINE } from './nquads.ts'
import { type Compare, sortInPlace } from './ordering.ts'
import { comparePredicates } from './predicates.ts'

export type HashText = (text: string) => string

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
  for (let at = 1; at < statements.length; at++) {
    if (!isSame(statements[at] as Statement, statements[at - 1])) continue
    bucket.statements = statements.filter((statement, place) => !isSame(statement, statements[place - 1]))
    return
  }
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
  const own = ownLines(node, compare)
  const [only] = node.references
  if (only !== undefined && node.references.length === 1 && node.named.length === 0) {
    // Nearly every node is the value of one property.
    const { subject } = only.bucket
    if (subject === node) return hash(own)
    const line = referringLine(node, only)
    return hash(subject.blank ? own + line : line + own)
  }
  const ofResources: string[] = []
  const ofOthers: string[] = []
  const take = (subject: Node, line: string) => (subject.blank ? ofOthers : ofResources).push(line)
  for (const reference of node.references) {
    const { subject } = reference.bucket
    if (subject !== node) take(subject, referringLine(node, reference))
  }
  for (const { subject, statements, graph } of node.named) {
    if (subject === node) continue
    for (const { predicate, object } of statements) {
      if (object === node) continue
      take(subject, nameOf(subject, node) + predicate.token + nameOf(object, node) + graphOf(graph, node))
    }
  }
  return hash(inOrder(ofResources, compare) + own + inOrder(ofOthers, compare))
}

function referringLine(node: Node, { bucket, predicate }: Reference): string {
  return `${nameOf(bucket.subject, node)}${predicate.token}_:a${graphOf(bucket.graph, node)}`
}

function ownLines(node: Node, compare: Compare): string {
  const [only] = node.buckets
  if (only !== undefined && node.buckets.length === 1) return linesIn(only, node)
  return inOrder(
    node.buckets.flatMap((bucket) => linesIn(bucket, node).match(LINE) ?? []),
    compare,
  )
}

function linesIn({ statements, graph }: Bucket, node: Node): string {
  const end = graphOf(graph, node)
  let text = ''
  for (const { predicate, object } of statements) text += `_:a${predicate.token}${nameOf(object, node)}${end}`
  return text
}

function inOrder(lines: string[], compare: Compare): string {
  return lines.sort(compare).join('')
}

function nameOf(term: Term, node: Node): string {
  if (typeof term === 'string') return term
  if (term === node) return '_:a'
  return term.blank ? '_:z' : term.token
}

function graphOf(graph: Node | null, node: Node): string {
  return graph === null ? END : ` ${nameOf(graph, node)}${END}`
}
