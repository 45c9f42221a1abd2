import { EMPTY_TREE, grow, type ReadNode, rootOf, type TreeHead } from '#credential'

/** The tree over leaves as it is at its end. */
export function headOf(leaves: readonly Uint8Array[]): TreeHead {
  return { size: leaves.length, root: rootOf(leaves.reduce(grow, EMPTY_TREE)) }
}

/** Answers for the subtrees of leaves that are all at hand. */
export function readerOf(leaves: readonly Uint8Array[]): ReadNode {
  return (level, index) => headOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)).root
}
