import type { Answer, Item, Step } from './answer.ts'
import { type Day, isDay } from './calendar.ts'
import { type GapCode, type GapRow, type GapWorld, gapOf, type SkillEvidence } from './gap.ts'
import type { Target } from './target.ts'

/** `unknown`: nothing is known to be missing, and something could not be checked. */
export type Readiness = 'ready' | 'readyAfter' | 'notReady' | 'unknown'

/** Something that is booked: a renewal, a course, an assessment. */
export interface Booking {
  item: string
  term: string
  on: Day
}

export type ReadinessCode =
  | GapCode
  | 'readiness.renew'
  | 'readiness.booked'
  | 'readiness.blocked'
  | 'readiness.unknown'
  | 'readiness.until'
  | 'booking.counted'
  | 'booking.inPast'
  | 'booking.noSuchDay'
  | 'booking.notNeeded'

export interface ReadinessValue {
  state: Readiness
  /** Of `ready`: the last day on which nothing that is essential has lapsed, its grace included; null where nothing lapses. */
  until: Day | null
  /** Of `readyAfter`: the day by which all that is booked is done; null where something has yet to be booked. */
  after: Day | null
  /** What of the essential stands in the way. */
  inTheWay: readonly GapRow[]
  /** What is wanted and not there, and stands in nobody's way. */
  wanted: readonly GapRow[]
}

/**
 * Whether somebody is ready for a role on a day. What lapsed as history is renewed; what is no longer authorised, or was
 * never there, stands in the way until it is booked.
 */
export function readinessFor(
  target: Target,
  evidence: readonly SkillEvidence[],
  world: GapWorld,
  booked: readonly Booking[] = [],
): Answer<ReadinessValue, ReadinessCode> {
  const gap = gapOf(target, evidence, world)
  const open = gap.value.filter(({ isMet }) => isMet !== true)
  const inTheWay = open.filter(({ isEssential }) => isEssential)
  const bookings = booked.map((one) => ({ one, code: bookingCode(one, open, world.on) }))
  const usable = bookings.flatMap(({ one, code }) => (code === 'booking.counted' ? [one] : []))
  const steps = inTheWay.map((row) => stepOf(row, dayOf(row, usable)))
  const state = stateOf(steps)
  const until = state === 'ready' ? firstLapse(gap.value) : null
  const items = bookings.map(
    ({ one, code }): Item<ReadinessCode> => ({
      item: one.item,
      code,
      values: { term: one.term, day: one.on },
    }),
  )
  return {
    value: {
      state,
      until,
      after: state === 'readyAfter' ? lastDay(inTheWay, usable) : null,
      inTheWay,
      wanted: open.filter(({ isEssential }) => !isEssential),
    },
    steps: [...gap.steps, ...steps, ...(until === null ? [] : [untilStep(until)])],
    rules: gap.rules,
    counted: [...gap.counted, ...items.filter(({ code }) => code === 'booking.counted')],
    notCounted: [...gap.notCounted, ...items.filter(({ code }) => code !== 'booking.counted')],
  }
}

function bookingCode({ term, on }: Booking, open: readonly GapRow[], today: Day): ReadinessCode {
  if (!isDay(on)) return 'booking.noSuchDay'
  if (on < today) return 'booking.inPast'
  return open.some((row) => row.term === term) ? 'booking.counted' : 'booking.notNeeded'
}

/** The first day on which a skill is booked; null where it is not. */
function dayOf({ term }: GapRow, booked: readonly Booking[]): Day | null {
  return (
    booked
      .filter((one) => one.term === term)
      .map(({ on }) => on)
      .toSorted()[0] ?? null
  )
}

function stepOf(row: GapRow, day: Day | null): Step<ReadinessCode> {
  const { term, state, currency, until } = row
  const values = { term, state, until, day }
  if (state === 'unknown') return { code: 'readiness.unknown', values, isMet: null }
  if (day !== null) return { code: 'readiness.booked', values, isMet: false }
  const isRenewed = state === 'lapsed' && currency === 'lapsedHistory'
  return { code: isRenewed ? 'readiness.renew' : 'readiness.blocked', values, isMet: false }
}

function stateOf(steps: readonly Step<ReadinessCode>[]): Readiness {
  if (steps.some(({ code }) => code === 'readiness.blocked')) return 'notReady'
  if (steps.some(({ code }) => code === 'readiness.unknown')) return 'unknown'
  return steps.length > 0 ? 'readyAfter' : 'ready'
}

function lastDay(inTheWay: readonly GapRow[], booked: readonly Booking[]): Day | null {
  const days = inTheWay.map((row) => dayOf(row, booked)).filter((day) => day !== null)
  return days.length < inTheWay.length ? null : (days.toSorted().at(-1) ?? null)
}

function firstLapse(rows: readonly GapRow[]): Day | null {
  const days = rows.flatMap((row) => (row.isEssential && row.mustBeCurrent ? [row.graceUntil ?? row.until] : []))
  return days.filter((day) => day !== null).toSorted()[0] ?? null
}

function untilStep(until: Day): Step<ReadinessCode> {
  return { code: 'readiness.until', values: { until }, isMet: true }
}
