import { asText, isObject, type JsonObject } from '#platform'
import { schemeOwner } from '#trust'
import { daysOf } from './award-facts.ts'
import { validityOf } from './data-model.ts'
import { parseDateEnd } from './dates.ts'
import { type EndorsementFacts, isOfScheme } from './endorsement-facts.ts'
import type { EndorsedPart, Mark, MarkState } from './mark.ts'
import { isProven, type Report } from './report.ts'
import type { World } from './world.ts'

/** What the credential that carries an endorsement says, as far as the endorsement depends on it. */
export interface Endorsed {
  issuerId: string
  /** Whether the lists recognise the issuer for this award. */
  isRecognised: boolean
  achievements: readonly string[]
  /** The calendar day on which it was awarded. */
  awardedOn: string | null
}

interface Judgement {
  state: MarkState
  reason: string | null
}

/** Faults that end an endorsement without making it any less its signer's word. */
const ENDED: Readonly<Record<string, MarkState>> = {
  'status.revoked': 'withdrawn',
  'status.suspended': 'withdrawn',
  'dates.expired': 'expired',
  'dates.notYetValid': 'notYet',
}

const APPROVED: readonly (string | null)[] = ['Approved', 'ApprovedWithConditions']

/**
 * Makes a mark of a verified endorsement of a kind. A mark under a scheme is shown only if whoever signed it owns the scheme
 * by a list in use; what people and employers confirm is shown as what it is, whoever they are. Both must hold, be in date,
 * not be refused or withdrawn, and be tied to this very award.
 */
export function markOf(
  report: Report & { credential: JsonObject },
  facts: EndorsementFacts,
  about: EndorsedPart | null,
  endorsed: Endorsed,
  world: World,
): Mark {
  const { credential, recognition } = report
  const { id, name: ownName } = isObject(credential.issuer) ? credential.issuer : { id: credential.issuer }
  const { state, reason } = judge(report, facts, about, endorsed)
  const { from, until } = validityOf(credential)
  const { outcome, list, asOf, isStale, refused, isStapled } = recognition
  const { scheme } = facts
  const at = world.at ?? world.now
  return {
    ...facts,
    state,
    reason,
    name: asText(credential.name).slice(0, 300) || null,
    by: {
      id: asText(id),
      name: recognition.issuerName ?? (asText(ownName).slice(0, 200) || null),
      isListed: outcome === 'recognised',
    },
    schemeOwner:
      state === 'notSchemeOwner' && scheme !== null
        ? schemeOwner({ scheme, claimant: asText(id), on: daysOf(credential, at).on, at }, world.trustLists)
        : null,
    about,
    validFrom: asText(from[0]) || null,
    validUntil: asText(until[0]) || null,
    withdrawnOn: facts.outcome === 'Withdrawn' ? asText(from[0]) || null : null,
    isReviewOverdue: isOver(facts.reviewDueOn, at),
    isBeforeTeaching:
      facts.firstTeachingOn !== null && endorsed.awardedOn !== null && endorsed.awardedOn < facts.firstTeachingOn,
    recognition: { outcome, reason: recognition.reason, list, asOf, isStale, refused, isStapled },
  }
}

/** Of several reasons the one that says most of whose mark it is: forged, then about something else, then no longer good. */
function judge(report: Report, facts: EndorsementFacts, about: EndorsedPart | null, endorsed: Endorsed): Judgement {
  const { checks, recognition } = report
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  const unknown = checks.find(({ outcome, code }) => outcome === 'unknown' && !code.endsWith('.notRun'))
  const fault = failed.find(({ code }) => !Object.hasOwn(ENDED, code))
  const says = (state: MarkState, reason: string | null = null): Judgement => ({ state, reason })
  if (fault !== undefined) return says('invalid', fault.code)
  if (!isProven(checks)) return says('unchecked', unknown?.code ?? null)
  if (about === null || isForOthers(facts, about, endorsed)) return says('otherSubject')
  if (isOfScheme(facts)) {
    if (recognition.outcome === 'listUnavailable') return says('unchecked', 'recognition.listUnavailable')
    if (!isOwnersWord(report, facts)) return says('notSchemeOwner', `recognition.${recognition.outcome}`)
  } else if (report.credential !== null && signerOf(report.credential) === endorsed.issuerId) {
    return says('own')
  }
  if (about !== 'issuer' && !endorsed.isRecognised && !facts.mayIssue.includes(endorsed.issuerId))
    return says('unbound')
  const [ended] = failed
  if (ended !== undefined) return says(ENDED[ended.code] ?? 'invalid', ended.code)
  if (facts.outcome === 'Withdrawn') return says('withdrawn')
  if (!(isOfScheme(facts) ? APPROVED : [...APPROVED, null]).includes(facts.outcome)) return says('notApproved')
  if (unknown !== undefined) return says('unchecked', unknown.code)
  return says('shown')
}

/** A list that recognises somebody for a kind of endorsement, and names no scheme, does not say that any scheme is theirs. */
function isOwnersWord({ recognition }: Report, { scheme }: EndorsementFacts): boolean {
  const { outcome, scope } = recognition
  return outcome === 'recognised' && scheme !== null && scope?.schemes?.includes(scheme) === true
}

/**
 * One that names for whom or what it is, and not this: of an issuer's authority what that may award, of anything else who may
 * award it.
 */
function isForOthers(
  { kind, mayIssue }: EndorsementFacts,
  about: EndorsedPart,
  { issuerId, achievements }: Pick<Endorsed, 'issuerId' | 'achievements'>,
): boolean {
  if (mayIssue.length === 0) return false
  if (about !== 'issuer') return !mayIssue.includes(issuerId)
  if (kind !== 'IssuerAuthority') return false
  return achievements.length === 0 || !achievements.every((one) => mayIssue.includes(one))
}

const signerOf = ({ issuer }: JsonObject) => asText(isObject(issuer) ? issuer.id : issuer)

function isOver(day: string | null, at: Date): boolean {
  const end = day === null ? null : parseDateEnd(day)
  return end !== null && end < at
}
