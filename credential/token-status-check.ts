import { decodeUtf8, isObject, JSON_LIMITS, type JsonObject, PassportError, sha256Hex } from '#platform'
import { resultOf, type Subject } from './checks/check.ts'
import { CLOCK_TOLERANCE_MS } from './dates.ts'
import { examineSignature } from './examine-jwt.ts'
import { parseJwt, type ReceivedJwt, timeOfClaim } from './jwt.ts'
import { addressAt, notThen, pastDate, speaksOf } from './past-status.ts'
import type { CheckResult } from './report.ts'
import { readTokenStatus, TOKEN_STATUS, type TokenStatuses, unpackTokenStatuses } from './token-status-list.ts'
import type { Loaded, World } from './world.ts'

const result = resultOf('status')

const MAX_BYTES = 4 * 1024 * 1024
/** A list that names no time to live is used this long while its server is down; none is used longer than a day. */
const DEFAULT_TTL_SECONDS = 5 * 60
const MAX_TTL_SECONDS = 24 * 60 * 60

/** A list of many millions of entries is one long text. */
const LIST_LIMITS = { ...JSON_LIMITS, length: MAX_BYTES, stringLength: MAX_BYTES }

/** Why a list cannot be used. It says nothing about the credential. */
class ListFault extends Error {
  readonly code: string
  readonly detail: Record<string, string>

  constructor(code: string, detail: Record<string, string> = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/**
 * What the Token Status List says to which a JWT points by its claim `status` (Token Status List §6.1 and §8.3); nothing
 * where it points to none. What cannot be looked up is `unknown`, never "not revoked".
 */
export async function tokenStatus(
  { received, issuerId }: Pick<Subject, 'received' | 'issuerId'>,
  world: World,
): Promise<CheckResult[]> {
  const claim = 'jwt' in received ? received.jwt.claims.status : undefined
  if (claim === undefined) return []
  const reference = isObject(claim) ? claim.status_list : undefined
  if (!isObject(reference)) return result('unknown', 'status.unsupported', { type: 'status' })
  const { uri, idx } = reference
  if (typeof uri !== 'string' || typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0) {
    return result('unknown', 'status.malformed')
  }
  const about = { purpose: 'revocation', list: uri }
  try {
    const date = pastDate(world)
    const past = date === null ? null : await fetchPastList(uri, issuerId, date, world)
    if (past !== null)
      return resultOfStatus(readTokenStatus(past.statuses, idx), { ...about, asOf: past.asOf.toISOString() })
    const { statuses, asOf } = await fetchList(uri, issuerId, world)
    const found = resultOfStatus(readTokenStatus(statuses, idx), { ...about, asOf: asOf.toISOString() })
    return date === null || holdsForThePast(statuses, found) ? found : notThen(about)
  } catch (error) {
    if (error instanceof ListFault) return result('unknown', error.code, { ...about, ...error.detail })
    throw error
  }
}

/** A list of one bit each speaks of revocation alone, which is final: what is not revoked now was not before. */
function holdsForThePast({ bits }: TokenStatuses, found: readonly CheckResult[]): boolean {
  return bits === 1 && found.every(({ outcome }) => outcome === 'passed')
}

function resultOfStatus(status: number | null, detail: CheckResult['detail']): CheckResult[] {
  switch (status) {
    case null:
      return result('unknown', 'status.malformed', detail)
    case TOKEN_STATUS.valid:
      return result('passed', 'status.ok', detail)
    case TOKEN_STATUS.invalid:
      return result('failed', 'status.revoked', detail)
    case TOKEN_STATUS.suspended:
      return result('failed', 'status.suspended', { ...detail, purpose: 'suspension' })
    default:
      return result('unknown', 'status.applicationSpecific', { ...detail, value: status })
  }
}

/** The list of a date in the past, where its issuer has one that holds (§8.4); else null. */
async function fetchPastList(
  uri: string,
  issuerId: string | null,
  date: Date,
  world: World,
): Promise<{ statuses: TokenStatuses; asOf: Date } | null> {
  try {
    const address = addressAt(uri, 'time', String(Math.floor(date.getTime() / 1000)))
    if (address === null) return null
    const { jwt, statuses } = readList((await load(address, world)).bytes, uri)
    const period = { from: timeOfClaim(jwt.claims.iat), until: timeOfClaim(jwt.claims.exp) }
    if (!speaksOf(date, period, world.now)) return null
    await expectSigned(jwt, issuerId, world)
    return { statuses, asOf: date }
  } catch (error) {
    if (error instanceof ListFault) return null
    throw error
  }
}

async function fetchList(
  uri: string,
  issuerId: string | null,
  world: World,
): Promise<{ statuses: TokenStatuses; asOf: Date }> {
  const { bytes, asOf } = await load(uri, world)
  const { jwt, statuses } = readList(bytes, uri)
  const { exp, iat, ttl } = jwt.claims
  const age = world.now.getTime() - asOf.getTime()
  if (age > timeToLive(ttl) || (exp !== undefined && !(secondsToTime(exp) > world.now.getTime()))) {
    throw new ListFault('status.stale', { asOf: asOf.toISOString() })
  }
  const key = `${uri} ${sha256Hex(bytes)} ${issuerId}`
  if (!world.verified.has(key)) await expectSigned(jwt, issuerId, world)
  if (!world.verified.has(key) && (await world.isNewestList?.(uri, new Date(secondsToTime(iat)))) === false) {
    throw new ListFault('status.rollback')
  }
  world.verified.add(key)
  return { statuses, asOf }
}

/** Whether a list of the issuer's own would be believed; the code of its fault, or null. */
export async function tokenStatusListFault(
  compact: string,
  { uri, issuerId }: { uri: string; issuerId: string },
  world: World,
): Promise<string | null> {
  try {
    await expectSigned(readList(new TextEncoder().encode(compact), uri).jwt, issuerId, world)
    return null
  } catch (error) {
    if (error instanceof ListFault) return error.code
    throw error
  }
}

async function load(uri: string, world: World): Promise<Loaded> {
  try {
    return await world.load(uri, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_BYTES })
  } catch (error) {
    throw new ListFault('status.unreachable', { reason: error instanceof PassportError ? error.code : 'internal' })
  }
}

/** §8.3, steps 3 and 4: the list is about the very address it was had from. */
function readList(bytes: Uint8Array, uri: string): { jwt: ReceivedJwt; statuses: TokenStatuses } {
  try {
    const jwt = parseJwt(decodeUtf8(bytes).trim(), MAX_BYTES, LIST_LIMITS)
    if (jwt.claims.sub !== uri) throw new ListFault('status.malformed', { reason: 'sub' })
    return { jwt, statuses: unpackTokenStatuses(jwt.claims.status_list) }
  } catch (error) {
    if (error instanceof PassportError) throw new ListFault('status.malformed', { reason: error.code })
    throw error
  }
}

/** The list's signature holds and is by the very issuer whose credential points to it; its own date has come. */
async function expectSigned(jwt: ReceivedJwt, issuerId: string | null, world: World): Promise<void> {
  const { iss = issuerId ?? undefined, iat } = jwt.claims
  const by = typeof iss === 'string' ? iss : null
  const found = await examineSignature(jwt, { kind: 'statusList', by, purpose: 'assertionMethod' }, world)
  if (found.outcome !== 'passed') throw new ListFault('status.unverifiable', { reason: found.code })
  if (found.signedBy !== issuerId || iss !== issuerId) {
    throw new ListFault('status.issuerMismatch', { signer: found.signedBy ?? '' })
  }
  if (!(secondsToTime(iat) <= world.now.getTime() + CLOCK_TOLERANCE_MS))
    throw new ListFault('status.unverifiable', { reason: 'iat' })
}

/** §5.1: in seconds; longer than a day is not believed. */
function timeToLive(ttl: JsonObject[string]): number {
  return Math.min(typeof ttl === 'number' && ttl > 0 ? ttl : DEFAULT_TTL_SECONDS, MAX_TTL_SECONDS) * 1000
}

/** A NumericDate in milliseconds; not a number, and so neither before nor after anything, for what is none. */
function secondsToTime(value: JsonObject[string]): number {
  return typeof value === 'number' ? value * 1000 : Number.NaN
}
