import { currencyOn, policiesOf } from '#credential'
import type { Answer, Currency, CurrencyCode, CurrencyValue, Frameworks } from '#skills'
import type { HeldFact } from './held-fact.ts'

/** A held credential in the calendar. */
export interface CalendarEntry {
  fact: HeldFact
  answer: Answer<CurrencyValue, CurrencyCode>
}

/** The states that want an eye first, where there is no day to go by. */
const ORDER: readonly Currency[] = [
  'suspended',
  'lapsedNotAuthorised',
  'inGrace',
  'dueSoon',
  'current',
  'lapsedHistory',
  'superseded',
  'revoked',
  'unknown',
]

/**
 * How current each held credential is on a day (`YYYY-MM-DD`), by what it states and by the frameworks that it is about. The
 * one that ends first is first; what has no end comes after, in the order of the states.
 */
export function calendarOf(facts: readonly HeldFact[], on: string, known: Frameworks): CalendarEntry[] {
  return facts
    .map((fact) => ({ fact, answer: currencyOn(fact, on, known) }))
    .toSorted((one, other) => inOrder(one.answer.value, other.answer.value) || byTitle(one.fact, other.fact))
}

/** How many hours of development renew something; null where no rule lets hours renew it. */
export function hoursToRenew(fact: HeldFact, known: Frameworks): number | null {
  const policy = policiesOf(fact, known).find(({ renewal }) => renewal === 'CPDRecord')
  return policy?.renewalHours ?? null
}

function inOrder(one: CurrencyValue, other: CurrencyValue): number {
  if (one.until !== other.until) {
    if (one.until === null) return 1
    if (other.until === null) return -1
    return one.until < other.until ? -1 : 1
  }
  return ORDER.indexOf(one.state) - ORDER.indexOf(other.state)
}

function byTitle(one: HeldFact, other: HeldFact): number {
  return one.title < other.title ? -1 : 1
}
