import type { Json } from '#platform'

/** Clocks differ: what begins within five minutes has begun (docs/decisions/0009). */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000

/** XML Schema's dateTimeStamp, which VC Data Model 2.0 §4.9 asks for: a zone is always there. */
const DATE_TIME_STAMP =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/

/** Reads a date-time with a zone, or answers null: `new Date('soon') < now` is false, so an unread date looks unexpired. */
export function parseDateTime(value: Json | undefined): Date | null {
  if (typeof value !== 'string') return null
  const parts = DATE_TIME_STAMP.exec(value)
  if (!parts || Number(parts[3]) > daysIn(Number(parts[1]), Number(parts[2]))) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}

/** A time that is known, or between which two it lies. */
export interface Moment {
  earliest: Date
  latest: Date
}

/** No zone on earth is further from UTC (XML Schema Datatypes §3.3.7). */
const ZONE_MS = 14 * 60 * 60 * 1000

/**
 * Reads a date-time whose zone may be missing, as VC Data Model 1.1 §4.6 allows (XML Schema's dateTime): then it is known
 * only between which two times it lies.
 */
export function parseMoment(value: Json | undefined): Moment | null {
  const date = parseDateTime(value)
  if (date !== null) return { earliest: date, latest: date }
  const utc = typeof value === 'string' ? parseDateTime(`${value}Z`) : null
  if (utc === null) return null
  return { earliest: new Date(utc.getTime() - ZONE_MS), latest: new Date(utc.getTime() + ZONE_MS) }
}

/**
 * Reads the day of an award, to be held against periods that begin and end with days in UTC. A calendar date is the first
 * moment of that day there, and so is midnight in any zone, which is how a date alone is written as a date-time: it is dated
 * that day, whatever day it was in UTC. Any other time is itself; of one without a zone, the latest that it can mean. Null for
 * what cannot be read.
 */
export function parseDay(value: Json | undefined): Date | null {
  const [, date] = typeof value === 'string' ? (DAY.exec(value) ?? []) : []
  const isDay = date !== undefined && (date === value || parseMoment(value) !== null)
  return isDay ? parseDateTime(`${date}T00:00:00Z`) : (parseMoment(value)?.latest ?? null)
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?(?:Z|[+-]\d{2}:\d{2})?)?$/

/** Reads a calendar date as its last moment in UTC: what is current until a day is current all that day. */
export function parseDateEnd(value: Json | undefined): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  return parseDateTime(`${value}T23:59:59.999Z`)
}

/** A time as we write it into credentials: UTC, whole seconds. */
export function formatDateTime(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
