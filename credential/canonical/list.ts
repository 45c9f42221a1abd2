import type { Term } from './dataset.ts'

/** A list whose cells are not made yet; from the array of the document where there is one. */
export class List {
  readonly items: Item[]
  readonly array: object | undefined

  constructor(items: Item[], array?: object) {
    this.items = items
    this.array = array
  }
}

export type Item = Term | List
