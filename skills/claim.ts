import type { Answer, Item, RuleReference, Step } from './answer.ts'
import { type Day, isDay } from './calendar.ts'

/** Something that shows an outcome of a module, that was made or done on a day. */
export interface ClaimEvidence {
  item: string
  outcomes: readonly string[]
  producedOn: Day | null
}

export type ClaimCode =
  | 'claim.shown'
  | 'claim.notShown'
  | 'claim.rests'
  | 'claim.evidence'
  | 'claim.noOutcome'
  | 'claim.inFuture'
  | 'claim.noSuchDay'
  | 'claim.duplicate'

/** For each outcome the evidence that is claimed for it. */
export type ClaimRows = readonly { outcome: string; evidence: readonly string[] }[]

/**
 * What somebody claims of prior learning, outcome by outcome. It asserts nothing of any qualification: whether it is enough,
 * `claim.rests` says, the provider decides.
 */
export function claimOf(
  outcomes: readonly string[],
  evidence: readonly ClaimEvidence[],
  on: Day,
  rules: readonly RuleReference[],
): Answer<ClaimRows, ClaimCode> {
  const items = evidence.map(
    (one, at): Item<ClaimCode> => ({
      item: one.item,
      code: codeOf(one, evidence.slice(0, at), outcomes, on),
      values: { outcomes: one.outcomes, day: one.producedOn },
    }),
  )
  const counted = items.filter(({ code }) => code === 'claim.evidence')
  const good = evidence.filter((_, at) => items[at]?.code === 'claim.evidence')
  const value = outcomes.map((outcome) => ({
    outcome,
    evidence: good.flatMap((one) => (one.outcomes.includes(outcome) ? [one.item] : [])),
  }))
  const steps = value.map(
    ({ outcome, evidence: shown }): Step<ClaimCode> => ({
      code: shown.length > 0 ? 'claim.shown' : 'claim.notShown',
      values: { outcome, evidence: shown },
      isMet: shown.length > 0 ? null : false,
    }),
  )
  return {
    value,
    steps: [...steps, { code: 'claim.rests', values: {}, isMet: null }],
    rules,
    counted,
    notCounted: items.filter(({ code }) => code !== 'claim.evidence'),
  }
}

function codeOf(
  { item, outcomes, producedOn }: ClaimEvidence,
  before: readonly ClaimEvidence[],
  asked: readonly string[],
  on: Day,
): ClaimCode {
  if (before.some((one) => one.item === item)) return 'claim.duplicate'
  if (producedOn !== null && !isDay(producedOn)) return 'claim.noSuchDay'
  if (producedOn !== null && producedOn > on) return 'claim.inFuture'
  return outcomes.some((outcome) => asked.includes(outcome)) ? 'claim.evidence' : 'claim.noOutcome'
}
