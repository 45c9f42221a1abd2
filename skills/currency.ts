import { type Answer, confidenceOf, type Item, type Step } from './answer.ts'
import { addDays, addPeriod, type Day, daysBetween, isDay, isPeriod } from './calendar.ts'
import { type CpdCode, type CpdEntry, notRenewing, renewByCpd } from './cpd.ts'
import type { Contents, CurrencyPolicy, OnLapse, Package } from './model.ts'
import { referenceTo } from './package.ts'

/** Whether something that was once awarded is still to be relied on. It says nothing of whether the credential is genuine. */
export type Currency =
  | 'current'
  | 'dueSoon'
  | 'inGrace'
  /** No longer current, and still true as history. */
  | 'lapsedHistory'
  /** No longer current, and what it allowed is no longer allowed. */
  | 'lapsedNotAuthorised'
  | 'superseded'
  | 'suspended'
  | 'revoked'
  | 'unknown'

/** What is known of one thing that was awarded. */
export interface CurrencyFacts {
  /** As the asker names it. */
  item: string
  awardedOn: Day | null
  /** As the issuer states them. */
  currentUntil?: Day | null
  doesNotExpire?: boolean
  /** Of the credential, and of the framework that it is about: where they differ, the stricter counts. */
  policies?: readonly CurrencyPolicy[]
  /** `unknown`: it could not be looked up. */
  status: 'active' | 'suspended' | 'revoked' | 'unknown'
  supersededBy?: string | null
  cpd?: readonly CpdEntry[]
}

export type CurrencyCode =
  | CpdCode
  | 'currency.revoked'
  | 'currency.suspended'
  | 'currency.statusUnknown'
  | 'currency.superseded'
  | 'currency.noSuchDay'
  | 'currency.inFuture'
  | 'currency.notStated'
  | 'currency.doesNotExpire'
  | 'currency.until'
  | 'currency.untilStated'
  | 'currency.untilByPolicy'
  | 'currency.dueSoon'
  | 'currency.inGrace'
  | 'currency.lapsed'

export interface CurrencyValue {
  state: Currency
  /** The last day on which it is current; null where there is none, or none is known. */
  until: Day | null
  /** The last day of grace, where there is any. */
  graceUntil: Day | null
  /** Days from the day asked about to `until`; negative after it. */
  daysLeft: number | null
  /** The days still to come on which a reminder is due. */
  remindOn: readonly Day[]
}

/**
 * Whether something is current on a day. A credential that was taken back is that first, whatever its dates say. Of what
 * states no end and has no policy, nothing is known: only an issuer that says so makes it last.
 */
export function currencyOf(
  facts: CurrencyFacts,
  on: Day,
  rules: Package<'currency'>,
): Answer<CurrencyValue, CurrencyCode> {
  const taken = takenAway(facts, on)
  const end = endOf(facts, on)
  const { until, graceUntil, renewals, counted, notCounted } = end
  const dates = { until, graceUntil, daysLeft: until === null || !isDay(on) ? null : daysBetween(on, until) }
  const last = taken ?? judge(facts, end, on, rules.content)
  const remindOn = taken === null ? reminders(until, on, rules.content.reminderDays) : []
  return {
    value: { state: last.state, ...dates, remindOn },
    steps: [...end.steps, ...renewals, last.step],
    rules: [referenceTo(rules)],
    counted,
    notCounted,
  }
}

interface Judgement {
  state: Currency
  step: Step<CurrencyCode>
}

/** What the dates have no say in. */
function takenAway(facts: CurrencyFacts, on: Day): Judgement | null {
  const { item, awardedOn, currentUntil = null, status, supersededBy } = facts
  if (status === 'revoked') return judgement('revoked', 'currency.revoked', false, { item })
  if (status === 'suspended') return judgement('suspended', 'currency.suspended', false, { item })
  if (status === 'unknown') return judgement('unknown', 'currency.statusUnknown', null, { item })
  if (supersededBy != null) return judgement('superseded', 'currency.superseded', false, { item, by: supersededBy })
  const strange = [on, awardedOn, currentUntil].find((day) => day !== null && !isDay(day))
  if (strange != null) return judgement('unknown', 'currency.noSuchDay', null, { item, day: strange })
  return awardedOn !== null && awardedOn > on
    ? judgement('unknown', 'currency.inFuture', null, { item, day: awardedOn })
    : null
}

interface End {
  until: Day | null
  graceUntil: Day | null
  onLapse: OnLapse
  isForever: boolean
  steps: Step<CurrencyCode>[]
  renewals: Step<CurrencyCode>[]
  counted: Item<CurrencyCode>[]
  notCounted: Item<CurrencyCode>[]
}

/** Until when it is current, by what the issuer states and by every policy: the earliest counts, and the shortest grace. */
function endOf({ awardedOn, currentUntil, doesNotExpire, policies = [], cpd = [] }: CurrencyFacts, on: Day): End {
  const stated = isDay(currentUntil) ? [{ day: currentUntil, code: 'currency.untilStated' as const, period: null }] : []
  const byPolicy = policies.flatMap(({ currency: period }) =>
    isPeriod(period) && isDay(awardedOn)
      ? [{ day: addPeriod(awardedOn, period), code: 'currency.untilByPolicy' as const, period }]
      : [],
  )
  const ends = [...stated, ...byPolicy].toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const steps = ends.map(({ day, code, period }) => tells(code, { day, period }))
  const first = ends[0]?.day ?? null
  const renewed = first === null ? notRenewing(cpd) : renewByCpd({ awardedOn, until: first, policies, cpd, on })
  const until = renewed.until ?? first
  const graces = policies.flatMap(({ grace }) => (isPeriod(grace) && until !== null ? [addPeriod(until, grace)] : []))
  return {
    until,
    graceUntil: graces.toSorted()[0] ?? null,
    onLapse: policies.some(({ onLapse }) => onLapse === 'NotAuthorised') ? 'NotAuthorised' : 'HistoricOnly',
    isForever: doesNotExpire === true || policies.some(({ currency }) => currency === null),
    steps,
    renewals: renewed.steps,
    counted: renewed.counted,
    notCounted: renewed.notCounted,
  }
}

function judge({ item }: CurrencyFacts, end: End, on: Day, rules: Contents['currency']): Judgement {
  const { until, graceUntil, onLapse, isForever } = end
  if (until === null) {
    return isForever
      ? judgement('current', 'currency.doesNotExpire', true, { item })
      : judgement('unknown', 'currency.notStated', null, { item })
  }
  const days = daysBetween(on, until)
  const values = { item, until, days }
  if (days >= 0 && days <= rules.dueSoonDays) {
    const { state, step } = judgement('dueSoon', 'currency.dueSoon', true, {
      ...values,
      dueSoonDays: rules.dueSoonDays,
    })
    return { state, step: { ...step, ...confidenceOf(rules) } }
  }
  if (days >= 0) return judgement('current', 'currency.until', true, values)
  if (graceUntil !== null && on <= graceUntil) {
    return judgement('inGrace', 'currency.inGrace', true, { ...values, graceUntil })
  }
  const state = onLapse === 'NotAuthorised' ? 'lapsedNotAuthorised' : 'lapsedHistory'
  return judgement(state, 'currency.lapsed', false, { ...values, onLapse })
}

function reminders(until: Day | null, on: Day, days: readonly number[]): Day[] {
  if (until === null) return []
  return days
    .map((before) => addDays(until, -before))
    .filter((day) => day >= on)
    .toSorted()
}

function judgement(state: Currency, code: CurrencyCode, isMet: boolean | null, values: Step['values']): Judgement {
  return { state, step: { code, values, isMet } }
}

function tells(code: CurrencyCode, values: Step['values']): Step<CurrencyCode> {
  return { code, values, isMet: null }
}
