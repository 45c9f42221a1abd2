import { type Frameworks, type Requirement, type SkillEvidence, techniquesOf } from '#skills'
import { skillEvidence } from './evidence.ts'
import type { SkillFact } from './fact.ts'

/** Evidence by the terms of the frameworks; where a credential is aligned to none of them, by the skills that it names itself. */
export function evidenceBySkill(facts: readonly SkillFact[], known: Frameworks): SkillEvidence[] {
  const unaligned = facts.filter(({ terms, techniques }) => terms.length + techniques.length === 0)
  return [
    ...skillEvidence(facts, known),
    ...unaligned.flatMap((fact) =>
      fact.skills.length === 0 ? [] : [{ ...fact, terms: fact.skills.map(termOfSkill) }],
    ),
  ]
}

/** Each skill that there is any evidence of, once. A unit that goes with a technique is told as that technique. */
export function skillsShown(evidence: readonly SkillEvidence[], known: Frameworks): Requirement[] {
  const terms = new Set(evidence.flatMap((one) => one.terms))
  return [...terms]
    .filter((term) => techniquesOf(known.techniques, term).length === 0)
    .map((term) => {
      const policy = known.policyOf(term)
      return {
        term,
        name: isName(term) ? nameIn(term) : known.nameOf(term),
        isEssential: false,
        mustBeCurrent: false,
        policies: policy === undefined ? [] : [policy],
        alsoShownBy: [],
      }
    })
}

const NAMED = 'named '
const isName = (term: string) => term.startsWith(NAMED)
const nameIn = (term: string) => term.slice(NAMED.length)

/** A skill that no framework has, as a term: it is told from others by its name alone. */
export function termOfSkill(name: string): string {
  return `${NAMED}${name}`
}
