import { type Answer, type GapRow, type NextStepCode, type NextSteps, nextSteps } from '#skills'
import type { ReadPassport } from './read-passport.ts'

/** What somebody wants of a next step, as they wrote it into the form. */
export interface StepWish {
  area: string
  travel: 'sameArea' | 'neighbouring' | 'anywhere'
  mode: string
  /** In pounds; empty where it does not matter. */
  budget: string
}

/** What to do next about what is missing, by a person's wishes. Nothing of who they are is asked. */
export function stepsFor(
  gaps: readonly GapRow[],
  { area, travel, mode, budget }: StepWish,
  { facts, known }: Pick<ReadPassport, 'facts' | 'known'>,
): Answer<NextSteps, NextStepCode> {
  const pounds = Number(budget)
  const isLimited = budget !== '' && Number.isFinite(pounds) && pounds >= 0
  const inForce = facts.filter(({ status, supersededBy }) => status === 'active' && supersededBy === null)
  return nextSteps(known.opportunities, known.ranking, {
    gaps,
    held: inForce.flatMap(({ terms }) => terms),
    area: area === '' ? null : area,
    travel,
    ...(mode === '' ? {} : { modes: [mode] }),
    ...(isLimited ? { budget: pounds } : {}),
  })
}
