import type { Nation } from '#platform'
import { explainLevel, type LevelFramework, type LevelReference, readLevel } from './levels.ts'
import type { Package } from './model.ts'

/** Whose framework of levels people know in each nation; that of England covers Northern Ireland's qualifications too. */
export const LEVELS_IN: Readonly<Record<Nation, LevelFramework>> = { ENG: 'RQF', WLS: 'CQFW', SCT: 'SCQF', NIR: 'RQF' }

/**
 * A level as a nation knows it, by one step of the table: none where the table has no basis, or where it is not known
 * what was stated. `isSame` where it was stated in that nation's own framework.
 */
export function levelIn(
  table: Package<'levels'>,
  nation: Nation,
  stated: { framework: string; code: string },
): { framework: LevelFramework; levels: readonly LevelReference[]; isSame: boolean } {
  const framework = LEVELS_IN[nation]
  const level = readLevel(table, `${stated.framework} ${stated.code}`)
  if (level === null) return { framework, levels: [], isSame: false }
  const { relation, levels } = explainLevel(table, level, framework).value
  return { framework, levels, isSame: relation === 'same' }
}
