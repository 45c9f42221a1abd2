import { type Frameworks, type Requirement, type SkillEvidence, techniquesOf } from '#skills'
import { skillEvidence, sourceOf } from './evidence.ts'
import type { SkillFact } from './fact.ts'

/** Evidence by the terms of the frameworks; where a credential is aligned to none of them, by the skills that it names itself. */
export function evidenceBySkill(facts: readonly SkillFact[], known: Frameworks): SkillEvidence[] {
  const aligned = skillEvidence(facts, known)
  const told = new Set(aligned.map(({ item }) => sourceOf(item)))
  const unaligned = facts.filter(({ item, skills }) => !told.has(item) && skills.length > 0)
  return [
    ...aligned,
    ...unaligned.map((fact) => ({ ...fact, terms: fact.skills.map((name) => termOfSkill(name, known)) })),
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
        name: nameOfSkill(term, known),
        isEssential: false,
        mustBeCurrent: false,
        policies: policy === undefined ? [] : [policy],
        alsoShownBy: [],
      }
    })
}

const NAMED = 'named '

/** A skill by its name: the term that a framework calls so; where none does it is told from others by its name alone. */
export function termOfSkill(name: string, known: Frameworks): string {
  return known.termNamed(name) ?? `${NAMED}${name}`
}

/** What a skill is called, by its term. */
export function nameOfSkill(term: string, known: Frameworks): string {
  return term.startsWith(NAMED) ? term.slice(NAMED.length) : known.nameOf(term)
}
