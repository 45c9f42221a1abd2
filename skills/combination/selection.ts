import type { Item, Values } from '../answer.ts'
import type { Candidate } from './holdings.ts'
import { layersOf, type Price } from './layers.ts'
import type { CombinationCode, ItemCode } from './question.ts'
import { type Need, type Rules, rankOf } from './rules.ts'
import { search } from './search.ts'

/** Units that are counted, and those that could be but are not. */
export interface Selection {
  chosen: readonly Candidate[]
  left: readonly Candidate[]
}

/** What lacks first weighs more than everything that comes after it. */
const LACKING = 1e10
const MISSING_SIZE = 1e5

/**
 * Chooses what to count of the units held: within all limits, such that no mandatory unit that could be counted is left out,
 * then with the least missing of the size, then of the size at the level. Nothing that is left out could be added to it.
 * Those named as required are in it.
 */
export function select(rules: Rules, held: readonly Candidate[], required: ReadonlySet<string> = new Set()): Selection {
  const price: Price = (_, lacking) => lacking * LACKING
  const isHard = rules.needs.map(isShare)
  const final = (missing: readonly number[]) => {
    if (missing.some((one, at) => isHard[at] === true && one > 0)) return Number.POSITIVE_INFINITY
    const [size = 0, atLevel = 0] = missing.filter((_, at) => isHard[at] !== true).map((one) => Math.max(0, one))
    return size * MISSING_SIZE + atLevel
  }
  const found = search({
    layers: layersOf(rules, held, required, price),
    needs: rules.needs.map(({ needed }) => needed),
    limits: rules.limits.map(({ most }) => most),
    isHard,
    final,
    bound: final,
  })
  const chosen = found.first().flatMap(({ units }) => units)
  return { chosen, left: held.filter((one) => !chosen.includes(one)) }
}

/** What is counted, and for which rules. */
export function countedItem(rules: Rules, candidate: Candidate): Item<CombinationCode> {
  const { needs, qualification } = rules
  const isFor = (need: Need) => need.gives(candidate) > 0
  const mandatory = candidate.isMandatory ? [`${qualification.id}.mandatory`] : []
  const isEarned = !['Equivalence', 'Exemption', 'ImportedUnit', 'PriorLearning'].includes(candidate.as)
  return itemOf(candidate, isEarned ? 'combination.earned' : 'combination.recognised', {
    size: candidate.size,
    level: candidate.level,
    countsFor: [...mandatory, ...needs.filter(isFor).map(({ rule }) => rule)],
    doesNotCountFor: needs
      .filter((need) => !isFor(need) && !(isShare(need) && candidate.isMandatory))
      .map(({ rule }) => rule),
  })
}

/** What could be counted and is not, and the first rule that it would break. */
export function leftItem(rules: Rules, { chosen }: Selection, left: Candidate): Item<CombinationCode> {
  const { qualification, limits, mandatory } = rules
  const { id, maxPerArea = Number.POSITIVE_INFINITY } = qualification
  const twin = chosen.find(({ unit }) => unit === left.unit)
  if (twin) return itemOf(left, 'combination.duplicate', { by: twin.item })
  const neighbours = chosen.filter(({ area }) => area === left.area)
  const absent = [...mandatory].filter(
    (unit) => rules.units.get(unit)?.area === left.area && !neighbours.some((one) => one.unit === unit),
  )
  if (!left.isMandatory && neighbours.length + absent.length >= maxPerArea) {
    const rule = `${id}.maxPerArea`
    const kept = absent[0] ?? neighbours.find(({ isMandatory }) => isMandatory)?.unit
    if (kept !== undefined) return itemOf(left, 'combination.areaMandatory', { rule, unitOfArea: kept })
    return itemOf(left, 'combination.areaTaken', { rule, by: neighbours.map(({ item }) => String(item)) })
  }
  const over = limits.find((one) => chosen.reduce((sum, unit) => sum + one.takes(unit), one.takes(left)) > one.most)
  if (over) return itemOf(left, 'combination.overCap', { rule: over.rule, limit: over.limit, isStrict: over.isStrict })
  const share = qualification.optionalShareAtLevel
  return itemOf(left, 'combination.overShare', {
    rule: `${id}.optionalShareAtLevel`,
    level: share?.level ?? null,
    isAtLevel: rankOf(left.level) === rankOf(share?.level),
  })
}

export function isShare({ code }: Need): boolean {
  return code === 'combination.optionalShareAtLevel'
}

function itemOf({ item, unit, as, on, confidence }: Candidate, code: ItemCode, values: Values): Item<CombinationCode> {
  const found = { item: item ?? unit, code, values: { unit, as, on, ...values } }
  return confidence ? { ...found, confidence } : found
}
