import { EMPTY_TREE, nodeHash, rootOf } from './tree.ts'

/**
 * Gets the hash of the perfect subtree of 2^level leaves whose first leaf is number index · 2^level: at level 0 that of a
 * leaf. Whoever keeps the tree answers; only what a proof needs is asked for.
 */
export type ReadNode = (level: number, index: number) => Uint8Array | Promise<Uint8Array>

/**
 * The hashes by which whoever knows the root of a tree of that size sees that the leaf is in it, from the leaf up (RFC 9162
 * §2.1.3.1). At most one for each bit of the size.
 */
export async function inclusionPath(index: number, size: number, read: ReadNode): Promise<Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`)
  const path: Uint8Array[] = []
  for (let [from, to] = [0, size]; to - from > 1; ) {
    const middle = from + half(to - from)
    if (index < middle) {
      path.push(await rangeHash(middle, to, read))
      to = middle
    } else {
      path.push(await rangeHash(from, middle, read))
      from = middle
    }
  }
  return path.reverse()
}

/**
 * The hashes by which whoever knows the roots of a tree at two sizes sees that nothing was changed or taken out between
 * them (RFC 9162 §2.1.4.1). Empty where there is nothing to show: the sizes are one, or the first is nought.
 */
export async function consistencyPath(first: number, second: number, read: ReadNode): Promise<Uint8Array[]> {
  if (!(first >= 0 && first <= second)) throw new RangeError(`A tree of ${second} never had ${first} leaves before.`)
  if (first === 0 || first === second) return []
  const path: Uint8Array[] = []
  let [from, to] = [0, second]
  while (first < to) {
    const middle = from + half(to - from)
    if (first <= middle) {
      path.push(await rangeHash(middle, to, read))
      to = middle
    } else {
      path.push(await rangeHash(from, middle, read))
      from = middle
    }
  }
  // What is left ends where the first tree ended. Where it begins at nought it is that tree, whose root is known.
  if (from > 0) path.push(await rangeHash(from, to, read))
  return path.reverse()
}

/** The hash over a whole tree of that size. */
export async function treeRoot(size: number, read: ReadNode): Promise<Uint8Array> {
  return size === 0 ? rootOf(EMPTY_TREE) : rangeHash(0, size, read)
}

/** The hash over the leaves from one up to, not including, another; `from` is where such a subtree of a tree begins. */
async function rangeHash(from: number, to: number, read: ReadNode): Promise<Uint8Array> {
  const count = to - from
  const left = half(count)
  if (count === 1 || (left * 2 === count && isPower(count))) return read(Math.log2(count), from / count)
  return nodeHash(await rangeHash(from, from + left, read), await rangeHash(from + left, to, read))
}

/** The largest power of two that is smaller than a number of leaves above one (RFC 9162 §2.1.1). */
function half(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

const isPower = (count: number) => half(count) * 2 === count
