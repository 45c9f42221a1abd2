import type { AwardFacts } from './award.ts'
import { logsOf, type PinnedKey, type RecognisedAction, type RecognisedEntity } from './model.ts'
import type { RecognitionOutcome, RecognitionReason } from './recognition.ts'
import { isOfEndorsements, outsideOf, type ScopeMember } from './scope.ts'

/** What one entry of one list says of an award. */
export interface Decision {
  outcome: RecognitionOutcome
  reason: RecognitionReason | null
  action: RecognisedAction | null
  outside: readonly ScopeMember[]
  key: PinnedKey | null
}

type Judgement = Omit<Decision, 'key'>

/** What goes before what, where several actions or lists speak of one issuer: not how good it is for the issuer. */
export const ORDER: readonly RecognitionOutcome[] = [
  'recognised',
  'withdrawn',
  'notAtThatDate',
  'outOfScope',
  'notListed',
]

/**
 * What an entry says of an award that its own key signed, as of a day: what was withdrawn only later does not count yet. Of
 * its actions the one that is first in `ORDER` decides; without its key the award is not its, whatever they say.
 */
export function decide(entity: RecognisedEntity, award: AwardFacts, at: Date): Decision {
  return heldAgainstKeys({ ...judge(entity, 'issue', award, at), key: null }, entity, award)
}

/**
 * What was found of an award, held against the keys by which an entry knows its issuer: one that is not its, or was not its
 * then, is so whoever else recognises the issuer. An entry without keys leaves it as it is.
 */
export function heldAgainstKeys(found: Decision, { keys }: RecognisedEntity, award: AwardFacts): Decision {
  if (keys.length === 0) return found
  const key = keys.find((pinned) => pinned.key === award.key) ?? null
  const fault = faultOfKey(key, award)
  return fault !== null && outweighs(fault, found, key) ? { ...found, ...fault, key } : { ...found, key }
}

/** Whether an entry lets what somebody signed count as its issuer's, by the key and the time. An entry without keys lets any. */
export function isSignedAsKnown({ keys }: RecognisedEntity, signature: Signature): boolean {
  return (
    keys.length === 0 || faultOfKey(keys.find((pinned) => pinned.key === signature.key) ?? null, signature) === null
  )
}

/** What decides whether a key was its issuer's when something was signed. */
export type Signature = Pick<AwardFacts, 'key' | 'on' | 'signedAt' | 'witnessedAt'>

/** An unknown key is nobody's on the list, whatever was signed. A known one decides where it says worse than the dates do. */
function outweighs(fault: Pick<Decision, 'outcome'>, best: Judgement, key: PinnedKey | null): boolean {
  if (key === null || best.outcome === 'recognised') return true
  return best.outcome === 'notAtThatDate' && fault.outcome === 'withdrawn'
}

/** What an entry says of somebody else's award, for whom it speaks: whether it may recognise others for that. */
export function decideForAnother(entity: RecognisedEntity, award: AwardFacts, at: Date): Decision {
  return { ...judge(entity, 'recognise', award, at), key: null }
}

function judge(entity: RecognisedEntity, kind: RecognisedAction['action'], award: AwardFacts, at: Date): Judgement {
  const judgements = entity.actions
    .filter(({ action }) => action === kind)
    .map((action) => judgeAction(action, entity, award, at))
    .toSorted(
      (one, other) =>
        rank(one.outcome) - rank(other.outcome) ||
        one.outside.length - other.outside.length ||
        // A period that the day lies in says more than one that it does not.
        Number(other.reason === 'suspended') - Number(one.reason === 'suspended'),
    )
  return judgements[0] ?? { outcome: 'outOfScope', reason: 'scope', action: null, outside: [] }
}

function judgeAction(action: RecognisedAction, entity: RecognisedEntity, award: AwardFacts, at: Date): Judgement {
  const says = (outcome: RecognitionOutcome, reason: RecognitionReason | null): Judgement => ({
    outcome,
    reason,
    action,
    outside: [],
  })
  // A good word claims nothing that a scope could limit: whoever is recognised for anything may put one in.
  if (award.kind !== 'goodWord') {
    if (isOfEndorsements(action.scope) !== (award.kind === 'endorsement')) return says('outOfScope', 'scope')
    // A decision awards nothing: it takes somebody who may award something.
    const outside = award.kind === 'decision' ? [] : outsideOf(action.scope, award)
    if (outside.length > 0) return { ...says('outOfScope', 'scope'), outside }
  }
  if (award.on.some((day) => day < action.from)) return says('notAtThatDate', 'before')
  const withdrawn = reasonOfWithdrawal(action, entity, award, at)
  if (withdrawn !== null) return says('withdrawn', withdrawn)
  if (award.on.length === 0) return says('notAtThatDate', 'dayUnreadable')
  const { until } = action
  if (until !== null && award.on.some((day) => day > until)) return says('notAtThatDate', 'after')
  if (award.on.some((day) => isSuspended(action, day))) return says('notAtThatDate', 'suspended')
  const { closure } = entity
  if (closure !== null && closure.on <= at && award.on.some((day) => day > closure.on)) {
    return says('notAtThatDate', 'closed')
  }
  return says('recognised', null)
}

/** Whether somebody had it and has it no more: that nobody whom a list recognises can give back. */
export function isTakenAway({ outcome, reason }: Decision): boolean {
  return outcome === 'withdrawn' || reason === 'suspended'
}

/** Whether a suspension covers that day. */
export function isSuspended({ suspensions }: RecognisedAction, day: Date): boolean {
  return suspensions.some(({ from, until }) => from <= day && (until === null || day < until))
}

/**
 * Whether what somebody may do was withdrawn by a time. A withdrawal counts from its own day on; one that is retroactive
 * counts from then on for earlier awards too.
 */
export function isWithdrawn({ withdrawal }: RecognisedAction, at: Date): boolean {
  return withdrawal !== null && withdrawal.on <= at
}

/**
 * Dates are the issuer's own word, so one whose recognition was withdrawn could write earlier ones, and sign earlier
 * checkpoints of its own log. Where a list saw that log, only what was in it then counts as made before. A log whose place
 * another took had its own time, and what is dated in it has to have been seen in one of them all the same.
 */
function reasonOfWithdrawal(
  action: RecognisedAction,
  entity: RecognisedEntity,
  award: AwardFacts,
  at: Date,
): RecognitionReason | null {
  const { withdrawal } = action
  if (withdrawal === null || !isWithdrawn(action, at)) return null
  const { on, isRetroactive } = withdrawal
  if (isRetroactive) return 'retroactive'
  const stated = award.signedAt === null ? award.on : [...award.on, award.signedAt]
  if (stated.some((time) => time >= on)) return 'withdrawn'
  const isLogged = logsOf(entity).some(({ seen, since }) => seen !== undefined && stated.some((time) => time >= since))
  const isSeen = award.seenAt !== null && award.seenAt < on
  return isLogged && !isSeen ? 'notWitnessed' : null
}

function wasLoggedBefore({ witnessedAt }: Signature, time: Date): boolean {
  return witnessedAt !== null && witnessedAt < time
}

/**
 * A key counts for what was signed in its time. One that fell into others' hands counts for what the log held before, on
 * whatever day that is asked: what is said to be older could have been made since.
 */
function faultOfKey(key: PinnedKey | null, award: Signature): Pick<Decision, 'outcome' | 'reason'> | null {
  if (award.key === null) return { outcome: 'notListed', reason: 'keyUnknown' }
  if (key === null) return { outcome: 'notListed', reason: 'keyNotListed' }
  const { from, until, reason } = key
  const signed = award.signedAt === null ? award.on : [award.signedAt]
  if (from !== null && signed.some((time) => time < from)) return { outcome: 'notAtThatDate', reason: 'keyNotThen' }
  if (until === null) return null
  if (reason !== 'compromised') {
    return signed.some((time) => time > until) ? { outcome: 'notAtThatDate', reason: 'keyNotThen' } : null
  }
  if (award.signedAt !== null && award.signedAt >= until) return { outcome: 'withdrawn', reason: 'keyCompromised' }
  return wasLoggedBefore(award, until) ? null : { outcome: 'withdrawn', reason: 'notWitnessed' }
}

const rank = (outcome: RecognitionOutcome) => ORDER.indexOf(outcome)
