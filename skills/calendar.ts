/** A calendar day, `YYYY-MM-DD`. Days compare as texts. Rules of education count days and years, never hours. */
export type Day = string

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const PERIOD = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/
/** Days that each month has at most. */
const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY_LENGTH = 24 * 60 * 60 * 1000

/** Whether a text is a day that the calendar has: 2026-02-30 is none. */
export function isDay(value: unknown): value is Day {
  const [, year, month, day] = typeof value === 'string' ? (DAY.exec(value) ?? []) : []
  if (year === undefined) return false
  const longest = MONTHS[Number(month) - 1] ?? 0
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const last = Number(month) === 2 && !isLeap ? longest - 1 : longest
  return Number(day) >= 1 && Number(day) <= last
}

/** Whether a text is a period of years, months and days (ISO 8601), such as `P3Y` or `P1Y6M`. */
export function isPeriod(value: unknown): value is string {
  return typeof value === 'string' && value.length > 1 && PERIOD.test(value)
}

/**
 * The same day a period later. Where that month has no such day it is the month's last: a year after 29 February is
 * 28 February. Throws `RangeError` for what is no day or no period.
 */
export function addPeriod(day: Day, period: string): Day {
  const found = isPeriod(period) ? PERIOD.exec(period) : null
  if (found === null || !isDay(day)) throw new RangeError(`no day or no period: ${day} ${period}`)
  const [years = 0, months = 0, days = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const target = year * 12 + month - 1 + years * 12 + months
  const last = new Date(Date.UTC(Math.floor(target / 12), (target % 12) + 1, 0)).getUTCDate()
  return addDays(toDay(Date.UTC(Math.floor(target / 12), target % 12, Math.min(date, last))), days)
}

/** The day a number of days later, or before where it is negative. */
export function addDays(day: Day, days: number): Day {
  return toDay(Date.parse(day) + days * DAY_LENGTH)
}

/** How many days lie from one day to another; negative where the other is before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_LENGTH)
}

/** A period's length in days, a year taken as 365 and a month as 30: for telling which of two periods is the shorter. */
export function lengthOf(period: string): number {
  const [years = 0, months = 0, days = 0] = (PERIOD.exec(period) ?? []).slice(1).map((part) => Number(part ?? 0))
  return years * 365 + months * 30 + days
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10)
}
