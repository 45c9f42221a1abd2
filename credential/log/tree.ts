import { sha256 } from '#platform'

/**
 * A Merkle tree that grows at its right (RFC 9162 §2.1.1), as little of it as is needed to go on: its size, and the hashes
 * of the perfect subtrees that it falls into, the largest first. There are never more of these than the size has bits.
 */
export interface Tree {
  readonly size: number
  readonly peaks: readonly Uint8Array[]
}

export const EMPTY_TREE: Tree = { size: 0, peaks: [] }

/** The hash of a leaf. What is hashed begins with another byte than a node's, so that neither passes for the other. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([LEAF, entry]))
}

/** The hash of a node of the tree over those of its children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([NODE, left, right]))
}

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The tree with one leaf more, given by its hash. */
export function grow({ size, peaks }: Tree, leaf: Uint8Array): Tree {
  const grown = [...peaks]
  let hash = leaf
  // Each trailing one of the size is a perfect subtree as large as the one at hand.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(grown.pop() ?? hash, hash)
  return { size: size + 1, peaks: [...grown, hash] }
}

/** The hash over the whole tree (RFC 9162 §2.1.1); that of an empty one is SHA-256 of nothing. */
export function rootOf({ peaks }: Tree): Uint8Array {
  return (
    [...peaks].reduceRight<Uint8Array | undefined>(
      (right, left) => (right === undefined ? left : nodeHash(left, right)),
      undefined,
    ) ?? sha256('')
  )
}
