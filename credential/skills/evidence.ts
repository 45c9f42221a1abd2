import { certificateUnits, type Frameworks, type RecognitionEntry, type SkillEvidence, techniquesOf } from '#skills'
import type { SkillFact } from './fact.ts'

/** Between a credential's id and the technique that one piece of its evidence is about: neither holds it. */
const OF = '+'

/**
 * What credentials say as evidence of skills: each credential by all its terms and its level, and once more for each technique that
 * it states a level of, that a unit of the standards goes with, or that the list of old certificates leads to.
 */
export function skillEvidence(facts: readonly SkillFact[], known: Frameworks): SkillEvidence[] {
  return facts.flatMap((fact) => {
    const { level, terms } = fact
    const itself: SkillEvidence[] = terms.length === 0 ? [] : [{ ...fact, terms, ...(level && { level }) }]
    const ofTechniques = [
      ...fact.techniques,
      ...terms.flatMap((term) => techniquesFor(term, known)),
      ...techniquesByCertificate(fact, known),
    ]
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

/** A technique that a certificate of before leads to: by which entry of the list, and through which unit. */
export interface CertificateTechnique {
  term: string
  level: SkillFact['techniques'][number]['level']
  unit: string
  entry: RecognitionEntry
}

/**
 * What certificates such as ECDL show of techniques: the list of old certificates says which unit one stands for, and the framework
 * of techniques which technique goes with that unit. Only where the list names units, and no choice is left.
 */
export function techniquesByCertificate(
  { certificates }: Pick<SkillFact, 'certificates'>,
  known: Frameworks,
): CertificateTechnique[] {
  return certificates.flatMap((certificate) =>
    certificateUnits(known.library, certificate).flatMap(({ unit, entry }) =>
      techniquesFor(unit, known).map((technique) => ({ ...technique, unit, entry })),
    ),
  )
}

function techniquesFor(term: string, { techniques }: Frameworks): SkillFact['techniques'] {
  return techniquesOf(techniques, term).map(({ technique, level }) => ({
    term: `${techniques.id}#${technique}`,
    level,
  }))
}
