import type { CreditEntry } from '#skills'
import type { HeldFact } from './held-fact.ts'

/**
 * The credit of what is held. Where one achievement states its credit in several schemes, each is an entry: they say the same
 * of one piece of learning, and schemes are never added up.
 */
export function creditEntries(facts: readonly HeldFact[]): CreditEntry[] {
  const parts = new Map<string, string[]>()
  for (const { whole, part } of facts.flatMap((fact) => fact.parts)) {
    parts.set(whole, [...(parts.get(whole) ?? []), part])
  }
  return facts.flatMap(({ item, achievement, credits, awardedOn, status }): CreditEntry[] => {
    const stands = status === 'unknown' ? null : status === 'active'
    const entry = { item, awardedOn, as: 'Earned' as const, stands }
    if (credits.length === 0) return [{ ...entry, achievement, credit: null }]
    return credits.map((credit) => {
      const named = (id: string) => `${id} ${credit.scheme}`
      const inside = (parts.get(achievement) ?? []).map(named)
      return { ...entry, achievement: named(achievement), credit, parts: inside }
    })
  })
}
