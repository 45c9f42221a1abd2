import { equalBytes } from '#platform'
import { nodeHash } from './tree.ts'

/** A tree as somebody vouched for it. */
export interface TreeHead {
  size: number
  root: Uint8Array
}

/** No path is longer: sizes are whole numbers that JavaScript can count. */
export const MAX_PATH = 53

/** Whether a leaf of that hash is in the tree, at that place (RFC 9162 §2.1.3.2). */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  { size, root }: TreeHead,
  path: readonly Uint8Array[],
): boolean {
  if (!isCount(size) || !isCount(index) || index >= size || path.length > MAX_PATH) return false
  const way = new Way(index, size - 1)
  let hash = leaf
  for (const beside of path) {
    if (way.isAtRoot) return false
    hash = way.comesFromRight ? nodeHash(beside, hash) : nodeHash(hash, beside)
    way.up()
  }
  return way.isAtRoot && equalBytes(hash, root)
}

/** Whether the second tree is the first one with leaves added at its right, and nothing else (RFC 9162 §2.1.4.2). */
export function isConsistent(first: TreeHead, second: TreeHead, path: readonly Uint8Array[]): boolean {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size || path.length > MAX_PATH + 1)
    return false
  if (first.size === second.size) return path.length === 0 && equalBytes(first.root, second.root)
  if (first.size === 0) return path.length === 0
  const way = new Way(first.size - 1, second.size - 1)
  way.upWhileRight()
  // Where the first tree is a perfect subtree of the second, its root is known and not in the path.
  const [start, ...rest] = way.isFirst ? [first.root, ...path] : path
  if (start === undefined || path.length === 0) return false
  let [before, after] = [start, start]
  for (const beside of rest) {
    if (way.isAtRoot) return false
    if (way.comesFromRight) {
      before = nodeHash(beside, before)
      after = nodeHash(beside, after)
    } else {
      after = nodeHash(after, beside)
    }
    way.up()
  }
  return way.isAtRoot && equalBytes(before, first.root) && equalBytes(after, second.root)
}

/** Where one is on the way up from a node to the root: its place in its level, and the last place there. */
class Way {
  #place: number
  #last: number

  constructor(place: number, last: number) {
    this.#place = place
    this.#last = last
  }

  get isAtRoot(): boolean {
    return this.#last === 0
  }

  get isFirst(): boolean {
    return this.#place === 0
  }

  /** Whether what stands beside it stands at its left. The last node of a level has nothing at its right. */
  get comesFromRight(): boolean {
    return this.#place % 2 === 1 || this.#place === this.#last
  }

  /** One level up; over levels where the last node has nothing beside it, without one. */
  up(): void {
    if (this.comesFromRight) while (this.#place % 2 === 0 && this.#place !== 0) this.#halve()
    this.#halve()
  }

  upWhileRight(): void {
    while (this.#place % 2 === 1) this.#halve()
  }

  #halve(): void {
    this.#place = Math.floor(this.#place / 2)
    this.#last = Math.floor(this.#last / 2)
  }
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
