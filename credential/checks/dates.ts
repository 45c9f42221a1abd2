import { asArray, asText, isObject, type Json } from '#platform'
import { isOlderModel, validityOf } from '../data-model.ts'
import { CLOCK_TOLERANCE_MS, type Moment, parseDateEnd, parseDateTime, parseMoment } from '../dates.ts'
import { hasOwnVocabulary } from '../received.ts'
import type { CheckResult } from '../report.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('dates')

/**
 * VC Data Model 2.0 §4.9 and 1.1 §4.6 and §4.8, and the same times in a JWT (RFC 7519 §4.1.4 to §4.1.6). A date that cannot
 * be read fails: it must not look as if it had not passed. Of the older model a zone may be missing: where that decides, it
 * is `unknown`. `currentUntil` in the past is worth saying and no fault: the award stays true.
 */
export const dates: Check = ({ credential, received }, world) => {
  const at = world.at ?? world.now
  const claims = 'jwt' in received ? received.jwt.claims : {}
  const stated = hasOwnVocabulary(received) ? {} : credential
  const { from, until } = validityOf(stated)
  const parse = isOlderModel(stated) ? parseMoment : parseZoned
  const begins = [...from.map(parse), ...ofClaim(claims.nbf)]
  const ends = [...until.map(parse), ...ofClaim(claims.exp)]
  const issued = ofClaim(claims.iat)
  if ([...begins, ...ends, ...issued].includes(null)) return result('failed', 'dates.malformed')
  const period = { begins: begins.filter(isMoment), ends: ends.filter(isMoment), issued: issued.filter(isMoment) }
  return [...ofPeriod(period, at, world.now), ...currency(stated.credentialSubject, at)]
}

interface Period {
  begins: readonly Moment[]
  ends: readonly Moment[]
  /** When a JWT was made, which cannot lie ahead whatever date it is checked for. */
  issued: readonly Moment[]
}

function ofPeriod({ begins, ends, issued }: Period, at: Date, now: Date): CheckResult[] {
  const from = lastOf(begins.map(({ earliest }) => earliest))
  const until = firstOf(ends.map(({ latest }) => latest))
  const detail = {
    ...(from ? { validFrom: from.toISOString() } : {}),
    ...(until ? { validUntil: until.toISOString() } : {}),
  }
  const soon = (time: Date) => new Date(time.getTime() + CLOCK_TOLERANCE_MS)
  if (until && until <= at) return result('failed', 'dates.expired', detail)
  if (from && from > soon(at)) return result('failed', 'dates.notYetValid', detail)
  const made = lastOf(issued.map(({ latest }) => latest))
  if (made && made > soon(now)) return result('failed', 'dates.notYetValid', { validFrom: made.toISOString() })
  const mayHaveEnded = ends.some(({ earliest }) => earliest <= at)
  if (mayHaveEnded || begins.some(({ latest }) => latest > soon(at)))
    return result('unknown', 'dates.zoneDecides', detail)
  const isZoneless = [...begins, ...ends].some(({ earliest, latest }) => earliest < latest)
  return [...result('passed', 'dates.ok', detail), ...(isZoneless ? result('notice', 'dates.noZone') : [])]
}

function currency(subjects: Json | undefined, at: Date): CheckResult[] {
  return asArray(subjects).flatMap((subject) => {
    const value = isObject(subject) ? subject.currentUntil : undefined
    const until = parseDateEnd(value)
    if (!until || until.getTime() >= at.getTime()) return []
    return result('notice', 'currency.lapsed', { currentUntil: asText(value) })
  })
}

function parseZoned(value: Json): Moment | null {
  const date = parseDateTime(value)
  return date === null ? null : { earliest: date, latest: date }
}

/** The time in a claim that is there: null if it cannot be read. */
function ofClaim(value: Json | undefined): (Moment | null)[] {
  if (value === undefined) return []
  const date = typeof value === 'number' ? new Date(value * 1000) : null
  return [date === null || Number.isNaN(date.getTime()) ? null : { earliest: date, latest: date }]
}

const isMoment = (value: Moment | null): value is Moment => value !== null
const inOrder = (times: readonly Date[]) => times.toSorted((a, b) => a.getTime() - b.getTime())
const firstOf = (times: readonly Date[]) => inOrder(times).at(0)
const lastOf = (times: readonly Date[]) => inOrder(times).at(-1)
