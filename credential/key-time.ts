import type { ProofFinding } from './checks/check.ts'
import { parseDateTime } from './dates.ts'
import type { VerificationMethod } from './did/document.ts'
import type { World } from './world.ts'

/** Whether what was signed stood in its issuer's log before a time. */
export type Witness = (before: Date) => boolean | Promise<boolean>

/** For what no log is kept of: presentations, status lists, receipts and Open Badges 2.0. */
export const NO_WITNESS: Witness = () => false

/** When a key ended, as whoever holds it says (Controlled Identifiers §2.2). */
export type KeyEnd = Pick<VerificationMethod, 'revoked' | 'expires'>

/**
 * Holds a good signature against the life of its key: the one place where that is decided (docs/decisions/0020).
 *
 * - A key that is in others' hands since T (`revoked`) signs nothing good from T on. What says that it is from before T
 *   is believed only where a log witnessed it before T, since a thief can write any date.
 * - A key that was retired (`expires`) is good for what says that it was signed before.
 *
 * A retirement after the date that is checked for is not one yet on that date. A theft after it is known all the same: what
 * is said to be from before could have been made yesterday. A time that cannot be read ended the key long ago.
 */
export async function heldAgainstKeyTime(
  found: ProofFinding,
  { revoked, expires }: KeyEnd,
  { now, at = now }: Pick<World, 'now' | 'at'>,
  witness: Witness,
): Promise<ProofFinding> {
  if (found.outcome !== 'passed' || (revoked === undefined && expires === undefined)) return found
  const { signedAt } = found
  const facts: ProofFinding['detail'] = signedAt === null ? {} : { signedAt: signedAt.toISOString() }
  const since = endOf(revoked, now)
  const until = endOf(expires, now)
  const notices: ProofFinding['notices'][number][] = []
  if (since !== null) {
    const detail = { ...facts, since: since.toISOString() }
    if (signedAt !== null && signedAt >= since) return refused(found, 'failed', 'issuer.keyCompromised', detail)
    if (await witness(since)) notices.push({ code: 'log.witnessed', detail })
    else if (since <= at) return refused(found, 'failed', 'log.notWitnessed', detail)
    else return refused(found, 'unknown', 'issuer.keyCompromisedLater', detail)
  }
  if (until !== null) {
    const detail = { ...facts, until: until.toISOString() }
    if (signedAt !== null && signedAt >= until) return refused(found, 'failed', 'issuer.keyEnded', detail)
    if (until <= at) {
      const isDated = signedAt !== null || (await witness(until))
      if (!isDated) return refused(found, 'unknown', 'issuer.keyUndated', detail)
      notices.push({ code: 'issuer.keyRetired', detail })
    }
  }
  return { ...found, notices: [...found.notices, ...notices] }
}

/** Whether a finding is about the time of a key: the signature itself holds. */
export function isOfKeyTime({ code }: Pick<ProofFinding, 'code'>): boolean {
  return OF_KEY_TIME.has(code)
}

const OF_KEY_TIME = new Set([
  'issuer.keyEnded',
  'issuer.keyUndated',
  'issuer.keyCompromised',
  'issuer.keyCompromisedLater',
  'log.notWitnessed',
])

const LONG_AGO = new Date(0)

/** The end that a method states, if it has come. */
function endOf(stated: KeyEnd['revoked'], now: Date): Date | null {
  if (stated === undefined) return null
  const end = parseDateTime(stated) ?? LONG_AGO
  return end <= now ? end : null
}

function refused(
  found: ProofFinding,
  outcome: 'failed' | 'unknown',
  code: string,
  detail: ProofFinding['detail'],
): ProofFinding {
  return { ...found, outcome, code, detail, signedBy: null }
}
