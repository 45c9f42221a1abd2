import { PassportError } from '#platform'
import type { ListVersion, TrustList } from './model.ts'

/**
 * Holds a version of a list against the one that was seen last. Throws `trust.rolledBack` for an older one, and `trust.forked`
 * for another of the same number and for a next one that names another before it.
 */
export function expectToFollow(
  { sequence, digest, previousDigest }: Pick<TrustList, 'sequence' | 'digest' | 'previousDigest'>,
  seen: ListVersion | null,
): void {
  if (seen === null) return
  if (sequence < seen.sequence) {
    throw new PassportError('trust.rolledBack', 'The list of issuers is older than one that was seen before.')
  }
  if (sequence === seen.sequence && digest !== seen.digest) {
    throw new PassportError('trust.forked', 'There are two lists of issuers with the same number at this address.')
  }
  if (sequence === seen.sequence + 1 && previousDigest !== null && previousDigest !== seen.digest) {
    throw new PassportError('trust.forked', 'The list of issuers does not follow the one that was seen before.')
  }
}
