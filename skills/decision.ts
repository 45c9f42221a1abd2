import { type Answer, leastSure, type RuleReference, type Step, type Values } from './answer.ts'
import { type Day, isDay } from './calendar.ts'
import { weigh } from './combination/holdings.ts'
import type { Holding } from './combination/question.ts'
import { type Limit, rulesOf } from './combination/rules.ts'
import type { Package } from './model.ts'
import { referenceTo } from './package.ts'
import type { RecognitionType } from './primitives.ts'
import type { Proposal, Way } from './recognition.ts'

/**
 * That somebody who may decide it decided what stands for what. A record beside the credit, never credit itself: it says
 * what is satisfied, by what, under which version of which rule.
 */
export interface RecognitionDecision {
  recognitionType: RecognitionType
  outcome: 'accepted' | 'refused'
  /** Units, or the qualification where it counts by its size alone, as `ruleset#id`. */
  satisfies: readonly string[]
  way: Way
  basedOn: string
  /** Of what it is based on: a scan is claimed, an issuer's credential verified. */
  standing: Proposal['standing']
  achievedOn: Day | null
  /** What counts towards the qualification's size; null where it was refused or is declared award by award. */
  creditCounted: { value: string; scheme: string } | null
  /** Whether the unit is earned by this: prior learning is assessed, and a customised unit is taken. All else earns nothing. */
  earnsCredit: boolean
  /** The path of the rule in its ruleset; null where it needs none. */
  underRule: string | null
  rule: RuleReference
  decidedBy: string
  decidedOn: Day
}

export type DecisionCode =
  | 'decision.recorded'
  | 'decision.onClaim'
  | 'decision.byHolder'
  | 'decision.noSuchDay'
  | 'decision.inFuture'
  | 'decision.noSuchWay'

export interface Deciding {
  outcome: RecognitionDecision['outcome']
  /** Which of the proposal's ways, counted from nought. */
  way: number
  /** The DID of who decides. */
  decidedBy: string
  decidedOn: Day
}

const EARNING: readonly RecognitionType[] = ['PriorLearning', 'CustomisedUnit']

/** Records a decision on a proposal; null, with the reason, where it is none: nobody decides about themself. */
export function recordDecision(
  proposal: Proposal,
  deciding: Deciding,
  world: { ruleset: Package<'ruleset'>; qualification: string; holder: readonly string[]; on: Day },
): Answer<RecognitionDecision | null, DecisionCode> {
  const { ruleset, qualification, holder, on } = world
  const { decidedBy, decidedOn, outcome } = deciding
  const way = proposal.ways[deciding.way]
  const values = { item: proposal.item, type: proposal.type, outcome, decidedBy, decidedOn }
  const rules = [referenceTo(ruleset)]
  if (holder.includes(decidedBy)) return none('decision.byHolder', values, rules)
  if (!isDay(decidedOn)) return none('decision.noSuchDay', values, rules)
  if (decidedOn > on) return none('decision.inFuture', values, rules)
  if (way === undefined) return none('decision.noSuchWay', { ...values, way: deciding.way }, rules)
  const isAccepted = outcome === 'accepted'
  const value: RecognitionDecision = {
    recognitionType: proposal.type,
    outcome,
    satisfies:
      way.units.length > 0 ? way.units.map((unit) => `${ruleset.id}#${unit}`) : [`${ruleset.id}#${qualification}`],
    way,
    basedOn: proposal.item,
    standing: proposal.standing,
    achievedOn: proposal.achievedOn,
    creditCounted: isAccepted ? sizeOf(way, ruleset) : null,
    earnsCredit: isAccepted && EARNING.includes(proposal.type),
    underRule: proposal.underRule,
    rule: referenceTo(ruleset),
    decidedBy,
    decidedOn,
  }
  const steps: Step<DecisionCode>[] = [{ code: 'decision.recorded', values, isMet: isAccepted }]
  if (proposal.standing === 'claimed')
    steps.push({ code: 'decision.onClaim', values: { item: proposal.item }, isMet: null })
  const confidence = leastSure([proposal.confidence, way.confidence])
  const counted = [{ item: proposal.item, code: 'decision.recorded' as const, values, confidence }]
  return { value, steps, rules, counted, notCounted: [] }
}

/** What of a decision says how much it lets count. */
export type DecidedShare = Pick<RecognitionDecision, 'outcome' | 'recognitionType' | 'way' | 'basedOn' | 'achievedOn'>

/** What was accepted, as it is held when the rules of combination are asked. Nothing of what was refused. */
export function heldBy({ outcome, recognitionType: as, way, basedOn: item, achievedOn: on }: DecidedShare): Holding[] {
  if (outcome === 'refused') return []
  if (way.units.length > 0) return way.units.map((unit) => ({ unit, on, as, item }))
  const { size, level } = way
  return [{ unit: item, on, as, item, ...(size === null ? {} : { size }), ...(level === null ? {} : { level }) }]
}

/** A cap of a qualification that leaves a decision no room. */
export type CapReached = Pick<Limit, 'rule' | 'limit' | 'isStrict'>

/**
 * For each of several decisions for one qualification the cap that leaves it no room beside those before it, which then counts
 * for nothing; null where there is room. Throws `request.notFound` for a qualification that the ruleset does not have.
 */
export function capsReached(
  decisions: readonly DecidedShare[],
  ruleset: Package<'ruleset'>,
  qualification: string,
): (CapReached | null)[] {
  const rules = rulesOf(ruleset, qualification)
  const taken = new Map<Limit, number>()
  return decisions.map((decision) => {
    const units = heldBy(decision).flatMap((holding) => {
      const weighed = weigh(rules, holding)
      return 'code' in weighed ? [] : [weighed]
    })
    const after = rules.limits.map((limit) => {
      const more = units.reduce((sum, unit) => sum + limit.takes(unit), 0)
      return { limit, more, total: (taken.get(limit) ?? 0) + more }
    })
    const reached = after.find(({ limit, more, total }) => more > 0 && total > limit.most)
    if (reached !== undefined) {
      const { rule, limit, isStrict } = reached.limit
      return { rule, limit, isStrict }
    }
    for (const { limit, total } of after) taken.set(limit, total)
    return null
  })
}

function sizeOf({ size }: Way, { content }: Package<'ruleset'>): RecognitionDecision['creditCounted'] {
  return size === null ? null : { value: String(size), scheme: content.sizeUnit === 'points' ? 'ITQPoints' : 'RQF' }
}

function none(code: DecisionCode, values: Values, rules: RuleReference[]): Answer<null, DecisionCode> {
  const notCounted = [{ item: String(values.item), code, values }]
  return { value: null, steps: [{ code, values, isMet: false }], rules, counted: [], notCounted }
}
