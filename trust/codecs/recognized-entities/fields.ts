import { type ErrorCode, type Json, PassportError } from '#platform'

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/
const MAX_TEXT = 2_048

/** Lists say the same few dates of thousands of issuers: each is read once. */
const dates = new Map<string, Date>()
const MAX_DATES = 10_000

/** A date-time with a zone, of a day that there is; anything else makes the list unreadable. */
export function readDate(value: Json | undefined): Date {
  if (typeof value !== 'string') throw malformed('a date on it is missing')
  const known = dates.get(value)
  if (known !== undefined) return known
  const [, day] = DATE_TIME.exec(value) ?? []
  const date = new Date(value)
  if (day === undefined || !isDay(day) || Number.isNaN(date.getTime())) throw malformed('a date on it cannot be read')
  if (dates.size >= MAX_DATES) dates.clear()
  dates.set(value, date)
  return date
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

export function optionalDate(value: Json | undefined): Date | null {
  return value === undefined ? null : readDate(value)
}

export function readText(value: Json | undefined, otherwise: string): string {
  if (typeof value !== 'string' || value === '' || value.length > MAX_TEXT) throw malformed(otherwise)
  return value
}

export function readCount(value: Json | undefined, otherwise: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw malformed(otherwise)
  return value
}

/** Refuses an object that has other members than these: a limit we do not know is a limit all the same. */
export function onlyMembers(value: object, allowed: ReadonlySet<string>, what: string): void {
  // What was parsed from JSON has no members but its own, and lists have hundreds of thousands of them.
  for (const key in value) {
    if (!allowed.has(key)) throw malformed(`${what} on it says more than is understood`)
  }
}

export function malformed(why: string, code: ErrorCode = 'trust.malformed'): PassportError {
  return new PassportError(code, `The list of issuers cannot be used: ${why}.`)
}
