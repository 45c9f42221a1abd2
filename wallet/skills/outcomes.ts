import {
  type Frameworks,
  findTarget,
  type RuleReference,
  statementsOf,
  type TargetChoice,
  targetChoices,
  techniquesOf,
} from '#skills'

/** Something with outcomes that are known here, and the package that they are from. */
export interface KnownOutcomes {
  title: string
  outcomes: readonly string[]
  source: RuleReference
}

/** All whose outcomes are known: standards, qualifications by their mandatory units, and units by statements that go with them. */
export function outcomeChoices(known: Frameworks): Pick<TargetChoice, 'id' | 'title'>[] {
  const targets = targetChoices(known).filter(({ kind }) => kind !== 'role')
  const units = known.rulesets.flatMap((ruleset) =>
    ruleset.content.units.map(({ id, title, level }) => ({
      id: `${ruleset.id}#${id}`,
      title: `${title}, level ${level}`,
    })),
  )
  return [...targets, ...units].filter(({ id }) => knownOutcomes(known, id) !== null)
}

/** The outcomes of a standard, a qualification or a unit; null where none are known. */
export function knownOutcomes(known: Frameworks, id: string): KnownOutcomes | null {
  const target = findTarget(known, id)
  const [source] = target?.rules ?? []
  if (target !== null && target.requirements.length > 0 && source !== undefined) {
    return { title: target.title, outcomes: target.requirements.map(({ name }) => name), source }
  }
  const { techniques } = known
  const outcomes = techniquesOf(techniques, id).flatMap(({ technique, level }) =>
    statementsOf(techniques, technique)
      .filter((one) => one.level === level)
      .map(({ text }) => text),
  )
  if (outcomes.length === 0) return null
  const { id: framework, version, digest } = techniques
  return { title: known.nameOf(id), outcomes, source: { id: framework, version, digest } }
}
