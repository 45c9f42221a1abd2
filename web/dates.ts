const LOCALE = 'en-GB'

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})
const number = new Intl.NumberFormat(LOCALE)
const plural = new Intl.PluralRules(LOCALE)

/** A date for people, such as "25 June 2027", in UTC. What is not a date is given back as it is. */
export function formatDate(value: string | Date): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? String(value) : day.format(date)
}

/** A time for people with its zone, such as "25 June 2027 at 14:05 UTC". What is not a date is given back as it is. */
export function formatTime(value: string | Date): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? String(value) : `${time.format(date)} UTC`
}

/** A number with thousands separated, such as "5,000". */
export function formatNumber(value: number): string {
  return number.format(value)
}

/** A count with its noun: `count(1, 'badge')` is "1 badge", `count(22, 'badge')` is "22 badges". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${plural.select(value) === 'one' ? one : many}`
}
