import { contentDigest, currencyOn, type Stands, subjectIdsOf } from '#credential'
import { type DecisionMessage, decisionsIn, termAt } from '#protocol'
import { type Currency, type Frameworks, type Holding, levelsByUri, type Package, type TransferDecision } from '#skills'
import type { HeldCredential } from '../records/credentials.ts'
import type { HeldFact } from './held-fact.ts'

/** Why a decision counts for nothing here. */
export type DecisionFault =
  | 'takenBack'
  | 'notChecked'
  | 'expired'
  | 'notYet'
  | 'notListed'
  | 'notForThis'
  | 'listUnavailable'
  | 'sourceNotHeld'
  | 'sourceNotTied'
  | 'sourceDiffers'
  | 'sourceNotChecked'
  | 'sourceTakenBack'
  | 'sourceNotCurrent'
  | 'aboutAnother'

/** A decision that somebody signed about what is held: what it satisfies, by what, and how it stands now. */
export interface HeldDecision extends DecisionMessage {
  /** The credential that holds it, by its id in the passport. */
  item: string
  /** The decider's own word for itself. */
  deciderName: string
  /** Whether a list that the wallet goes by recognised the decider for it, when it was last checked. */
  isRecognised: boolean
  /** Null where it counts. */
  fault: DecisionFault | null
  /** Those of the credentials that it is about which are held, by their ids in the passport. */
  sources: readonly Pick<HeldFact, 'item' | 'title' | 'awardedOn'>[]
}

/**
 * The decisions among what is held, as of a day. Nobody decides about themself, and nobody signs another's decision: neither is
 * one. Anyone can make a key and sign one, so that it counts only where a list recognises its decider; and anyone can make a
 * credential of some id, so that what it is about is known by its digest as well. `facts` are of the same credentials.
 */
export function decisionsOf(
  held: readonly HeldCredential[],
  facts: readonly HeldFact[],
  today: string,
  known: Frameworks,
): HeldDecision[] {
  const digests = new Map<string, string>()
  const digestOf = (item: string) => {
    const one = held.find(({ id }) => id === item)
    const digest = digests.get(item) ?? (one === undefined ? '' : contentDigest(one.received))
    digests.set(item, digest)
    return digest
  }
  return held.flatMap(({ id, shown, checked }) => {
    const fact = facts.find(({ item }) => item === id)
    if (fact === undefined || fact.isOwn) return []
    const recognition = checked.stands?.recognition ?? null
    return decisionsIn(shown.credential)
      .filter(({ decidedBy }) => decidedBy === fact.by)
      .map((decision): HeldDecision => {
        const called = facts.filter(
          ({ credentialId }) => credentialId !== null && decision.basedOn.includes(credentialId),
        )
        const sources = called.filter(({ item }) => decision.basedOnDigest.includes(digestOf(item)))
        const about = held.filter((one) => sources.some(({ item }) => item === one.id))
        return {
          ...decision,
          item: id,
          deciderName: fact.issuerName,
          isRecognised: recognition === 'recognised',
          fault:
            faultOfStanding(fact, decision.decidedOn, today) ??
            faultOfDecider(recognition) ??
            faultOfMatch(decision, { called, sources }) ??
            faultOfSources(sources, today, known) ??
            faultOfPerson(
              decision,
              about.flatMap((one) => subjectIdsOf(one.shown.credential)),
            ),
          sources,
        }
      })
  })
}

function faultOfStanding({ status, face, currentUntil }: HeldFact, on: string, today: string): DecisionFault | null {
  if (status === 'unknown') return 'notChecked'
  if (status !== 'active') return 'takenBack'
  if (face === 'noLongerValid' || (currentUntil != null && currentUntil < today)) return 'expired'
  return face === 'notYetValid' || on > today ? 'notYet' : null
}

function faultOfDecider(recognition: Stands['recognition']): DecisionFault | null {
  if (recognition === 'recognised') return null
  if (recognition === 'listUnavailable') return 'listUnavailable'
  return recognition === null || recognition === 'notListed' ? 'notListed' : 'notForThis'
}

/** All that it is about has to be held, just as it was looked at. */
function faultOfMatch(
  { basedOn, basedOnDigest }: DecisionMessage,
  { called, sources }: { called: readonly HeldFact[]; sources: readonly HeldFact[] },
): DecisionFault | null {
  const isAmong = (facts: readonly HeldFact[], id: string) => facts.some(({ credentialId }) => credentialId === id)
  if (basedOn.length === 0 || !basedOn.every((id) => isAmong(called, id))) return 'sourceNotHeld'
  if (basedOnDigest.length === 0) return 'sourceNotTied'
  return basedOn.every((id) => isAmong(sources, id)) ? null : 'sourceDiffers'
}

/** What was taken back or has lapsed since carries nothing any more; what could not be seen is neither yes nor no. */
function faultOfSources(sources: readonly HeldFact[], today: string, known: Frameworks): DecisionFault | null {
  const faults = sources.map((fact): DecisionFault | null => {
    if (fact.status === 'revoked' || fact.status === 'suspended') return 'sourceTakenBack'
    const { state } = currencyOn(fact, today, known).value
    if (LAPSED.includes(state) || !isBegunAndValid(fact)) return 'sourceNotCurrent'
    return fact.status === 'active' ? null : 'sourceNotChecked'
  })
  return faults.find((fault) => fault !== null && fault !== 'sourceNotChecked') ?? faults.find(Boolean) ?? null
}

const LAPSED: readonly Currency[] = ['lapsedHistory', 'lapsedNotAuthorised']

const isBegunAndValid = ({ face }: HeldFact) => face !== 'noLongerValid' && face !== 'notYetValid'

/** Whom it names has to be one whom that is about. */
function faultOfPerson({ id }: DecisionMessage, people: readonly string[]): DecisionFault | null {
  return id === undefined || people.includes(id) ? null : 'aboutAnother'
}

/** What decisions that count here let count for a ruleset: units by the way that was decided, and what counts by its size alone. */
export function decidedHoldings(
  decisions: readonly HeldDecision[],
  ruleset: Package<'ruleset'>,
  known: Frameworks,
): Holding[] {
  const units = new Set(ruleset.content.units.map(({ id }) => id))
  const scheme = ruleset.content.sizeUnit === 'points' ? 'ITQPoints' : 'RQF'
  return decisions
    .filter(({ fault, creditCounted }) => fault === null && Number(creditCounted?.creditValue ?? 1) > 0)
    .flatMap((decision) =>
      decision.satisfies.flatMap((address): Holding[] => {
        const [id, code = ''] = (termAt(address) ?? '').split('#')
        if (id !== ruleset.id) return []
        const { recognitionType: as, item, sources, decidedOn, creditCounted } = decision
        // The age was weighed when it was decided: what is not held any more does not lose its day.
        const on = sources[0]?.awardedOn ?? decidedOn
        if (units.has(code)) return [{ unit: code, on, as, item }]
        const [level] = levelsByUri(known.levels, creditCounted?.creditLevel ?? '')
        const size = Number(creditCounted?.creditValue)
        const isSized = creditCounted?.creditScheme === scheme && Number.isInteger(size)
        return [
          {
            unit: decision.basedOn[0] ?? item,
            on,
            as,
            item,
            ...(isSized ? { size } : {}),
            ...(level === undefined ? {} : { level: /^\d$/.test(level.code) ? Number(level.code) : level.code }),
          },
        ]
      }),
    )
}

/** What each receiver recognised of the credit that is held: it stands beside the credit, not on top of it. */
export function transfersOf(decisions: readonly HeldDecision[]): TransferDecision[] {
  const accepted = decisions.filter(
    ({ recognitionType, satisfies, fault, creditCounted }) =>
      recognitionType === 'CreditTransfer' &&
      satisfies.length > 0 &&
      fault === null &&
      Number(creditCounted?.creditValue ?? 1) > 0,
  )
  const byReceiver = Map.groupBy(accepted, ({ decidedBy, decidedOn }) => JSON.stringify([decidedBy, decidedOn]))
  return [...byReceiver.values()].flatMap((those) => {
    const [first] = those
    if (first === undefined) return []
    const items = [...new Set(those.flatMap(({ sources }) => sources.map(({ item }) => item)))]
    return [{ receiver: first.deciderName, items, counted: countedIn(those), decidedOn: first.decidedOn }]
  })
}

/** How much each lets count where it says so. What is decided twice of the same counts once. */
function countedIn(decisions: readonly HeldDecision[]): NonNullable<TransferDecision['counted']> {
  const taken = new Set<string>()
  return decisions.flatMap(({ creditCounted, sources }) => {
    const items = sources.map(({ item }) => item)
    const fresh = items.filter((item) => !taken.has(item))
    if (creditCounted === undefined || fresh.length === 0) return []
    for (const item of fresh) taken.add(item)
    const value = fresh.length === items.length ? creditCounted.creditValue : '0'
    return [{ items: fresh, value, scheme: creditCounted.creditScheme }]
  })
}
