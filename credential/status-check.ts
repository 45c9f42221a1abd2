import { isObject, type Json, type JsonObject, PassportError } from '#platform'
import { contexts } from './checks/contexts.ts'
import { dates } from './checks/dates.ts'
import { issuer } from './checks/issuer.ts'
import { proof } from './checks/proof.ts'
import { shape } from './checks/shape.ts'
import { validityOf } from './data-model.ts'
import { parseDateTime, parseMoment } from './dates.ts'
import { examine } from './examine.ts'
import { addressAt, speaksOf } from './past-status.ts'
import { MAX_LIST_BYTES, readStatusList, type StatusList, type StatusListKind } from './read-status-list.ts'
import type { Received } from './received.ts'
import { verdictOf } from './report.ts'
import type { World } from './world.ts'

/** Why a status list cannot be used. It says nothing about the credential. */
export interface ListFault {
  fault: 'status.unreachable' | 'status.malformed' | 'status.unverifiable' | 'status.stale' | 'status.rollback'
  detail: Record<string, string>
}

const DEFAULT_TTL_MS = 5 * 60 * 1000
const MAX_TTL_MS = 24 * 60 * 60 * 1000

/**
 * Gets the status list of a date in the past, where its issuer has one (Bitstring Status List §3.2, last paragraphs); null where
 * it has none, or none that holds. It is signed by a key that is good now, whatever the date.
 */
export async function fetchPastList(
  url: string,
  kind: StatusListKind,
  date: Date,
  world: World,
): Promise<StatusList | null> {
  try {
    const address = addressAt(url, 'timestamp', date.toISOString())
    if (address === null) return null
    const { bytes } = await world.load(address, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_LIST_BYTES })
    const { received, list, digest } = readStatusList(bytes, kind)
    const { credential } = received
    const { from, until } = validityOf(credential)
    const period = { from: parseDateTime(from[0]), until: parseDateTime(until[0]) }
    if ((credential.id ?? url) !== url || !speaksOf(date, period, world.now)) return null
    const key = `${address} ${digest}`
    if (!world.verified.has(key) && (await verifyList(received, date, world)) !== null) return null
    world.verified.add(key)
    return { ...list, asOf: date }
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

/**
 * Gets and verifies a status list (Bitstring Status List §3.2). A copy older than `STATUS_MAX_AGE` is asked for again; if
 * its server is down it may still be used until the list's own time to live is over, and the answer says as of when. One
 * that is older than a list seen before at that address is not used: whoever was revoked since would be good again.
 */
export async function fetchStatusList(
  url: string,
  kind: StatusListKind,
  world: World,
): Promise<StatusList | ListFault> {
  let loaded: { bytes: Uint8Array; asOf: Date }
  try {
    loaded = await world.load(url, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_LIST_BYTES })
  } catch (error) {
    return { fault: 'status.unreachable', detail: { reason: error instanceof PassportError ? error.code : 'internal' } }
  }
  try {
    const { received, list, digest } = readStatusList(loaded.bytes, kind)
    const { credential } = received
    if (credential.id !== undefined && credential.id !== url)
      return { fault: 'status.malformed', detail: { reason: 'id' } }
    if (world.now.getTime() - loaded.asOf.getTime() > timeToLive(credential)) return stale(loaded.asOf)
    const { from, until } = validityOf(credential)
    const ends = until.map((end) => parseMoment(end)?.earliest.getTime() ?? 0)
    if (ends.some((end) => end <= world.now.getTime())) return stale(loaded.asOf)
    const key = `${url} ${digest}`
    const { asOf } = loaded
    if (world.verified.has(key)) return { ...list, asOf }
    const fault = (await verifyList(received, world.now, world)) ?? (await rollback(url, from[0], world))
    if (fault === null) world.verified.add(key)
    return fault ?? { ...list, asOf }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return { fault: 'status.malformed', detail: { reason: error.code } }
  }
}

/** The list's `ttl` is in milliseconds (§2.2); longer than a day is not believed. */
function timeToLive({ credentialSubject }: JsonObject): number {
  const ttl = isObject(credentialSubject) ? credentialSubject.ttl : undefined
  return Math.min(typeof ttl === 'number' && ttl >= 0 ? ttl : DEFAULT_TTL_MS, MAX_TTL_MS)
}

async function verifyList(received: Received, of: Date, world: World): Promise<ListFault | null> {
  // Who may sign a list is asked of the present, whatever date it speaks of.
  const present = { ...world, at: world.now }
  const subject = await examine(received, present)
  const results = await Promise.all([
    dates(subject, { ...world, at: of }),
    ...[shape, contexts, proof, issuer].map(async (check) => check(subject, present)),
  ])
  if (verdictOf(results.flat()) === 'accepted') return null
  const reason = results.flat().find(({ outcome }) => outcome === 'failed' || outcome === 'unknown')?.code ?? ''
  return { fault: 'status.unverifiable', detail: { reason } }
}

/** Only of a list that is signed: anybody could otherwise make up a later one, and the real ones would count no more. */
async function rollback(url: string, stated: Json | undefined, world: World): Promise<ListFault | null> {
  const version = parseMoment(stated)?.earliest
  if (version === undefined || world.isNewestList === undefined) return null
  if (await world.isNewestList(url, version)) return null
  return { fault: 'status.rollback', detail: { version: version.toISOString() } }
}

const stale = (asOf: Date): ListFault => ({ fault: 'status.stale', detail: { asOf: asOf.toISOString() } })
