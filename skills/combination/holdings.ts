import type { Confidence, Item, Values } from '../answer.ts'
import { addPeriod, type Day, isDay } from '../calendar.ts'
import type { Basis, CombinationCode, Holding, ItemCode, Planned, Question } from './question.ts'
import { capsOn, type Rules, rankOf, type Weighed } from './rules.ts'

/** A unit that may be counted: held, or one that may still be added. */
export interface Candidate extends Weighed {
  /** The holding's name; null of what is not held. */
  item: string | null
  on: Day | null
  confidence?: Confidence
}

/** Why a unit cannot count at all, with what that rests on. */
interface Refusal {
  code: ItemCode
  values: Values
}

const SIZE_MAX = 1000

/** Ways of holding a unit for which a rule has to allow it; the other ways earn the unit itself. */
const BY_RULE: readonly Basis[] = ['Equivalence', 'Exemption', 'ImportedUnit', 'CustomisedUnit']

/** Ways of holding what the ruleset does not list. */
const FROM_OUTSIDE: readonly Basis[] = ['Exemption', 'ImportedUnit', 'CustomisedUnit']

/** Tells what may be counted from what cannot, each with its reason. Whether it is then counted the rules together decide. */
export function sortHoldings(
  rules: Rules,
  { held, on, registered }: Pick<Question, 'held' | 'on' | 'registered'>,
): { candidates: Candidate[]; refused: Item<CombinationCode>[] } {
  const candidates: Candidate[] = []
  const refused: Item<CombinationCode>[] = []
  for (const holding of held) {
    const item = holding.item ?? holding.unit
    const found = undated(holding, on) ?? weigh(rules, holding)
    const refusal = 'code' in found ? found : agedOut(rules, holding, registered)
    if (!refusal && !('code' in found)) candidates.push({ ...found, item, on: holding.on })
    if (refusal) refused.push({ item, code: refusal.code, values: { ...describe(holding), ...refusal.values } })
  }
  return { candidates, refused }
}

/** What a unit weighs, if the rules let it count when held or taken in that way. */
export function weigh(rules: Rules, planned: Planned): Candidate | Refusal {
  const { unit: id, as = 'Earned' } = planned
  const { units, sizeOf, mandatory } = rules
  const unit = units.get(id)
  const caps = capsOn(rules, as)
  const isDeclared = as === 'CustomisedUnit' && unit !== undefined && sizeOf(unit) === undefined
  if (BY_RULE.includes(as) && caps.length === 0 && !isDeclared) return refusal('combination.notOffered')
  if (unit === undefined && !FROM_OUTSIDE.includes(as)) return refusal('combination.unknownUnit')
  const forbidding = caps.find(({ cap }) => cap.notFor?.some((name) => name === id || name === unit?.area))
  if (forbidding) return refusal('combination.notFor', { rule: `${forbidding.rule}.notFor` })
  const size = (unit && sizeOf(unit)) ?? planned.size
  if (!isSize(size)) return refusal('combination.noSize')
  const level = unit?.level ?? planned.level
  if (level === undefined || rankOf(level) === undefined) return refusal('combination.noLevel')
  // What the ruleset does not list stands for no area of it, and is one of its own.
  const area = unit?.area ?? `outside:${id}`
  const weighed = { unit: id, area, as, level, size, isMandatory: mandatory.has(id), item: null, on: null }
  return unit ? { ...weighed, confidence: unit.confidence } : weighed
}

/** What an answer says of every holding. */
function describe({ unit, as = 'Earned', on }: Holding): Values {
  return { unit, as, on }
}

function undated({ on }: Holding, asOf: string): Refusal | undefined {
  if (on === null) return undefined
  if (!isDay(on)) return refusal('combination.noSuchDay')
  return on > asOf ? refusal('combination.inFuture', { asOf }) : undefined
}

function agedOut(rules: Rules, { as = 'Earned', on }: Holding, registered: string): Refusal | undefined {
  for (const { rule, cap } of capsOn(rules, as)) {
    if (cap.maxAgeYears === undefined) continue
    const values = { rule: `${rule}.maxAgeYears`, years: cap.maxAgeYears, registered }
    if (on === null) return refusal('combination.noDate', values)
    if (addPeriod(on, `P${cap.maxAgeYears}Y`) < registered) return refusal('combination.tooOld', values)
  }
  return undefined
}

function isSize(size: number | undefined): size is number {
  return size !== undefined && Number.isInteger(size) && size > 0 && size <= SIZE_MAX
}

function refusal(code: ItemCode, values: Values = {}): Refusal {
  return { code, values }
}
