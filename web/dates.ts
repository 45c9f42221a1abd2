import type { Language } from '#platform'
import { language } from './language.tsx'

const formatsOf = (locale: string) => {
  const dated = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return {
    day: new Intl.DateTimeFormat(locale, dated),
    time: new Intl.DateTimeFormat(locale, { ...dated, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    number: new Intl.NumberFormat(locale),
    plural: new Intl.PluralRules(locale),
  }
}

const FORMATS: Readonly<Record<Language, ReturnType<typeof formatsOf>>> = {
  en: formatsOf('en-GB'),
  cy: formatsOf('cy'),
}

/** A date for people, such as "25 June 2027", in UTC. What is not a date is given back as it is. */
export function formatDate(value: string | Date): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? String(value) : FORMATS[language()].day.format(date)
}

/** A time for people with its zone, such as "25 June 2027 at 14:05 UTC". What is not a date is given back as it is. */
export function formatTime(value: string | Date): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? String(value) : `${FORMATS[language()].time.format(date)} UTC`
}

/** A number with thousands separated, such as "5,000". */
export function formatNumber(value: number): string {
  return FORMATS[language()].number.format(value)
}

/** A count with its English noun: `count(1, 'badge')` is "1 badge", `count(22, 'badge')` is "22 badges". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${FORMATS.en.plural.select(value) === 'one' ? one : many}`
}

/**
 * A count with its Welsh noun, which follows "o" where there are several: `countInWelsh(3, 'ffeil', 'ffeiliau')` is
 * "3 o ffeiliau". Both are given as they stand there, with their mutation.
 */
export function countInWelsh(value: number, one: string, many: string): string {
  return value === 1 ? `1 ${one}` : `${FORMATS.cy.number.format(value)} o ${many}`
}
