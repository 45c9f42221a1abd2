import type { Item, Step } from './answer.ts'
import { addPeriod, type Day, isDay, isPeriod } from './calendar.ts'
import type { CurrencyPolicy } from './model.ts'

/** Professional development that was logged. */
export interface CpdEntry {
  item: string
  on: Day
  hours: number
}

export type CpdCode =
  | 'cpd.counted'
  | 'cpd.renewed'
  | 'cpd.hoursMissing'
  | 'cpd.duplicate'
  | 'cpd.noSuchDay'
  | 'cpd.noHours'
  | 'cpd.inFuture'
  | 'cpd.beforeAward'
  | 'cpd.afterLapse'
  | 'cpd.notRenewing'

interface Renewing {
  awardedOn: Day | null
  until: Day
  policies: readonly CurrencyPolicy[]
  cpd: readonly CpdEntry[]
  /** The day asked about: what was logged for later counts for nothing yet. */
  on: Day
}

interface Renewed {
  /** Null where nothing was renewed. */
  until: Day | null
  steps: Step<CpdCode>[]
  counted: Item<CpdCode>[]
  notCounted: Item<CpdCode>[]
}

/**
 * Renews by what was logged, where a policy says that a record of hours renews. Each time the hours are complete a new
 * period begins on that day. What was logged after a lapse, its grace included, no longer renews it.
 */
export function renewByCpd({ awardedOn, until, policies, cpd, on }: Renewing): Renewed {
  const policy = policies.find(({ renewal, renewalHours }) => renewal === 'CPDRecord' && renewalHours !== undefined)
  const { currency, grace, renewalHours = 0 } = policy ?? {}
  if (!isPeriod(currency)) return notRenewing(cpd)
  const found: Renewed = { until: null, steps: [], counted: [], notCounted: [] }
  const seen = new Set<string>()
  let hours = 0
  for (const entry of cpd.toSorted((one, other) => (one.on < other.on ? -1 : 1))) {
    const end = found.until ?? until
    const last = isPeriod(grace) ? addPeriod(end, grace) : end
    const fault = faultOf(entry, { awardedOn, last, on, isTwice: seen.has(entry.item) })
    const said = { item: entry.item, values: { day: entry.on, hours: entry.hours } }
    seen.add(entry.item)
    if (fault !== null) {
      found.notCounted.push({ ...said, code: fault })
      continue
    }
    found.counted.push({ ...said, code: 'cpd.counted' })
    hours += entry.hours
    if (hours < renewalHours) continue
    found.until = addPeriod(entry.on, currency)
    found.steps.push({ code: 'cpd.renewed', values: { hours, needed: renewalHours, until: found.until }, isMet: true })
    hours = 0
  }
  if (hours > 0) {
    found.steps.push({ code: 'cpd.hoursMissing', values: { hours, needed: renewalHours }, isMet: false })
  }
  return found
}

/** What is said of a log where nothing is renewed by hours. */
export function notRenewing(cpd: readonly CpdEntry[]): Renewed {
  const notCounted = cpd.map(({ item, on, hours }) => ({
    item,
    code: 'cpd.notRenewing' as const,
    values: { day: on, hours },
  }))
  return { until: null, steps: [], counted: [], notCounted }
}

function faultOf(
  { on: day, hours }: CpdEntry,
  { awardedOn, last, on, isTwice }: { awardedOn: Day | null; last: Day; on: Day; isTwice: boolean },
): CpdCode | null {
  if (!isDay(day)) return 'cpd.noSuchDay'
  if (!(hours > 0 && Number.isFinite(hours))) return 'cpd.noHours'
  if (isTwice) return 'cpd.duplicate'
  if (day > on) return 'cpd.inFuture'
  if (awardedOn !== null && day < awardedOn) return 'cpd.beforeAward'
  return day > last ? 'cpd.afterLapse' : null
}
