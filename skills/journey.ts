/** How far somebody is with something that they learn (Open Badges 3.0 §B.2.13, ResultStatusType). */
export const LEARNING_STATUSES = [
  'Enrolled',
  'InProgress',
  'OnHold',
  'Provisional',
  'Completed',
  'Failed',
  'Withdrew',
] as const

export type LearningStatus = (typeof LEARNING_STATUSES)[number]

export function isLearningStatus(value: unknown): value is LearningStatus {
  return LEARNING_STATUSES.some((status) => status === value)
}

/** A status, and the day from which it is so. */
export interface JourneyStep {
  status: LearningStatus
  on: string
}

export interface Journey<Step extends JourneyStep = JourneyStep> {
  /** By their days; of one day in the order in which they were handed in. */
  steps: readonly Step[]
  /** How it stands on the day asked for; null where it has not begun by then. */
  status: LearningStatus | null
  /** Days on which it was under way, and days of pauses: a pause counts neither as learning nor as delay. */
  learningDays: number
  pausedDays: number
}

const UNDER_WAY: ReadonlySet<LearningStatus> = new Set(['Enrolled', 'InProgress', 'Provisional'])

/** What steps come to on a day. A step that is still to come counts for nothing yet; one after an end begins it again. */
export function journeyOf<Step extends JourneyStep>(handedIn: readonly Step[], today: string): Journey<Step> {
  const steps = handedIn.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
  const begun = steps.filter(({ on }) => on <= today)
  const spans = begun.map(({ status, on }, at) => ({ status, days: daysBetween(on, begun[at + 1]?.on ?? today) }))
  const daysOf = (is: (status: LearningStatus) => boolean) =>
    spans.filter(({ status }) => is(status)).reduce((sum, { days }) => sum + days, 0)
  return {
    steps,
    status: begun.at(-1)?.status ?? null,
    learningDays: daysOf((status) => UNDER_WAY.has(status)),
    pausedDays: daysOf((status) => status === 'OnHold'),
  }
}

const DAY_MS = 24 * 60 * 60 * 1_000

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
