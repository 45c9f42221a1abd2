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

/** The techniques, and their levels, that a unit of the standards goes with. */
export function techniquesOf(
  framework: Package<'techniques'>,
  unit: string,
): { technique: string; level: StatedLevel }[] {
  return framework.content.techniques.flatMap(({ code }) =>
    STATED_LEVELS.flatMap((level) => (standardOf(framework, code, level) === unit ? [{ technique: code, level }] : [])),
  )
}
