import { sha256Hex } from '#platform'

/**
 * Puts what several people handed in into an order that says nothing of them: by a digest of each that depends on all of them.
 * Whoever hands in the same gets the same order, however they arrange it, and nobody can see to it that they come first.
 */
export function inNeutralOrder<T extends { text?: string; file?: { bytes: Uint8Array } }>(given: readonly T[]): T[] {
  const digests = given.map((one) => sha256Hex(one.file?.bytes ?? one.text?.trim() ?? ''))
  const all = sha256Hex(digests.toSorted().join(' '))
  const keyed = given.map((one, at) => ({ one, key: sha256Hex(`${all} ${digests[at] ?? ''}`) }))
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ one }) => one)
}
