import type { Confidence, Currency, CurrencyCode } from '#skills'
import { count, countInWelsh } from '../dates.ts'
import { language } from '../language.tsx'
import { type Says, said } from './says.ts'

/** How current something is, in a few words. */
export const currencies: Readonly<Record<Currency, string>> = {
  current: 'Current',
  dueSoon: 'Due soon',
  inGrace: 'Run out, still in its grace time',
  lapsedHistory: 'Run out, still true as history',
  lapsedNotAuthorised: 'Run out, no longer allowed',
  superseded: 'Replaced by a newer one',
  suspended: 'Suspended by the issuer',
  revoked: 'Taken back by the issuer',
  unknown: 'Not known',
}

/** What a number that is not looked up is marked with. */
export const confidences: Readonly<Record<Exclude<Confidence, 'sourced'>, string>> = {
  recalled: 'recalled, not looked up',
  illustrative: 'illustrative, from no source',
}

export const currencySays: Says<CurrencyCode> = {
  'currency.revoked': () => 'Its issuer took it back. Its dates do not matter any more.',
  'currency.suspended': () => 'Its issuer suspended it. It does not count until the issuer lets it again.',
  'currency.statusUnknown': () =>
    'Whether its issuer took it back could not be seen at the last check. So nothing is said here.',
  'currency.superseded': () => 'Its issuer gave you a newer one in its place.',
  'currency.noSuchDay': ({ day }) => `It states a day that the calendar does not have: ${said(day)}.`,
  'currency.inFuture': ({ day }) => `It begins only on ${said(day)}.`,
  'currency.notStated': () => 'Nobody states how long it lasts: not its issuer, and no framework that it names.',
  'currency.doesNotExpire': () => 'Its issuer or its framework says that it does not run out.',
  'currency.until': ({ until }) => `It is current up to and including ${said(until)}.`,
  'currency.untilStated': ({ day }) => `Its issuer states ${said(day)} as the last day.`,
  'currency.untilByPolicy': ({ day, period }) =>
    `A rule lets it last for ${periodInWords(String(period))} from the award: up to ${said(day)}.`,
  'currency.dueSoon': ({ until, days }) =>
    `It runs out on ${said(until)}: ${days === 0 ? 'today' : `${count(Number(days), 'day')} to go`}.`,
  'currency.inGrace': ({ until, graceUntil }) =>
    `It ran out on ${said(until)}, and still counts up to ${said(graceUntil)}.`,
  'currency.lapsed': ({ until, onLapse }) =>
    onLapse === 'NotAuthorised'
      ? `It ran out on ${said(until)}. What it allowed is no longer allowed.`
      : `It ran out on ${said(until)}. That it was awarded stays true.`,
  'cpd.counted': ({ hours, day }) => `${said(hours)} hours on ${said(day)} count.`,
  'cpd.renewed': ({ hours, needed, until }) => `${said(hours)} of ${said(needed)} hours renew it up to ${said(until)}.`,
  'cpd.hoursMissing': ({ hours, needed }) => `${said(hours)} of ${said(needed)} hours: not enough to renew it yet.`,
  'cpd.duplicate': () => 'It is logged twice.',
  'cpd.noSuchDay': ({ day }) => `The calendar does not have this day: ${said(day)}.`,
  'cpd.noHours': () => 'It has no number of hours.',
  'cpd.inFuture': ({ day }) => `Its day is still to come: ${said(day)}.`,
  'cpd.beforeAward': ({ day }) => `It is from before the award: ${said(day)}.`,
  'cpd.afterLapse': ({ day }) => `It is from after it ran out: ${said(day)}.`,
  'cpd.notRenewing': () => 'No rule lets logged hours renew this.',
}

const UNITS = { Y: 'year', M: 'month', D: 'day' } as const

/** As they stand after 1, and after "o". */
const WELSH_UNITS = { Y: ['flwyddyn', 'flynyddoedd'], M: ['mis', 'fisoedd'], D: ['diwrnod', 'ddiwrnodau'] } as const

/** A period of ISO 8601, such as `P1Y6M`, as "1 year and 6 months". What is none is given back as it is. */
export function periodInWords(period: string): string {
  const isWelsh = language() === 'cy'
  const parts = [...period.matchAll(/(\d+)([YMD])/g)].map(([, value, letter]) => {
    const unit = letter as keyof typeof UNITS
    if (!isWelsh) return count(Number(value), UNITS[unit])
    const [one, many] = WELSH_UNITS[unit]
    return countInWelsh(Number(value), one, many)
  })
  return parts.length === 0 ? period : parts.join(isWelsh ? ' a ' : ' and ')
}
