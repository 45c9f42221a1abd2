import {
  type Answer,
  type CurrencyCode,
  type CurrencyPolicy,
  type CurrencyValue,
  currencyOf,
  type Frameworks,
} from '#skills'
import type { SkillFact } from './fact.ts'

/** How current a credential is on a day (`YYYY-MM-DD`), by what it states and by the frameworks that it is about. */
export function currencyOn(fact: SkillFact, on: string, known: Frameworks): Answer<CurrencyValue, CurrencyCode> {
  const answer = currencyOf({ ...fact, policies: policiesOf(fact, known) }, on, known.currency)
  const frameworks = known.competences.filter(({ content }) =>
    content.competences.some(({ id }) => fact.terms.includes(id)),
  )
  return {
    ...answer,
    rules: [...answer.rules, ...frameworks.map(({ id, version, digest }) => ({ id, version, digest }))],
  }
}

/** The rules of how long it lasts: its own, and those of the frameworks. */
export function policiesOf({ policies = [], terms }: SkillFact, known: Frameworks): CurrencyPolicy[] {
  return [...policies, ...terms.flatMap((term) => known.policyOf(term) ?? [])]
}
