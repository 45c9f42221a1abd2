import { type DecisionMessage, decisionsIn, termAt } from '#protocol'
import { type Frameworks, type Holding, levelsByUri, type Package, type TransferDecision } from '#skills'
import type { HeldCredential } from '../records/credentials.ts'
import type { HeldFact } from './held-fact.ts'

/** A decision that somebody signed about what is held: what it satisfies, by what, and how it stands now. */
export interface HeldDecision extends DecisionMessage {
  /** The credential that holds it, by its id in the passport. */
  item: string
  deciderName: string
  status: HeldFact['status']
  /** Those of the credentials that it is about which are held, by their ids in the passport. */
  sources: readonly Pick<HeldFact, 'item' | 'title' | 'awardedOn'>[]
}

/**
 * The decisions among what is held. Nobody decides about themself, and nobody signs another's decision: neither is one. `facts`
 * are of the same credentials.
 */
export function decisionsOf(held: readonly HeldCredential[], facts: readonly HeldFact[]): HeldDecision[] {
  return held.flatMap(({ id, shown }) => {
    const fact = facts.find(({ item }) => item === id)
    if (fact === undefined || fact.isOwn) return []
    return decisionsIn(shown.credential)
      .filter(({ decidedBy }) => decidedBy === fact.by)
      .map((decision) => ({
        ...decision,
        item: id,
        deciderName: fact.issuerName,
        status: fact.status,
        sources: facts.filter(({ credentialId }) => credentialId !== null && decision.basedOn.includes(credentialId)),
      }))
  })
}

/** What decisions in force let count for a ruleset: units by the way that was decided, and what counts by its size alone. */
export function decidedHoldings(
  decisions: readonly HeldDecision[],
  ruleset: Package<'ruleset'>,
  known: Frameworks,
): Holding[] {
  const units = new Set(ruleset.content.units.map(({ id }) => id))
  const scheme = ruleset.content.sizeUnit === 'points' ? 'ITQPoints' : 'RQF'
  return decisions
    .filter(({ status, creditCounted }) => status === 'active' && Number(creditCounted?.creditValue ?? 1) > 0)
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
    ({ recognitionType, satisfies, status }) =>
      recognitionType === 'CreditTransfer' && satisfies.length > 0 && status === 'active',
  )
  const byReceiver = Map.groupBy(accepted, ({ deciderName, decidedOn }) => JSON.stringify([deciderName, decidedOn]))
  return [...byReceiver.values()].flatMap((those) => {
    const [first] = those
    if (first === undefined) return []
    const items = [...new Set(those.flatMap(({ sources }) => sources.map(({ item }) => item)))]
    return [{ receiver: first.deciderName, items, decidedOn: first.decidedOn }]
  })
}
