import type { PinnedKey } from '#trust'

/**
 * What the keys that were read from a DID document add to those on the register: keys that it does not know, and ends of keys
 * that it knows as in use. That a key is in the wrong hands is news of one that had ended otherwise, too.
 */
export function newKeys(known: readonly PinnedKey[], read: readonly PinnedKey[]): PinnedKey[] {
  return read.filter(({ key, reason }) => {
    const pinned = known.find((one) => one.key === key)
    if (pinned === undefined) return true
    const isWorse = reason === 'compromised' && pinned.reason !== 'compromised'
    return isWorse || (reason !== null && pinned.reason === null)
  })
}

/**
 * The keys on the register with what is new of them. Keys are added and ended, never taken away: what one of them signed stays
 * to be verified. An end is never taken back.
 */
export function withNewKeys(known: readonly PinnedKey[], read: readonly PinnedKey[]): PinnedKey[] {
  const added = newKeys(known, read)
  const ended = known.map((pinned) => {
    const end = added.find(({ key }) => key === pinned.key)
    return end === undefined ? pinned : { ...pinned, until: end.until, reason: end.reason }
  })
  return [...ended, ...added.filter(({ key }) => !known.some((pinned) => pinned.key === key))]
}
