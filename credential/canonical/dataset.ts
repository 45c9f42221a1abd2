import { CanonicalError } from './canonical-error.ts'
import type { Predicate } from './predicates.ts'

/** More statements than the largest document we accept can honestly have. */
const MAX_QUADS = 50_000

/** What a node has none of yet. Most have one of a kind or none, so an array is made when the first comes. */
const NONE: never[] = []
Object.freeze(NONE)

/** A blank node, or an IRI that is the subject of statements or the name of a graph. */
export class Node {
  /** An IRI as it stands in a statement. A blank node gets its canonical label here, and has none before. */
  token: string
  readonly blank: boolean
  /** Its place among the nodes of the dataset. */
  readonly place: number
  /** Its label before it has a canonical one. */
  readonly label: string
  /** Its own statements, by graph. */
  buckets: Bucket[] = NONE
  /** For a blank node: the statements that it is the object of, and the statements of the graph that it names. */
  references: Reference[] = NONE
  named: Bucket[] = NONE
  /** The result of Hash First Degree Quads. */
  hash = ''

  constructor(token: string, place: number, label: string) {
    this.token = token
    this.blank = token === ''
    this.place = place
    this.label = label
  }
}

/** An object: an IRI or a literal as it stands in a statement, or a blank node. */
export type Term = string | Node

export interface Statement {
  predicate: Predicate
  object: Term
}

/** The statements about one subject in one graph; null is the default graph. */
export interface Bucket {
  readonly subject: Node
  readonly graph: Node | null
  statements: Statement[]
  /** How many of the objects are blank nodes. */
  blanks: number
}

export interface Reference {
  readonly bucket: Bucket
  readonly predicate: Predicate
}

/** An RDF dataset, kept by subject as canonicalisation needs it. */
export class Dataset {
  readonly resources = new Map<string, Node>()
  readonly blanks: Node[] = []
  #labelled: Map<string, Node> | undefined
  /** Statements with a blank object, from when one may be made again; before, each is new. */
  #made: Set<string> | undefined
  #quads = 0

  /** The node of an IRI, given as it stands in a statement. */
  resource(token: string): Node {
    const known = this.resources.get(token)
    if (known) return known
    const node = new Node(token, this.#places(), token)
    this.resources.set(token, node)
    return node
  }

  /** A new blank node, by a label that no other has. */
  blank(label: string): Node {
    const node = new Node('', this.#places(), label)
    this.blanks.push(node)
    return node
  }

  /** The blank node that the input calls by a label; `issue` gives the label it has here. */
  labelled(label: string, issue: (label: string) => string): Node {
    this.mayRepeat()
    this.#labelled ??= new Map()
    const known = this.#labelled.get(label)
    if (known) return known
    const node = this.blank(issue(label))
    this.#labelled.set(label, node)
    return node
  }

  /** From here on a statement with a blank object may be made that was made before. */
  mayRepeat(): void {
    this.#made ??= new Set()
  }

  bucket(subject: Node, graph: Node | null): Bucket {
    for (const bucket of subject.buckets) if (bucket.graph === graph) return bucket
    const bucket: Bucket = { subject, graph, statements: [], blanks: 0 }
    subject.buckets = withOneMore(subject.buckets, bucket)
    if (graph?.blank) graph.named = withOneMore(graph.named, bucket)
    return bucket
  }

  add(bucket: Bucket, predicate: Predicate, object: Term): void {
    if (++this.#quads > MAX_QUADS) throw new CanonicalError('tooComplex', 'The document makes too many statements.')
    if (typeof object === 'string' || !object.blank) {
      bucket.statements.push({ predicate, object: typeof object === 'string' ? object : object.token })
      return
    }
    if (this.#made !== undefined && this.#again(bucket, predicate, object)) return
    bucket.statements.push({ predicate, object })
    bucket.blanks++
    object.references = withOneMore(object.references, { bucket, predicate })
  }

  #again({ subject, graph }: Bucket, predicate: Predicate, object: Node): boolean {
    const statement = `${subject.place} ${graph?.place ?? ''}${predicate.token}${object.place}`
    const made = this.#made?.has(statement) ?? false
    this.#made?.add(statement)
    return made
  }

  #places(): number {
    return this.resources.size + this.blanks.length
  }
}

function withOneMore<Item>(items: Item[], one: Item): Item[] {
  if (items.length === 0) return [one]
  items.push(one)
  return items
}
