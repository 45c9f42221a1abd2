import { type Package, STATED_LEVELS, type StatedLevel } from './model.ts'

/** One thing that somebody can do, or not. */
export interface Statement {
  /** `TECHNIQUE/Level/number`, counted from one. */
  id: string
  technique: string
  level: StatedLevel
  text: string
}

/** The statements of a framework, or of one technique of it, the easiest first. */
export function statementsOf({ content }: Package<'techniques'>, technique?: string): Statement[] {
  return content.techniques
    .filter(({ code }) => technique === undefined || code === technique)
    .flatMap(({ code, statements }) =>
      STATED_LEVELS.flatMap((level) =>
        statements[level].map((text, at) => ({ id: `${code}/${level}/${at + 1}`, technique: code, level, text })),
      ),
    )
}

/** What somebody should be able to do before they assess a technique on a screen; nothing for what is itself the start. */
export function prerequisitesOf(framework: Package<'techniques'>, technique: string): Statement[] {
  const { readiness } = framework.content
  if (technique === readiness.technique) return []
  return statementsOf(framework, readiness.technique).filter(({ id }) => readiness.statements.includes(id))
}

/** The unit of the IT User standards that goes with a technique at a level, as `ruleset#unit`; null where none does. */
export function standardOf(framework: Package<'techniques'>, technique: string, level: string): string | null {
  const { techniques, standards } = framework.content
  const area = techniques.find(({ code }) => code === technique)?.itq2003Area
  const stated = STATED_LEVELS.find((one) => one === level)
  if (area === undefined || stated === undefined) return null
  return `${standards.ruleset}#${area}/${standards.levels[stated]}`
}

interface TechniqueAtLevel {
  technique: string
  level: StatedLevel
}

/** By framework, since a passport asks of every one of its terms. */
const byUnit = new WeakMap<Package<'techniques'>, ReadonlyMap<string, readonly TechniqueAtLevel[]>>()

/** The techniques, and their levels, that a unit of the standards goes with. */
export function techniquesOf(framework: Package<'techniques'>, unit: string): readonly TechniqueAtLevel[] {
  const known = byUnit.get(framework) ?? techniquesByUnit(framework)
  byUnit.set(framework, known)
  return known.get(unit) ?? []
}

function techniquesByUnit(framework: Package<'techniques'>): Map<string, TechniqueAtLevel[]> {
  const all = framework.content.techniques.flatMap(({ code: technique }) =>
    STATED_LEVELS.map((level) => ({ unit: standardOf(framework, technique, level), technique, level })),
  )
  const found = new Map<string, TechniqueAtLevel[]>()
  for (const { unit, technique, level } of all) {
    if (unit !== null) found.set(unit, [...(found.get(unit) ?? []), { technique, level }])
  }
  return found
}
