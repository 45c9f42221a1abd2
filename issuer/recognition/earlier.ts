import { parseJsonObject } from '#platform'
import { type DecisionMessage, decisionsIn, termAt } from '#protocol'
import { type DecidedShare, frameworks } from '#skills'
import type { Queries } from '#storage'
import { listNamed } from '../records/credentials.ts'
import type { Issuer } from '../records/issuers.ts'
import type { PackItem } from './open-pack.ts'
import type { RecognitionTarget } from './target.ts'

/** Of whom and for what decisions are asked. */
export interface AskedEarlier {
  /** What decisions for that qualification are called. */
  title: string
  target: Extract<RecognitionTarget, { kind: 'qualification' }>
  email: string
  items: readonly PackItem[]
  /** The decision that is being made, which may have been signed already. */
  once: string
}

/**
 * What this issuer decided or is deciding for a qualification, and still stands by, of the same learner: sent to the same address, about
 * the same person, or because of the same credentials. The caps of the rules are over all of it.
 */
export async function earlierDecisions(
  { title, target, email, items, once }: AskedEarlier,
  issuer: Issuer,
  db: Queries,
): Promise<DecidedShare[]> {
  const before = await listNamed(db, issuer.id, title)
  return before.flatMap(({ id, recipient_email, unsigned }) => {
    const decisions = unsigned === '' || id === once ? [] : decisionsIn(parseJsonObject(unsigned))
    const isSame =
      recipient_email?.toLowerCase() === email.toLowerCase() || decisions.some((one) => isOfSame(one, items))
    return isSame ? decisions.flatMap((one) => shareOf(one, target)) : []
  })
}

const isOfSame = ({ id, basedOn }: DecisionMessage, items: readonly PackItem[]) =>
  items.some(({ credentialId, subject }) => basedOn.includes(credentialId) || (id !== undefined && id === subject))

/** What of it counts; what was refused, or is beyond a cap, takes no room. */
function shareOf(decision: DecisionMessage, { ruleset }: AskedEarlier['target']): DecidedShare[] {
  const { recognitionType, satisfies, basedOn, creditCounted, decidedOn } = decision
  const size = creditCounted === undefined ? null : Number(creditCounted.creditValue)
  const codes = satisfies.flatMap((address) => {
    const [id, code] = (termAt(address) ?? '').split('#')
    return id === ruleset.id && code !== undefined ? [code] : []
  })
  if (codes.length === 0 || size === 0) return []
  const units = codes.filter((code) => ruleset.content.units.some(({ id }) => id === code))
  const level = frameworks().levels.content.rows.find(({ rqfUri }) => rqfUri === creditCounted?.creditLevel)?.rqf
  return [
    {
      outcome: 'accepted',
      recognitionType,
      basedOn: basedOn[0] ?? '',
      achievedOn: decidedOn,
      way: {
        units,
        size,
        level: level === undefined || level === null ? null : /^\d$/.test(level) ? Number(level) : level,
        confidence: 'sourced',
      },
    },
  ]
}
