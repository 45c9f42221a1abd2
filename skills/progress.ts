import type { Answer, Item, Step } from './answer.ts'
import { type Day, isDay } from './calendar.ts'
import { type Package, TECHNIQUE_LEVELS, type TechniqueLevel } from './model.ts'
import { referenceTo } from './package.ts'

/** A level that somebody was at on a day. */
export interface Assessment {
  item: string
  on: Day
  level: TechniqueLevel
}

/** A level to be reached by a day, set on a day. */
export interface Goal {
  level: TechniqueLevel
  setOn: Day
  by: Day
}

export type ProgressCode =
  | 'progress.point'
  | 'progress.noSuchDay'
  | 'progress.inFuture'
  | 'progress.duplicate'
  | 'progress.reached'
  | 'progress.open'
  | 'progress.overdue'

export interface Progress {
  state: 'reached' | 'open' | 'overdue'
  /** The first day on which the goal was met after it was set. */
  reachedOn: Day | null
  /** For a chart, in the order of the days; of one day the last assessment. `step` counts the levels from nought. */
  points: readonly { on: Day; level: TechniqueLevel; step: number }[]
}

/** How somebody came on in a technique, and whether a goal was reached: it closes itself on the day that it is. */
export function progressOf(
  framework: Package<'techniques'>,
  assessments: readonly Assessment[],
  goal: Goal,
  on: Day,
): Answer<Progress, ProgressCode> {
  const judged = assessments.map(
    (one, at): Item<ProgressCode> => ({
      item: one.item,
      code: codeOf(one, at, assessments, on),
      values: { day: one.on, level: one.level },
    }),
  )
  const points = assessments
    .filter((_, at) => judged[at]?.code === 'progress.point')
    .map(({ on: day, level }) => ({ on: day, level, step: TECHNIQUE_LEVELS.indexOf(level) }))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const wanted = TECHNIQUE_LEVELS.indexOf(goal.level)
  const reachedOn = points.find((point) => point.on >= goal.setOn && point.step >= wanted)?.on ?? null
  const state = reachedOn !== null ? 'reached' : goal.by < on ? 'overdue' : 'open'
  const values = { level: goal.level, by: goal.by, reachedOn }
  const step: Step<ProgressCode> = { code: `progress.${state}`, values, isMet: reachedOn !== null }
  return {
    value: { state, reachedOn, points },
    steps: [step],
    rules: [referenceTo(framework)],
    counted: judged.filter(({ code }) => code === 'progress.point'),
    notCounted: judged.filter(({ code }) => code !== 'progress.point'),
  }
}

function codeOf(one: Assessment, at: number, all: readonly Assessment[], on: Day): ProgressCode {
  if (!isDay(one.on)) return 'progress.noSuchDay'
  if (one.on > on) return 'progress.inFuture'
  return all.some((other, index) => index > at && other.on === one.on) ? 'progress.duplicate' : 'progress.point'
}
