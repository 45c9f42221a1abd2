import { type CreditCode, type Frameworks, type Item, type Ledger, ledgerOf } from '#skills'
import type { CanDo, CanDoRecord } from '../can-do.ts'
import { creditEntries } from './credit.ts'

/** Credit of one thing that shows a skill, and whether it was counted. */
export interface SkillCredit {
  item: string
  code: CreditCode
  values: Item<CreditCode>['values']
  /** How many other skills the same credit evidences. */
  alsoOf: number
}

/**
 * The credit that evidences a skill. Each achievement counts once: twice the same is once, and what is inside a larger award is
 * counted with that. The same credit may evidence many skills, so what comes out for several of them is never added up.
 */
export function creditOfSkill(
  { shownBy, term }: CanDo,
  { facts, skills, today }: CanDoRecord,
  { schemes }: Frameworks,
): { credits: SkillCredit[]; totals: Ledger['totals'] } {
  const items = new Set(shownBy.map(({ item }) => item))
  const entries = creditEntries(facts)
  const { counted, notCounted } = ledgerOf(schemes, entries, today)
  const others = skills.filter((skill) => skill.term !== term)
  const alsoOf = (item: string) => others.filter((skill) => skill.shownBy.some((one) => one.item === item)).length
  const own = [...counted, ...notCounted].filter(({ item, code }) => items.has(item) && code !== 'credit.none')
  const kept = new Set(counted.map(({ item, values }) => `${item} ${String(values.scheme)}`))
  const ofSkill = entries.filter(({ item, credit }) => items.has(item) && kept.has(`${item} ${String(credit?.scheme)}`))
  return {
    credits: own.map(({ item, code, values }) => ({ item, code, values, alsoOf: alsoOf(item) })),
    totals: ledgerOf(schemes, ofSkill, today).value.totals,
  }
}
