import { asArray, asText, isObject, type Json } from '#platform'
import { parseDateEnd, parseDateTime } from '../dates.ts'
import { hasOwnVocabulary } from '../received.ts'
import type { CheckResult } from '../report.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('dates')

/** Clocks differ: what begins within five minutes has begun. What has ended has ended. */
const SKEW_MS = 5 * 60 * 1000

/**
 * VC Data Model 2.0 §4.9, and the same times in a JWT (RFC 7519 §4.1.4 to §4.1.6). A date that cannot be read fails: it
 * must not look as if it had not passed. `currentUntil` in the past is worth saying and no fault: the award stays true.
 */
export const dates: Check = ({ credential, received }, world) => {
  const at = world.at ?? world.now
  const claims = 'jwt' in received ? received.jwt.claims : {}
  const { validFrom, validUntil, credentialSubject } = hasOwnVocabulary(received) ? {} : credential
  const begins = [bound(validFrom, parseDateTime), bound(claims.nbf, parseSeconds)]
  const ends = [bound(validUntil, parseDateTime), bound(claims.exp, parseSeconds)]
  const issued = bound(claims.iat, parseSeconds)
  if ([...begins, ...ends, issued].includes(null)) return result('failed', 'dates.malformed')
  const from = begins.filter(isDate).sort(byTime).at(-1)
  const until = ends.filter(isDate).sort(byTime).at(0)
  const detail = {
    ...(from ? { validFrom: from.toISOString() } : {}),
    ...(until ? { validUntil: until.toISOString() } : {}),
  }
  if (until && until.getTime() <= at.getTime()) return result('failed', 'dates.expired', detail)
  if (from && from.getTime() > at.getTime() + SKEW_MS) return result('failed', 'dates.notYetValid', detail)
  if (issued && issued.getTime() > world.now.getTime() + SKEW_MS) {
    return result('failed', 'dates.notYetValid', { validFrom: issued.toISOString() })
  }
  return [...result('passed', 'dates.ok', detail), ...currency(credentialSubject, at)]
}

function currency(subjects: Json | undefined, at: Date): CheckResult[] {
  return asArray(subjects).flatMap((subject) => {
    const value = isObject(subject) ? subject.currentUntil : undefined
    const until = parseDateEnd(value)
    if (!until || until.getTime() >= at.getTime()) return []
    return result('notice', 'currency.lapsed', { currentUntil: asText(value) })
  })
}

/** A limit that is there: its date, null if it cannot be read; undefined if there is none. */
function bound(value: Json | undefined, parse: (value: Json | undefined) => Date | null): Date | null | undefined {
  return value === undefined ? undefined : parse(value)
}

function parseSeconds(value: Json | undefined): Date | null {
  if (typeof value !== 'number') return null
  const date = new Date(value * 1000)
  return Number.isNaN(date.getTime()) ? null : date
}

const isDate = (value: Date | null | undefined): value is Date => value instanceof Date
const byTime = (a: Date, b: Date) => a.getTime() - b.getTime()
