import type { Node } from './dataset.ts'

/** An identifier issuer (RDF Dataset Canonicalization §4.5): labels in the order in which nodes are met. */
export class IdentifierIssuer {
  readonly #prefix: string
  readonly #issued: Map<Node, string>

  constructor(prefix: string, issued: ReadonlyMap<Node, string> = new Map()) {
    this.#prefix = prefix
    this.#issued = new Map(issued)
  }

  has(node: Node): boolean {
    return this.#issued.has(node)
  }

  get(node: Node): string | undefined {
    return this.#issued.get(node)
  }

  issue(node: Node): string {
    const known = this.#issued.get(node)
    if (known !== undefined) return known
    const label = this.#prefix + this.#issued.size
    this.#issued.set(node, label)
    return label
  }

  copy(): IdentifierIssuer {
    return new IdentifierIssuer(this.#prefix, this.#issued)
  }

  get size(): number {
    return this.#issued.size
  }

  /** The nodes in the order in which they got their labels. */
  nodes(): Iterable<Node> {
    return this.#issued.keys()
  }
}
