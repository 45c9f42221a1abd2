import { effectiveAssurance } from './assurance.ts'
import type { AwardFacts } from './award.ts'
import { type Decision, decide, decideForAnother, heldAgainstKeys, isTakenAway, ORDER } from './decide.ts'
import type { Closure, RecognisedEntity, TrustList, UnavailableList } from './model.ts'
import { type ListAnswer, NOT_LISTED, type Recognition, type RecognitionReason } from './recognition.ts'

/**
 * How several lists are weighed: one that recognises is enough (`any`); all that know the issuer must (`all`); or the first
 * that knows it decides, in the order of the settings (`first`).
 */
export type TrustPolicy = 'any' | 'all' | 'first'

/** Everything that recognition is decided by, besides the award. */
export interface TrustWorld {
  /** In the order of the settings. */
  lists: readonly TrustList[]
  unavailable: readonly UnavailableList[]
  policy: TrustPolicy
  now: Date
  /** The time to decide for. */
  at: Date
}

/** An entry's decision, with whose it is. */
interface Found {
  list: TrustList
  /** The lists below it that led there, which may be older than it is. */
  below: readonly TrustList[]
  entity: RecognisedEntity
  decision: Decision
  through: readonly RecognisedEntity[]
}

/**
 * What a verifier's lists say of an issuer for an award. The issuer is compared as a whole string: a DID that only begins
 * like a listed one is another DID. A list that could not be had turns "not listed" and "not for this" into "list
 * unavailable", since it might have known better.
 */
export function recognise(award: AwardFacts, world: TrustWorld): Recognition {
  const { lists, policy } = world
  const found = lists.flatMap((list) => bestOf(consult(list, award, world.at)) ?? [])
  const chosen = choose(found, policy)
  const settled = found.filter(isSettled).map(({ list }) => list)
  const open = lists.filter((list) => !settled.includes(list))
  const unavailable = [...world.unavailable, ...open.flatMap(missingIn)]
  const [missing] = unavailable
  if (missing !== undefined && (chosen === undefined || mightBeOtherwise(chosen.decision, policy))) {
    return { ...NOT_LISTED, ...unavailableAnswer(missing), others: found.map((one) => answerOf(one, world)) }
  }
  if (chosen === undefined) return NOT_LISTED
  const others = found.filter((one) => one !== chosen)
  const unasked = mightBeOutdone(chosen.decision, policy) ? unavailable : []
  return {
    ...detailsOf(chosen, award),
    ...answerOf(chosen, world),
    others: [...others.map((one) => answerOf(one, world)), ...unasked.map(unavailableAnswer)],
    isConflict: others.some((other) => contradicts(chosen.decision, other.decision)),
  }
}

/**
 * Whether a list that could not be had might have changed the answer. That an issuer is on a list for something else, or by
 * another key, keeps no other list from recognising it; and under a stricter policy one could have denied what is affirmed.
 */
function mightBeOtherwise({ outcome }: Decision, policy: TrustPolicy): boolean {
  return outcome === 'outOfScope' || outcome === 'notListed' || (policy !== 'any' && outcome === 'recognised')
}

/**
 * Whether one of the lists that could not be had would win with a word for the issuer. What a list says against it stands all
 * the same, and that another could not be asked is said beside it.
 */
function mightBeOutdone({ outcome }: Decision, policy: TrustPolicy): boolean {
  return policy === 'any' && outcome !== 'recognised'
}

/**
 * Whether the lists below a list could not change its answer: they could only have said that the issuer is recognised, which
 * it says itself then, or refuses whoever says it.
 */
function isSettled({ decision, through }: Found): boolean {
  return decision.outcome === 'recognised' || (through.length === 0 && isFinal(decision))
}

const isFinal = (decision: Decision) =>
  isTakenAway(decision) || (decision.reason !== null && OF_KEYS.includes(decision.reason))

const OF_KEYS: readonly RecognitionReason[] = ['keyNotListed', 'keyUnknown', 'keyNotThen']

/**
 * What a list says, first of its own entries and then of those whom they recognise in turn. What it took away itself, for
 * that very award, nobody whom it recognises can give back, and what somebody else's key signed is the issuer's on none of
 * their lists either.
 */
function consult(list: TrustList, award: AwardFacts, at: Date): Found[] {
  const entity = list.entities.get(award.issuer)
  const decision = entity && decide(entity, award, at)
  const own = entity && decision ? [{ list, below: [], entity, decision, through: [] }] : []
  if (decision && isTakenAway(decision)) return own
  const below = [...list.delegated].flatMap(([owner, theirs]) => inTurn(list, owner, theirs, award, at))
  if (entity === undefined) return [...own, ...below]
  return [...own, ...below.map((one) => ({ ...one, decision: heldAgainstKeys(one.decision, entity, award) }))]
}

/** What an owner's own list says, as far as the owner may speak for that award. */
function inTurn(list: TrustList, owner: string, theirs: TrustList, award: AwardFacts, at: Date): Found[] {
  const speaker = list.entities.get(owner)
  const best = bestOf(consult(theirs, award, at))
  if (speaker === undefined || best === undefined) return []
  const inner = { ...best, below: [theirs, ...best.below] }
  const through = [speaker, ...inner.through]
  const { decision } = inner
  if (decision.outcome !== 'recognised') return [{ ...inner, list, through }]
  const may = decideForAnother(speaker, award, at)
  if (may.outcome !== 'recognised') return [{ ...inner, list, through, decision: may }]
  const withheld = { ...decision, outcome: 'outOfScope' as const }
  if (inner.through.length > (may.action?.depth ?? 0)) {
    return [{ ...inner, list, through, decision: { ...withheld, reason: 'tooDeep' } }]
  }
  if (!isOwned(award, owner, may)) return [{ ...inner, list, through, decision: { ...withheld, reason: 'notOwner' } }]
  return [{ ...inner, list, through }]
}

/**
 * Whether what is awarded is the owner's: the award says that the owner made it, or the list above names it as the owner's. Of
 * an endorsement that is its scheme.
 */
function isOwned(award: AwardFacts, owner: string, { action }: Decision): boolean {
  if (award.kind === 'endorsement') return award.schemes.length > 0 && action?.scope.schemes !== undefined
  const named = action?.scope.achievements ?? []
  const isMadeByOwner = award.creators.length > 0 && award.creators.every((creator) => creator === owner)
  return isMadeByOwner || (award.achievements.length > 0 && award.achievements.every((one) => named.includes(one)))
}

/** The lists below a list that could not be had, at any depth. */
function missingIn(list: TrustList): UnavailableList[] {
  return [...list.unavailable, ...[...list.delegated.values()].flatMap(missingIn)]
}

function bestOf(found: readonly Found[]): Found | undefined {
  return found.toSorted((one, other) => rank(one) - rank(other))[0]
}

function choose(found: readonly Found[], policy: TrustPolicy): Found | undefined {
  switch (policy) {
    case 'any':
      return bestOf(found)
    case 'all':
      return found.find(({ decision }) => decision.outcome !== 'recognised') ?? found[0]
    case 'first':
      return found[0]
  }
}

/** Lists of different schemes may well differ in scope; that one denies what the other affirms is a contradiction. */
function contradicts(one: Decision, other: Decision): boolean {
  if (one.outcome === 'outOfScope' || other.outcome === 'outOfScope') return false
  return (one.outcome === 'recognised') !== (other.outcome === 'recognised')
}

/** An answer is as old as the oldest list that it rests on. */
function answerOf({ list, below, decision }: Found, { now }: TrustWorld): ListAnswer {
  const lists = [list, ...below]
  const asOf = Math.min(...lists.map((one) => one.asOf.getTime()))
  return {
    outcome: decision.outcome,
    reason: decision.reason,
    list: { url: list.url, name: list.name, operator: list.operator },
    asOf: new Date(asOf).toISOString(),
    isStale: lists.some(({ nextUpdate }) => nextUpdate !== null && nextUpdate < now),
    refused: list.refused,
    isStapled: list.isStapled,
  }
}

function unavailableAnswer({ url, name, code, asOf }: UnavailableList): ListAnswer {
  return {
    outcome: 'listUnavailable',
    reason: null,
    list: { url, name, operator: '' },
    asOf: asOf?.toISOString() ?? null,
    isStale: asOf !== null,
    refused: code.startsWith('trust.') ? code : null,
    isStapled: false,
  }
}

function detailsOf({ entity, decision, through }: Found, award: AwardFacts): Omit<Recognition, keyof ListAnswer> {
  const { action, outside, key } = decision
  const latest = award.on.toSorted((one, other) => other.getTime() - one.getTime())[0]
  const isRecognised = decision.outcome === 'recognised'
  return {
    issuerName: entity.name,
    since: action?.from.toISOString() ?? null,
    until: action?.until?.toISOString() ?? null,
    scope: action?.scope ?? null,
    outside,
    awardedOn: (award.awardedOn ?? latest)?.toISOString() ?? null,
    latestOn: latest?.toISOString() ?? null,
    through: through.map(({ did, name }) => ({ did, name })),
    key: key && { isRetired: key.until !== null, until: key.until?.toISOString() ?? null, reason: key.reason },
    withdrawal: action?.withdrawal ? { ...action.withdrawal, on: action.withdrawal.on.toISOString() } : null,
    closure: closureOf(entity.closure),
    assurance: effectiveAssurance(award.assurance, isRecognised ? (action?.assurance ?? null) : null),
    others: [],
    isConflict: false,
  }
}

function closureOf(closure: Closure | null): Recognition['closure'] {
  return closure && { ...closure, on: closure.on.toISOString() }
}

const rank = ({ decision }: Found) => ORDER.indexOf(decision.outcome)
