import { CanonicalError } from './canonical-error.ts'

/**
 * How much comparing of blank nodes one dataset may cost (RDF Dataset Canonicalization §7.1): each hash, each node of a
 * path and each label copied counts one. It is about a tenth of a second; an honest credential stays far below.
 */
const MAX_WORK = 100_000

export class Budget {
  #left: number

  constructor(work = MAX_WORK) {
    this.#left = work
  }

  spend(work: number): void {
    this.#left -= work
    if (this.#left < 0) throw new CanonicalError('tooComplex', 'Its nodes are too alike to be told apart in time.')
  }
}
