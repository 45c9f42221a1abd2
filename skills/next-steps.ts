import { type Answer, confidenceOf, type Item, type Step, type Values } from './answer.ts'
import type { GapRow } from './gap.ts'
import type { Area, Opportunity, Package, Weight } from './model.ts'
import { referenceTo } from './package.ts'

/**
 * What next steps are ranked by: what is missing, and what the person wishes. Nothing of who they are is asked or used, and
 * the type has no place for it.
 */
export interface NextStepsQuestion {
  gaps: readonly GapRow[]
  /** Terms that are held, for what has to be held to enter. */
  held: readonly string[]
  /** The code of the person's area; null where place is not to matter. */
  area: string | null
  travel: 'sameArea' | 'neighbouring' | 'anywhere'
  /** Ways of learning that are wanted; none where any will do. */
  modes?: readonly string[]
  /** In pounds. */
  budget?: number
  /** Put first by the person or by an adviser. */
  pinned?: readonly string[]
}

/** A reason for the place in the list, with what it is worth. */
export interface Reason {
  code: `next.${Weight}`
  points: number
  values: Values
}

export type HiddenBecause = 'next.tooFar' | 'next.otherMode' | 'next.tooDear' | 'next.closesNothing'

export type NextStepCode =
  | Reason['code']
  | HiddenBecause
  | 'next.shown'
  | 'next.hidden'
  | 'next.pinned'
  | 'next.unknownArea'

export interface NextStep {
  opportunity: Opportunity
  points: number
  isPinned: boolean
  reasons: readonly Reason[]
  /** What has to be held to enter and is not. */
  entryMissing: readonly string[]
  /** Empty of what is shown. */
  hiddenBecause: readonly HiddenBecause[]
}

export interface NextSteps {
  shown: readonly NextStep[]
  /** What the wishes hide, in the same order, for whoever wants to see all. */
  hidden: readonly NextStep[]
}

/**
 * Ranks opportunities by weights that are data, each with its reasons. What is pinned comes first, then what has more
 * points; of equals a renewal, then what costs less. Whatever is not shown is there too, with why.
 */
export function nextSteps(
  opportunities: readonly Package<'opportunities'>[],
  ranking: Package<'ranking'>,
  question: NextStepsQuestion,
): Answer<NextSteps, NextStepCode> {
  const areas = opportunities.flatMap(({ content }) => content.areas)
  const isKnown = question.area === null || areas.some(({ code }) => code === question.area)
  const asked = isKnown ? question : { ...question, area: null }
  const all = opportunities
    .flatMap(({ content }) => content.steps)
    .map((opportunity) => weigh(opportunity, areas, ranking, asked))
    .toSorted(inOrder)
  const shown = all.filter(({ hiddenBecause }) => hiddenBecause.length === 0)
  const hidden = all.filter(({ hiddenBecause }) => hiddenBecause.length > 0)
  return {
    value: { shown, hidden },
    steps: [
      ...(isKnown ? [] : [tells('next.unknownArea', { area: question.area })]),
      { ...tells('next.shown', { count: shown.length }), ...confidenceOf(ranking.content) },
      tells('next.hidden', { count: hidden.length }),
    ],
    rules: [referenceTo(ranking), ...opportunities.map(referenceTo)],
    counted: shown.map((one) => itemOf(one, one.isPinned ? 'next.pinned' : 'next.shown')),
    notCounted: hidden.flatMap((one) => one.hiddenBecause.map((code) => itemOf(one, code))),
  }
}

function weigh(
  opportunity: Opportunity,
  areas: readonly Area[],
  { content }: Package<'ranking'>,
  question: NextStepsQuestion,
): NextStep {
  const entryMissing = (opportunity.needs ?? []).filter((term) => !question.held.includes(term))
  const because: [Weight, Values][] = [
    ...closing(opportunity, question),
    ...placing(opportunity, areas, question),
    ...wishing(opportunity, question),
    ...(entryMissing.length > 0 ? [['entryUnmet', { terms: entryMissing }] as [Weight, Values]] : []),
  ]
  const reasons = because.map(
    ([weight, values]): Reason => ({
      code: `next.${weight}`,
      points: content.weights[weight],
      values,
    }),
  )
  return {
    opportunity,
    points: reasons.reduce((sum, { points }) => sum + points, 0),
    isPinned: question.pinned?.includes(opportunity.id) === true,
    reasons,
    entryMissing,
    hiddenBecause: hiding(opportunity, areas, question),
  }
}

/** What it has to do with what is missing: renewing something of one's own weighs more than learning something new. */
function closing({ closes = [] }: Opportunity, { gaps }: NextStepsQuestion): [Weight, Values][] {
  const rows = gaps.filter(({ term }) => closes.includes(term))
  const named = (weight: Weight, found: readonly GapRow[]): [Weight, Values][] =>
    found.length > 0 ? [[weight, { terms: found.map(({ term }) => term) }]] : []
  const isNew = ({ state, isMet }: GapRow) => isMet !== true && state !== 'lapsed'
  return [
    ...named(
      'renewsLapsed',
      rows.filter(({ state }) => state === 'lapsed'),
    ),
    ...named(
      'renewsDueSoon',
      rows.filter(({ isMet, currency }) => isMet === true && isEnding(currency)),
    ),
    ...named(
      'closesEssential',
      rows.filter((row) => isNew(row) && row.isEssential),
    ),
    ...named(
      'closesOther',
      rows.filter((row) => isNew(row) && !row.isEssential),
    ),
  ]
}

function placing({ area }: Opportunity, areas: readonly Area[], question: NextStepsQuestion): [Weight, Values][] {
  if (area === null) return [['anywhere', {}]]
  const distance = distanceOf(area, areas, question.area)
  if (distance === 'sameArea') return [['sameArea', { area }]]
  return distance === 'neighbouring' ? [['neighbouringArea', { area }]] : []
}

function wishing({ mode, cost, demand }: Opportunity, { modes = [], budget }: NextStepsQuestion): [Weight, Values][] {
  const isLiked = mode !== undefined && modes.includes(mode)
  const isAffordable = budget !== undefined && cost !== undefined && cost <= budget
  return [
    ...(isLiked ? [['preferredMode', { mode }] as [Weight, Values]] : []),
    ...(isAffordable ? [['affordable', { cost, budget }] as [Weight, Values]] : []),
    ...(demand === 'high' ? [['highDemand', {}] as [Weight, Values]] : []),
  ]
}

/** What a wish of the person's rules out. What an opportunity does not state rules nothing out. */
function hiding(opportunity: Opportunity, areas: readonly Area[], question: NextStepsQuestion): HiddenBecause[] {
  const { area, mode, cost, kind } = opportunity
  const { travel, modes = [], budget } = question
  const distance = area === null ? 'sameArea' : distanceOf(area, areas, question.area)
  const isNear = travel === 'anywhere' || distance === 'sameArea' || (travel === 'neighbouring' && distance === travel)
  const because: HiddenBecause[] = []
  if (question.area !== null && !isNear) because.push('next.tooFar')
  if (mode !== undefined && modes.length > 0 && !modes.includes(mode)) because.push('next.otherMode')
  if (budget !== undefined && cost !== undefined && cost > budget) because.push('next.tooDear')
  // A role closes nothing: it is what the rest is for.
  if (kind !== 'role' && closing(opportunity, question).length === 0) because.push('next.closesNothing')
  return because
}

function distanceOf(area: string, areas: readonly Area[], home: string | null): 'sameArea' | 'neighbouring' | 'far' {
  if (area === home) return 'sameArea'
  const isNeighbour = areas.some(({ code, neighbours }) => code === home && neighbours.includes(area))
  return isNeighbour ? 'neighbouring' : 'far'
}

function isEnding(currency: GapRow['currency']): boolean {
  return currency === 'dueSoon' || currency === 'inGrace'
}

function inOrder(one: NextStep, other: NextStep): number {
  return (
    Number(other.isPinned) - Number(one.isPinned) ||
    other.points - one.points ||
    Number(other.opportunity.kind === 'renewal') - Number(one.opportunity.kind === 'renewal') ||
    (one.opportunity.cost ?? 0) - (other.opportunity.cost ?? 0) ||
    (one.opportunity.id < other.opportunity.id ? -1 : 1)
  )
}

function itemOf({ opportunity, points, reasons }: NextStep, code: NextStepCode): Item<NextStepCode> {
  return { item: opportunity.id, code, values: { points, reasons: reasons.map((reason) => reason.code) } }
}

function tells(code: NextStepCode, values: Values): Step<NextStepCode> {
  return { code, values, isMet: null }
}
