import { sha256Hex, sha384Hex } from '#platform'
import { Budget } from './budget.ts'
import type { Bucket, Dataset, Node, Term } from './dataset.ts'
import { type HashText, hashFirstDegreeQuads, sortStatements } from './first-degree.ts'
import { IdentifierIssuer } from './issuer.ts'
import { hashNDegreeQuads, type NDegreeResult } from './n-degree.ts'
import { END, LINE } from './nquads.ts'
import { type Compare, compareCodePoints, compareUnits, hasAstral, sortInPlace } from './ordering.ts'
import { comparePredicates } from './predicates.ts'

/** The hash that RDFC-1.0 works with: SHA-256, and SHA-384 for P-384 signatures (ECDSA Cryptosuites §3.2). */
export type CanonicalHash = 'sha256' | 'sha384'

const HASHES: Record<CanonicalHash, HashText> = { sha256: sha256Hex, sha384: sha384Hex }

/** Canonicalization (RDF Dataset Canonicalization §4.4): the lines of the dataset in order. Its nodes get their labels. */
export function canonicalText(dataset: Dataset, hash: CanonicalHash): string {
  const text = inOrder(dataset, compareUnits, HASHES[hash])
  // Nearly always the order of code units is that of code points, and the text itself shows where it may not be. What has
  // as many bytes as characters is ASCII.
  return Buffer.byteLength(text) !== text.length && hasAstral(text)
    ? inOrder(dataset, compareCodePoints, HASHES[hash])
    : text
}

function inOrder(dataset: Dataset, compare: Compare, hash: HashText): string {
  const resources = [...dataset.resources.values()].filter(({ buckets }) => buckets.length > 0)
  const blanks = dataset.blanks.filter(isStated)
  for (const node of blanks) node.token = ''
  for (const { buckets } of resources) for (const bucket of buckets) sortStatements(bucket, compare)
  for (const { buckets } of blanks) for (const bucket of buckets) sortStatements(bucket, compare)
  issueLabels(blanks, compare, hash)
  resources.sort((a, b) => compare(a.token, b.token))
  blanks.sort((a, b) => compareUnits(a.token, b.token))
  let text = ''
  for (const node of resources) text += linesOf(node, compare)
  for (const node of blanks) text += linesOf(node, compare)
  return text
}

/** A blank node that no statement mentions does not exist in RDF. */
export function isStated({ buckets, references, named }: Node): boolean {
  return references.length > 0 || named.some(isNotEmpty) || buckets.some(isNotEmpty)
}

function isNotEmpty({ statements }: { statements: readonly unknown[] }): boolean {
  return statements.length > 0
}

/** Steps 3 to 5: by first degree hashes those that differ; the rest by how they are connected. */
function issueLabels(blanks: readonly Node[], compare: Compare, hash: HashText): void {
  let issued = 0
  const issue = (node: Node) => {
    if (node.token === '') node.token = `_:c14n${issued++}`
  }
  // One that is alone needs no hash to be told from others.
  if (blanks.length === 1) for (const node of blanks) issue(node)
  if (blanks.length < 2) return
  for (const node of blanks) node.hash = hashFirstDegreeQuads(node, compare, hash)
  const groups = groupByHash(blanks)
  for (const [first, ...others] of groups) if (first && others.length === 0) issue(first)
  const work = { hash, budget: new Budget() }
  for (const group of groups) {
    if (group.length < 2) continue
    const paths: NDegreeResult[] = []
    for (const node of group) {
      if (node.token !== '') continue
      const issuer = new IdentifierIssuer('_:b')
      issuer.issue(node)
      paths.push(hashNDegreeQuads(node, issuer, work))
    }
    paths.sort((a, b) => compareUnits(a.hash, b.hash))
    for (const { issuer } of paths) for (const node of issuer.nodes()) issue(node)
  }
}

/** The nodes by their hash, in the order of the hashes. */
function groupByHash(blanks: readonly Node[]): Node[][] {
  const groups: Node[][] = []
  for (const node of [...blanks].sort((a, b) => compareUnits(a.hash, b.hash))) {
    const last = groups.at(-1)
    if (last?.[0]?.hash === node.hash) last.push(node)
    else groups.push([node])
  }
  return groups
}

/** Step 6 for the statements about one node, whose labels are all issued. */
export function linesOf({ token, buckets }: Node, compare: Compare): string {
  const [only] = buckets
  if (only !== undefined && buckets.length === 1) return linesIn(only, token, compare)
  const lines = buckets.flatMap((bucket) => linesIn(bucket, token, compare).match(LINE) ?? [])
  return lines.sort(compare).join('')
}

function linesIn({ statements, graph, blanks }: Bucket, subject: string, compare: Compare): string {
  if (blanks > 1) {
    sortInPlace(
      statements,
      (a, b) => comparePredicates(a.predicate, b.predicate) || compare(textOf(a.object), textOf(b.object)),
    )
  }
  const end = graph === null ? END : ` ${graph.token}${END}`
  let text = ''
  for (const { predicate, object } of statements) text += subject + predicate.token + textOf(object) + end
  return text
}

function textOf(term: Term): string {
  return typeof term === 'string' ? term : term.token
}
