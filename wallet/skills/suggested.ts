import { type Frameworks, type Package, STATED_LEVELS, type StatedLevel, standardOf } from '#skills'
import type { SelfAssessment } from '../assess-self.ts'
import type { HeldUnits } from './units.ts'

/** A unit that goes with what somebody says they can do. Nothing of it is awarded or counted by that. */
export interface SuggestedUnit {
  unit: string
  technique: string
  level: StatedLevel
}

/**
 * The units of a ruleset that go with the levels at which somebody puts themself, and that they do not hold: by the same data of
 * the framework of techniques by which a unit that is held shows a technique.
 */
export function suggestedUnits(
  { found }: Pick<SelfAssessment, 'found'>,
  { holdings }: Pick<HeldUnits, 'holdings'>,
  ruleset: Package<'ruleset'>,
  { techniques }: Frameworks,
): SuggestedUnit[] {
  const held = new Set(holdings.map(({ unit }) => unit))
  return found.value.flatMap(({ technique, level: own }) => {
    const level = reached(own)
    const term = level === undefined ? null : standardOf(techniques, technique, level)
    const [id, unit = ''] = term?.split('#') ?? []
    const isThere = id === ruleset.id && ruleset.content.units.some((one) => one.id === unit)
    return level === undefined || !isThere || held.has(unit) ? [] : [{ unit, technique, level }]
  })
}

/** The highest level with statements that a level takes in; undefined below the first. */
function reached(level: string): StatedLevel | undefined {
  return level === 'Super-user' ? STATED_LEVELS.at(-1) : STATED_LEVELS.find((one) => one === level)
}
