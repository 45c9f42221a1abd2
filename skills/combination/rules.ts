import { PassportError } from '#platform'
import type { Cap, Package, Qualification, Unit } from '../model.ts'
import type { Basis, StepCode } from './question.ts'

/** A unit as it is weighed: what it is, how big and at which level. */
export interface Weighed {
  unit: string
  area: string
  as: Basis
  level: number | string
  size: number
  isMandatory: boolean
}

/** Something of which there has to be enough. */
export interface Need {
  code: StepCode
  /** The path of the rule in its ruleset, from the qualification's id. */
  rule: string
  needed: number
  /** What one unit adds; below zero where it makes the rule harder to meet. */
  gives: (unit: Weighed) => number
}

/** Something of which there must not be too much. */
export interface Limit {
  code: 'combination.maxShare' | 'combination.maxUnits'
  rule: string
  types: readonly Basis[]
  /** The most that is allowed, a whole number. */
  most: number
  /** As the rule has it; not allowed itself where `isStrict`. */
  limit: number
  isStrict: boolean
  confidence: string | undefined
  takes: (unit: Weighed) => number
}

/** A cap of the ruleset, with its path and the ways of holding a unit that it is about. */
export interface CapOf {
  rule: string
  cap: Cap
  types: readonly Basis[]
}

/** The rules of one qualification, made ready to be weighed. */
export interface Rules {
  ruleset: Package<'ruleset'>
  qualification: Qualification
  units: ReadonlyMap<string, Unit>
  /** The size of a unit; undefined where it is declared award by award. */
  sizeOf: (unit: Unit) => number | undefined
  mandatory: ReadonlySet<string>
  needs: readonly Need[]
  limits: readonly Limit[]
  caps: readonly CapOf[]
}

/** `*` caps what is neither earned here nor assessed here: equivalences and exemptions together. */
const UNDER_GENERAL_CAP: readonly Basis[] = ['Equivalence', 'Exemption']

/** Reads the rules of a qualification. `request.notFound` if the ruleset has no such qualification. */
export function rulesOf(ruleset: Package<'ruleset'>, id: string): Rules {
  const qualification = ruleset.content.qualifications.find((one) => one.id === id)
  if (qualification === undefined) {
    throw new PassportError('request.notFound', 'This ruleset has no such qualification: choose one that it lists.')
  }
  const caps = Object.entries(qualification.recognition).map(([type, cap]): CapOf => {
    const types = type === '*' ? UNDER_GENERAL_CAP : [type as Basis]
    return { rule: `${id}.recognition.${type}`, cap, types }
  })
  const { sizeUnit } = ruleset.content
  return {
    ruleset,
    qualification,
    units: new Map(ruleset.content.units.map((unit) => [unit.id, unit])),
    sizeOf: (unit) => unit[sizeUnit] ?? undefined,
    mandatory: new Set(qualification.mandatory),
    needs: needsOf(qualification),
    limits: caps.flatMap((one) => limitsOf(one, qualification.min)),
    caps,
  }
}

/** Levels in their order: E1, E2, E3, then the numbers. Undefined for what is no level. */
export function rankOf(level: number | string | undefined): number | undefined {
  const text = String(level)
  if (/^E[1-3]$/.test(text)) return Number(text.slice(1)) - 4
  return /^(\d|1[0-2])$/.test(text) ? Number(text) : undefined
}

/** Caps that one way of holding a unit comes under. */
export function capsOn({ caps }: Pick<Rules, 'caps'>, as: Basis): CapOf[] {
  return caps.filter(({ types }) => types.includes(as))
}

/** A decimal share as a ratio of whole numbers, so that nothing is lost to binary fractions. */
export function ratioOf(share: number): { numerator: number; denominator: number } {
  const numerator = Math.round(share * 1_000_000)
  const divisor = greatestCommonDivisor(numerator, 1_000_000)
  return { numerator: numerator / divisor, denominator: 1_000_000 / divisor }
}

/**
 * The size is first, and the share, which is the only one that a unit can make harder to meet, last. Sizes are whole, so what is
 * needed of them is too.
 */
function needsOf({ id, min, minAtLevel, excludeFromAtLevel = [], optionalShareAtLevel }: Qualification): Need[] {
  const size: Need = { code: 'combination.min', rule: `${id}.min`, needed: Math.ceil(min), gives: (unit) => unit.size }
  const needs = [size]
  if (minAtLevel) {
    const least = rankOf(minAtLevel.level) ?? Number.NaN
    needs.push({
      code: 'combination.minAtLevel',
      rule: `${id}.minAtLevel`,
      needed: Math.ceil(minAtLevel.min),
      gives: ({ area, level, size }) =>
        !excludeFromAtLevel.includes(area) && (rankOf(level) ?? Number.NaN) >= least ? size : 0,
    })
  }
  if (optionalShareAtLevel) {
    const exact = rankOf(optionalShareAtLevel.level)
    const { numerator, denominator } = ratioOf(optionalShareAtLevel.minShare)
    // Of n optional units at least n × share are at the level: each there adds 1 - share, each other takes the share away.
    needs.push({
      code: 'combination.optionalShareAtLevel',
      rule: `${id}.optionalShareAtLevel`,
      needed: 0,
      gives: ({ isMandatory, level }) => (isMandatory ? 0 : (rankOf(level) === exact ? denominator : 0) - numerator),
    })
  }
  return needs
}

function limitsOf({ rule, cap, types }: CapOf, min: number): Limit[] {
  const { maxShare, maxUnits, strict: isStrict = false, confidence } = cap
  const limits: Limit[] = []
  if (maxShare !== undefined) {
    const { numerator, denominator } = ratioOf(maxShare)
    const share = (numerator * min) / denominator
    limits.push({
      code: 'combination.maxShare',
      rule: `${rule}.maxShare`,
      types,
      most: isStrict ? Math.ceil(share) - 1 : Math.floor(share),
      limit: share,
      isStrict,
      confidence,
      takes: ({ as, size }) => (types.includes(as) ? size : 0),
    })
  }
  if (maxUnits !== undefined) {
    limits.push({
      code: 'combination.maxUnits',
      rule: `${rule}.maxUnits`,
      types,
      most: maxUnits,
      limit: maxUnits,
      isStrict: false,
      confidence,
      takes: ({ as }) => (types.includes(as) ? 1 : 0),
    })
  }
  return limits
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
