import type { ContextLoader } from '#contexts'
import { type JsonObject, sha256Hex } from '#platform'
import type { ActiveContext } from './active-context.ts'
import type { Bucket, Dataset, Node, Statement, Term } from './dataset.ts'
import { transitionsOver } from './engine.ts'
import { Expansion } from './expansion.ts'
import { hashFirstDegreeQuads, sortStatements } from './first-degree.ts'
import { isAbsoluteIri } from './keywords.ts'
import { type Differences, withTexts } from './leaves.ts'
import { iriToken, literalToken } from './nquads.ts'
import { compareUnits, hasAstral } from './ordering.ts'
import { isStated, linesOf } from './rdfc.ts'

/** What marks a text that varies while a template is made: characters for private use, which no sample may have. */
const MARK = '\uE000'
const markOf = (place: number) => `${MARK}${place}\uE001`

/** A text that varies: an IRI or the text of a literal, and where it stands in the dataset. */
interface Hole {
  place: number
  sample: string
  isIri: boolean
  statements: { statement: Statement; suffix: string }[]
  node: Node | undefined
}

/** Why documents that differ in some texts get no template: they are worked out one by one. */
export class NoTemplate extends Error {}

/**
 * The canonical form of documents that differ in some texts only (RDF Dataset Canonicalization §4.4). Their statements are
 * made once; for each document the texts are put into them, and only what depends on these is hashed, ordered and written anew.
 */
export class Template {
  readonly #holes: readonly Hole[]
  readonly #resources: Node[]
  readonly #blanks: Node[]
  /** What has to be ordered and hashed anew for each document. */
  readonly #unordered: readonly Bucket[]
  readonly #unhashed: readonly Node[]
  /** The lines of nodes that are the same in every document, but for the label of the node itself. */
  readonly #written = new Map<Node, { token: string; lines: string }>()
  readonly #steady: ReadonlySet<Node>

  /**
   * What is the same in all may have no character beyond the basic plane. Throws CanonicalError where the sample has no
   * canonical form, and NoTemplate where more depends on those texts than their own statements.
   */
  constructor(sample: JsonObject, places: ReadonlySet<number>, contexts: ContextLoader) {
    const texts = new Map<number, string>()
    const marked = withTexts(sample, (text, place) => {
      if (text.includes(MARK)) throw new NoTemplate('a mark in a text')
      if (!places.has(place)) return text
      texts.set(place, text)
      return text + markOf(place)
    })
    const transitions = transitionsOver(contexts)
    const dataset = new MarkedExpansion(transitions).document(marked)
    transitions.predicates.rank()
    this.#resources = [...dataset.resources.values()].filter(({ buckets }) => buckets.length > 0)
    this.#blanks = dataset.blanks.filter(isStated)
    const buckets = bucketsOf(dataset)
    this.#holes = [...texts].map(([place, text]) => holeOf(place, text, this.#resources, buckets))
    for (const bucket of buckets) sortOrRefuse(bucket)

    const varying = new Set(this.#holes.flatMap(({ node }) => node ?? []))
    const filled = new Set(this.#holes.flatMap(({ statements }) => statements.map(({ statement }) => statement)))
    const unordered = new Set(buckets.filter(({ statements }) => statements.some((one) => filled.has(one))))
    this.#unhashed = this.#blanks.filter(
      (node) =>
        node.buckets.some((bucket) => unordered.has(bucket)) ||
        node.references.some(({ bucket }) => varying.has(bucket.subject)),
    )
    for (const { buckets: own } of this.#unhashed) for (const bucket of own) unordered.add(bucket)
    this.#unordered = [...unordered]
    for (const node of this.#blanks) node.hash = hashFirstDegreeQuads(node, compareUnits, sha256Hex)
    this.#steady = new Set(
      [...this.#resources, ...this.#blanks].filter(
        (node) => !varying.has(node) && node.buckets.every((one) => !unordered.has(one) && one.blanks === 0),
      ),
    )
  }

  /** The canonical form of a document that differs from the sample so; undefined where it has to be worked out by itself. */
  fill(differences: Differences): string | undefined {
    for (const hole of this.#holes) if (!fillHole(hole, differences.get(hole.place) ?? hole.sample)) return undefined
    for (const bucket of this.#unordered) if (!isOrdered(bucket)) return undefined
    this.#resources.sort((a, b) => compareUnits(a.token, b.token))
    if (areAnyEqual(this.#resources, 'token') || !this.#label()) return undefined
    let text = ''
    for (const node of this.#resources) text += this.#linesOf(node)
    for (const node of this.#blanks) text += this.#linesOf(node)
    return text
  }

  /** Labels the blank nodes by their hashes, if these tell them apart, and puts them in the order of their labels. */
  #label(): boolean {
    const blanks = this.#blanks
    for (const node of this.#unhashed) node.hash = hashFirstDegreeQuads(node, compareUnits, sha256Hex)
    blanks.sort((a, b) => compareUnits(a.hash, b.hash))
    if (areAnyEqual(blanks, 'hash')) return false
    for (let at = 0; at < blanks.length; at++) (blanks[at] as Node).token = `_:c14n${at}`
    if (blanks.length > 10) blanks.sort((a, b) => compareUnits(a.token, b.token))
    return true
  }

  #linesOf(node: Node): string {
    if (!this.#steady.has(node)) return linesOf(node, compareUnits)
    const before = this.#written.get(node)
    if (before?.token === node.token) return before.lines
    const lines = linesOf(node, compareUnits)
    this.#written.set(node, { token: node.token, lines })
    return lines
  }
}

/** The walk through a sample with marks. What a marked text means may not depend on the terms of its context. */
class MarkedExpansion extends Expansion {
  override resource(text: string, active: ActiveContext, vocab: boolean): Term {
    if (vocab && text.includes(MARK)) throw new NoTemplate('a type or term that varies')
    return super.resource(text, active, vocab)
  }
}

function bucketsOf({ resources, blanks }: Dataset): Bucket[] {
  const buckets = [...resources.values(), ...blanks].flatMap((node) => node.buckets)
  if (buckets.some(({ graph }) => graph !== null)) throw new NoTemplate('a template with graphs')
  return buckets
}

/** Finds where a marked text came to stand. Every text makes a statement, or a template must not be made. */
function holeOf(place: number, sample: string, resources: readonly Node[], buckets: readonly Bucket[]): Hole {
  const text = sample + markOf(place)
  const iri = iriToken(text)
  const literal = literalToken(text, '')
  const all = buckets.flatMap(({ statements }) => statements)
  const found = all.filter(({ object }) => typeof object === 'string' && object.includes(markOf(place)))
  const node = resources.find(({ token }) => token === iri)
  const isIri = node !== undefined || found[0]?.object === iri
  const statements = found.map((statement) => {
    const object = typeof statement.object === 'string' ? statement.object : ''
    if (isIri ? object !== iri : !object.startsWith(literal)) throw new NoTemplate('a text that varies within a value')
    const suffix = isIri ? '' : object.slice(literal.length)
    if (suffix.includes(MARK)) throw new NoTemplate('a datatype that varies')
    return { statement, suffix }
  })
  if (statements.length === 0 && node === undefined) throw new NoTemplate('a text that varies and is not stated')
  return { place, sample, isIri, statements, node }
}

/** Puts a text in; answers false for one that may be ordered otherwise, and for an IRI that may not be read as that of the sample is. */
function fillHole({ isIri, sample, statements, node }: Hole, text: string): boolean {
  if (hasAstral(text) || (isIri && !readsAlike(text, sample))) return false
  for (const { statement, suffix } of statements) statement.object = isIri ? iriToken(text) : literalToken(text, suffix)
  if (node !== undefined) node.token = iriToken(text)
  return true
}

/** IRI Expansion (JSON-LD API §5.2.2) looks at what stands before the first colon, and whether two slashes follow it. */
function readsAlike(iri: string, sample: string): boolean {
  const scheme = sample.slice(0, sample.indexOf(':') + 1)
  return (
    iri.startsWith(scheme) &&
    isAbsoluteIri(iri) &&
    iri.startsWith('//', scheme.length) === sample.startsWith('//', scheme.length)
  )
}

/** Orders a subject's statements; answers false where one is there twice, and leaves them all. */
function isOrdered(bucket: Bucket): boolean {
  const all = bucket.statements
  sortStatements(bucket, compareUnits)
  const isComplete = bucket.statements === all
  bucket.statements = all
  return isComplete
}

function sortOrRefuse(bucket: Bucket): void {
  if (!isOrdered(bucket)) throw new NoTemplate('a statement that is there twice')
}

function areAnyEqual(sorted: readonly Node[], what: 'token' | 'hash'): boolean {
  for (let at = 1; at < sorted.length; at++) if (sorted[at]?.[what] === sorted[at - 1]?.[what]) return true
  return false
}
