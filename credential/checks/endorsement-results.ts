import { isOfScheme } from '../endorsement-facts.ts'
import type { Mark, MarkState } from '../mark.ts'
import type { CheckResult } from '../report.ts'
import { resultOf } from './check.ts'

const result = resultOf('endorsements')

/** The codes of marks that are not shown. */
const CODES: Record<Exclude<MarkState, 'shown'>, string> = {
  notSchemeOwner: 'endorsements.notSchemeOwner',
  expired: 'endorsements.expired',
  withdrawn: 'endorsements.withdrawn',
  notApproved: 'endorsements.notApproved',
  notYet: 'endorsements.notYet',
  invalid: 'endorsements.invalid',
  unchecked: 'endorsements.unchecked',
  otherSubject: 'endorsements.otherSubject',
  unbound: 'endorsements.unbound',
  own: 'endorsements.own',
}

/** A mark as results of its check. Nothing of it decides on the credential that carries it. */
export function resultsOfMark(mark: Mark): CheckResult[] {
  const detail = detailOf(mark)
  if (mark.state !== 'shown') return result('notice', CODES[mark.state], detail)
  return [
    ...shown(mark, detail),
    ...(mark.isReviewOverdue ? result('notice', 'endorsements.reviewDue', detail) : []),
    ...(mark.isBeforeTeaching ? result('notice', 'endorsements.beforeTeaching', detail) : []),
  ]
}

/** What somebody confirms is their word, and counts as more only where a list recognises them for that. */
function shown(mark: Mark, detail: CheckResult['detail']): CheckResult[] {
  if (isOfScheme(mark)) return result('passed', 'endorsements.mark', detail)
  return mark.by.isListed
    ? result('passed', 'endorsements.confirmed', detail)
    : result('notice', 'endorsements.confirmedByUnlisted', detail)
}

function detailOf(mark: Mark): CheckResult['detail'] {
  const { kind, by, about, reason, schemeOwner, recognition } = mark
  const facts = {
    kind,
    endorser: by.id,
    name: by.name,
    mark: mark.name,
    about,
    scheme: mark.scheme,
    reason,
    owner: schemeOwner?.name,
    list: recognition.list?.name,
    outcome: mark.outcome,
    validFrom: mark.validFrom,
    validUntil: mark.validUntil,
    withdrawnOn: mark.withdrawnOn,
    reviewDueOn: mark.reviewDueOn,
    firstTeachingOn: mark.firstTeachingOn,
  }
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
