import { type Frameworks, type SkillEvidence, techniquesOf } from '#skills'
import type { SkillFact } from './fact.ts'

/** Between a credential's id and the technique that one piece of its evidence is about: neither holds it. */
const OF = '+'

/**
 * What credentials say as evidence of skills: each credential by all its terms and its level, and once more for each technique that
 * it states a level of, or that a unit of the standards goes with.
 */
export function skillEvidence(facts: readonly SkillFact[], known: Frameworks): SkillEvidence[] {
  return facts.flatMap((fact) => {
    const { level, terms } = fact
    const itself: SkillEvidence[] = terms.length === 0 ? [] : [{ ...fact, terms, ...(level && { level }) }]
    const ofTechniques = [...fact.techniques, ...terms.flatMap((term) => techniquesFor(term, known))]
    return [
      ...itself,
      ...ofTechniques.map(({ term, level: code }) => ({
        ...fact,
        item: `${fact.item}${OF}${term}`,
        terms: [term],
        level: { framework: known.techniques.id, code },
      })),
    ]
  })
}

/** The credential, by its `item`, that an item of evidence is from. */
export function sourceOf(item: string): string {
  return item.split(OF, 1)[0] ?? item
}

/** The DIDs under which whom they are about signed something about themself: what these confirm is their own word. */
export function signersOfOwn(facts: readonly SkillFact[]): string[] {
  return [...new Set(facts.flatMap(({ by, isOwn }) => (isOwn && by !== null ? [by] : [])))]
}

function techniquesFor(term: string, { techniques }: Frameworks): SkillFact['techniques'] {
  return techniquesOf(techniques, term).map(({ technique, level }) => ({
    term: `${techniques.id}#${technique}`,
    level,
  }))
}
