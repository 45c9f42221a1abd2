import type { Answer, Step, Values } from './answer.ts'
import { type Day, isDay } from './calendar.ts'
import { compareDecimals, isDecimal, lessOf, moneyOf, sumOf } from './decimal.ts'
import type { Funding, Package } from './model.ts'
import { referenceTo } from './package.ts'

/**
 * A person's own figures of the Lifelong Learning Entitlement. They are the holder's: no provider sees them, so these
 * questions are answered where the holder is and nowhere else.
 */
export interface OwnFunding {
  /** Credits already funded, ever and in the present year. */
  used: string
  usedThisYear: string
}

/** A module as its provider describes it. What is null is not known. */
export interface FundedModule {
  credit: string
  /** RQF or FHEQ level. */
  level: number
  /** Credits of the modules that it is bundled with. */
  bundledWith?: string
  hasParentCourse: boolean | null
  /** A module of a Higher Technical Qualification, or of a full level 6 course in a priority subject group. */
  route: 'HTQ' | 'L6priority' | 'other' | null
  startsOn: Day
}

export type LleCode =
  | 'lle.balance'
  | 'lle.money'
  | 'lle.malformed'
  | 'lle.startsOn'
  | 'lle.level'
  | 'lle.minimum'
  | 'lle.parent'
  | 'lle.route'
  | 'lle.yearCap'

/** What is left of the entitlement, in credits and in pounds; null where the figures are no decimals. */
export function lleBalance(
  funding: Package<'funding'>,
  own: OwnFunding,
): Answer<{ credits: string; pounds: string } | null, LleCode> {
  const { credits: full, poundsAt2025_26: pounds } = funding.content.fullEntitlement
  const rules = [referenceTo(funding)]
  if (!isDecimal(own.used))
    return { value: null, steps: [malformed({ used: own.used })], rules, counted: [], notCounted: [] }
  const left = lessOf(String(full), own.used)
  const value = { credits: left, pounds: moneyOf(left, pounds, full) }
  const steps: Step<LleCode>[] = [
    tells('lle.balance', { full, used: own.used, left }),
    tells('lle.money', { left: value.pounds, pounds, credits: full }),
  ]
  return { value, steps, rules, counted: [], notCounted: [] }
}

/** Whether a module could be funded by what is known: no promise, for the lender decides. */
export function lleModule(
  funding: Package<'funding'>,
  own: OwnFunding,
  module: FundedModule,
): Answer<'mayBeFunded' | 'notFunded' | 'unknown', LleCode> {
  const rules = [referenceTo(funding)]
  const { credit, bundledWith = '0', startsOn } = module
  const figures = { used: own.used, usedThisYear: own.usedThisYear, credit, bundledWith }
  const isGood = Object.values(figures).every(isDecimal) && isDay(startsOn)
  if (!isGood) {
    return { value: 'unknown', steps: [malformed({ ...figures, startsOn })], rules, counted: [], notCounted: [] }
  }
  const steps = stepsOf(funding.content, own, { ...module, bundledWith })
  const isRefused = steps.some(({ isMet }) => isMet === false)
  const isOpen = steps.some(({ isMet }) => isMet === null)
  return {
    value: isRefused ? 'notFunded' : isOpen ? 'unknown' : 'mayBeFunded',
    steps,
    rules,
    counted: [],
    notCounted: [],
  }
}

function stepsOf(funding: Funding, own: OwnFunding, module: Required<FundedModule>): Step<LleCode>[] {
  const { coursesFrom, levels, moduleMinCredit, bundlingAllowed, moduleMustHaveParentCourse, maxCreditPerYear } =
    funding
  const { credit, level, bundledWith, hasParentCourse, route, startsOn } = module
  const size = bundlingAllowed ? sumOf([credit, bundledWith]) : credit
  const year = sumOf([own.usedThisYear, credit])
  const left = lessOf(String(funding.fullEntitlement.credits), own.used)
  return [
    { code: 'lle.startsOn', values: { startsOn, from: coursesFrom }, isMet: startsOn >= coursesFrom },
    { code: 'lle.level', values: { level, levels: levels.map(String) }, isMet: levels.includes(level) },
    {
      code: 'lle.minimum',
      values: { size, min: moduleMinCredit },
      isMet: compareDecimals(size, String(moduleMinCredit)) >= 0,
    },
    { code: 'lle.parent', values: { hasParentCourse }, isMet: moduleMustHaveParentCourse ? hasParentCourse : true },
    { code: 'lle.route', values: { route }, isMet: route === null ? null : route !== 'other' },
    {
      code: 'lle.yearCap',
      values: { year, max: maxCreditPerYear },
      isMet: compareDecimals(year, String(maxCreditPerYear)) <= 0,
    },
    { code: 'lle.balance', values: { credit, left }, isMet: compareDecimals(credit, left) <= 0 },
  ]
}

function malformed(values: Values): Step<LleCode> {
  return { code: 'lle.malformed', values, isMet: null }
}

function tells(code: LleCode, values: Values): Step<LleCode> {
  return { code, values, isMet: null }
}
