import type { Dataset, Node } from './dataset.ts'
import type { List } from './list.ts'

/** How blank nodes get their labels, and where it is written down which object became which node. */
export interface Labelling {
  labelOf?: (object: object) => string | undefined
  nodes?: Map<object, string>
}

/** The blank nodes of one walk: labelled as they are met, or as the caller says. */
export class Labels {
  readonly #dataset: Dataset
  readonly #labelling: Labelling
  #issued = 0

  constructor(dataset: Dataset, labelling: Labelling) {
    this.#dataset = dataset
    this.#labelling = labelling
  }

  /** Writes down that an object of the document became a node. */
  note(object: object | undefined, node: Node): void {
    if (object !== undefined) this.#labelling.nodes?.set(object, node.label)
  }

  /** A new blank node; for the object of the document that it stands for. */
  blank(object?: object): Node {
    const given = object && this.#labelling.labelOf?.(object)
    const node = this.#dataset.blank(given ?? this.#next())
    this.note(object, node)
    return node
  }

  /** The blank node that the document gives a label itself. */
  labelled(label: string): Node {
    return this.#dataset.labelled(label, () => this.#next())
  }

  /** The cells of a list, whose labels follow one another, so that the first one's is enough to know them by. */
  cells({ items, array }: List): Node[] {
    const given = array && this.#labelling.labelOf?.(array)
    return items.map((_, at) => {
      if (at === 0) return this.blank(array)
      return this.#dataset.blank(given === undefined ? this.#next() : following(given, at))
    })
  }

  /** Beside labels that are given, other ones are issued, so that none is there twice. */
  #next(): string {
    return `${this.#labelling.labelOf ? '_:n' : '_:b'}${this.#issued++}`
  }
}

/** The label that comes so many after another. */
function following(label: string, steps: number): string {
  return label.replace(/\d+$/, (number) => String(Number(number) + steps))
}
