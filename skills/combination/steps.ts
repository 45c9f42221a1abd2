import { type Confidence, leastSure, type Step, type Values } from '../answer.ts'
import type { Candidate } from './holdings.ts'
import type { CombinationCode, StepCode } from './question.ts'
import { capsOn, type Limit, type Need, type Rules, rankOf, ratioOf } from './rules.ts'
import { isShare } from './selection.ts'

/** Every rule of the qualification with what it needs and what the chosen units have, in the order of the ruleset. */
export function stepsOf(rules: Rules, chosen: readonly Candidate[]): Step<CombinationCode>[] {
  const [size, ...more] = rules.needs.map((need) => (isShare(need) ? shareStep : sumStep)(rules, need, chosen))
  return [
    ...(size ? [size] : []),
    ...rules.qualification.mandatory.map((unit) => mandatoryStep(rules, unit, chosen)),
    ...more,
    ...areaStep(rules, chosen),
    ...rules.limits.map((limit) => limitStep(limit, chosen)),
    ...chosen.flatMap((unit) => shownInSteps(rules, unit)),
  ]
}

/** Whether nothing is missing. */
export function areMet(steps: readonly Step<CombinationCode>[]): boolean {
  return steps.every(({ isMet }) => isMet !== false)
}

function sumStep({ qualification }: Rules, need: Need, chosen: readonly Candidate[]): Step<CombinationCode> {
  const counted = chosen.filter((unit) => need.gives(unit) > 0)
  const had = counted.reduce((sum, unit) => sum + need.gives(unit), 0)
  const level: Values = need.code === 'combination.minAtLevel' ? { level: qualification.minAtLevel?.level ?? null } : {}
  const values = { rule: need.rule, needed: need.needed, had, ...level }
  return step(need.code, values, had >= need.needed, unsureOf(counted))
}

/** Of the units that are not mandatory, how many are at exactly the level. */
function shareStep({ qualification }: Rules, need: Need, chosen: readonly Candidate[]): Step<CombinationCode> {
  const { level, minShare } = qualification.optionalShareAtLevel ?? { level: null, minShare: 0 }
  const { numerator, denominator } = ratioOf(minShare)
  const optional = chosen.filter(({ isMandatory }) => !isMandatory)
  const had = optional.filter((unit) => rankOf(unit.level) === rankOf(level ?? undefined)).length
  const needed = Math.ceil((optional.length * numerator) / denominator)
  return step(need.code, { rule: need.rule, level, minShare, of: optional.length, needed, had }, had >= needed)
}

function mandatoryStep({ qualification }: Rules, unit: string, chosen: readonly Candidate[]): Step<CombinationCode> {
  const found = chosen.find((one) => one.unit === unit)
  const values = { rule: `${qualification.id}.mandatory`, unit, needed: 1, had: found ? 1 : 0, as: found?.as ?? null }
  return step('combination.mandatory', values, found !== undefined)
}

function areaStep({ qualification }: Rules, chosen: readonly Candidate[]): Step<CombinationCode>[] {
  const { id, maxPerArea } = qualification
  if (maxPerArea === undefined) return []
  const had = Math.max(0, ...[...Map.groupBy(chosen, ({ area }) => area).values()].map((units) => units.length))
  return [step('combination.maxPerArea', { rule: `${id}.maxPerArea`, limit: maxPerArea, had }, had <= maxPerArea)]
}

function limitStep(
  { code, rule, types, most, limit, isStrict, confidence, takes }: Limit,
  chosen: readonly Candidate[],
) {
  const had = chosen.reduce((sum, unit) => sum + takes(unit), 0)
  return step(code, { rule, types, limit, isStrict, had }, had <= most, asConfidence(confidence))
}

/** Something that the rules ask for and that no figure shows: an assessor sees to it. */
function shownInSteps(rules: Rules, unit: Candidate): Step<CombinationCode>[] {
  return capsOn(rules, unit.as)
    .filter(({ cap }) => cap.mustBeShownIn !== undefined)
    .map(({ rule }) => {
      const values = { rule: `${rule}.mustBeShownIn`, unit: unit.unit, shownIn: rules.qualification.mandatory }
      return step('combination.mustBeShownIn', values, null)
    })
}

function step(code: StepCode, values: Values, isMet: boolean | null, confidence?: Confidence): Step<CombinationCode> {
  return confidence ? { code, values, isMet, confidence } : { code, values, isMet }
}

/** How sure the least sure of the units' sizes is, where one is not sourced. */
function unsureOf(units: readonly Candidate[]): Confidence | undefined {
  const confidence = leastSure(units.map((unit) => unit.confidence))
  return confidence === 'sourced' ? undefined : confidence
}

/** A cap's own words on how sure it is; other words than ours say that it is an example. */
function asConfidence(text: string | undefined): Confidence | undefined {
  if (text === undefined || text === 'sourced') return undefined
  return text === 'recalled' ? 'recalled' : 'illustrative'
}
