import { CanonicalError } from './canonical-error.ts'

/** It takes less than a tenth of a second; an honest credential stays far below. */
const MAX_WORK = 40_000
/** How long a chain of nodes may be that are told apart one by the next; the stack has to hold it. */
const MAX_DEPTH = 1000

/**
 * How much comparing of blank nodes one dataset may cost (RDF Dataset Canonicalization §7.1): each hash and each node of
 * a path counts one, and so do four labels copied.
 */
export class Budget {
  #work = MAX_WORK
  #depth = MAX_DEPTH

  spend(work: number): void {
    this.#work -= work
    // Written this way round for a count of permutations that is no number any more.
    if (!(this.#work >= 0)) throw tooAlike()
  }

  enter(): void {
    if (--this.#depth < 0) throw tooAlike()
  }

  leave(): void {
    this.#depth++
  }
}

function tooAlike(): CanonicalError {
  return new CanonicalError('tooComplex', 'Its nodes are too alike to be told apart in time.')
}
