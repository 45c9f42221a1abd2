import { type Frameworks, type LevelFramework, TECHNIQUE_LEVELS } from '#skills'
import type { CanDo } from '../can-do.ts'
import { areasOf, NAMED } from './areas.ts'

/** One thing on the map, with its level as a step of its area's own scale. */
export interface MapRow {
  skill: CanDo
  /** Counted from one, the lowest first; nought where no level is stated, or one below the first. */
  step: number
}

/** Skills of one area. Levels of different areas are never compared. */
export interface MapArea {
  name: string
  rows: readonly MapRow[]
  /** How many steps its scale has; nought where no level is stated, or levels of several frameworks are. */
  steps: number
}

/** The highest level that each framework has. */
const TOP: Readonly<Record<LevelFramework, number>> = { RQF: 8, CQFW: 8, FHEQ: 8, EQF: 8, SCQF: 12 }

/** What somebody can do by area, the largest area first, and what no framework has last; in each the highest level first. */
export function mapOf(skills: readonly CanDo[], known: Frameworks): MapArea[] {
  const areaOf = areasOf(known)
  const areas = [...Map.groupBy(skills, ({ term }) => areaOf(term))].map(([name, own]) => areaIn(name, own))
  const rank = ({ name, rows }: MapArea) => (name === NAMED ? 1 : 1 / rows.length - 1)
  return areas.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
}

function areaIn(name: string, skills: readonly CanDo[]): MapArea {
  const scales = new Set(skills.flatMap((skill) => scaleOf(skill) ?? []))
  const [scale] = scales
  // Levels of two frameworks on one scale would be compared by whoever sees them.
  const steps = scale === undefined || scales.size > 1 ? 0 : scale === 'techniques' ? HIGHEST_TECHNIQUE : TOP[scale]
  const rows = skills.map((skill): MapRow => ({ skill, step: stepOf(skill) }))
  return { name, rows: rows.toSorted((one, other) => other.step - one.step), steps }
}

const HIGHEST_TECHNIQUE = TECHNIQUE_LEVELS.length - 1

function scaleOf({ level, credential }: CanDo): LevelFramework | 'techniques' | undefined {
  return level === null ? credential?.level?.framework : 'techniques'
}

function stepOf({ level, credential }: CanDo): number {
  if (level !== null) return TECHNIQUE_LEVELS.map(String).indexOf(level)
  // The levels below the first are called E1 to E3.
  const code = Number(credential?.level?.code)
  return Number.isNaN(code) ? 0 : code
}
