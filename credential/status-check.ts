import {
  asArray,
  asText,
  decodeUtf8,
  isObject,
  type JsonObject,
  PassportError,
  parseJsonObject,
  sha256Hex,
} from '#platform'
import { contexts } from './checks/contexts.ts'
import { dates } from './checks/dates.ts'
import { issuer } from './checks/issuer.ts'
import { proof } from './checks/proof.ts'
import { shape } from './checks/shape.ts'
import { parseDateTime } from './dates.ts'
import { examine } from './examine.ts'
import { looksLikeJwt } from './jwt.ts'
import { type Received, receiveJson, receiveJwt } from './received.ts'
import { verdictOf } from './report.ts'
import { decodeBits } from './status-list.ts'
import type { World } from './world.ts'

/** A status list that was had, and that its own issuer signed. */
export interface StatusList {
  issuer: string
  purposes: string[]
  bits: Uint8Array
  asOf: Date
}

/** Why a status list cannot be used. It says nothing about the credential. */
export interface ListFault {
  fault: 'status.unreachable' | 'status.malformed' | 'status.unverifiable' | 'status.stale'
  detail: Record<string, string>
}

const MAX_BYTES = 4 * 1024 * 1024
const DEFAULT_TTL_MS = 5 * 60 * 1000
const MAX_TTL_MS = 24 * 60 * 60 * 1000

/**
 * Gets and verifies a status list (Bitstring Status List §3.2). A copy older than `STATUS_MAX_AGE` is asked for again; if
 * its server is down it may still be used until the list's own time to live is over, and the answer says as of when.
 */
export async function fetchStatusList(url: string, world: World): Promise<StatusList | ListFault> {
  let loaded: { bytes: Uint8Array; asOf: Date }
  try {
    loaded = await world.load(url, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_BYTES })
  } catch (error) {
    return { fault: 'status.unreachable', detail: { reason: error instanceof PassportError ? error.code : 'internal' } }
  }
  try {
    const received = receiveList(loaded.bytes)
    const list = read(received.credential, loaded.asOf)
    if (world.now.getTime() - loaded.asOf.getTime() > timeToLive(received.credential)) return stale(loaded.asOf)
    const until = received.credential.validUntil
    if (until !== undefined && (parseDateTime(until)?.getTime() ?? 0) <= world.now.getTime()) return stale(loaded.asOf)
    const key = `${url} ${sha256Hex(loaded.bytes)}`
    if (world.verified.has(key)) return list
    const fault = await verifyList(received, world)
    if (fault === null) world.verified.add(key)
    return fault ?? list
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return { fault: 'status.malformed', detail: { reason: error.code } }
  }
}

function receiveList(bytes: Uint8Array): Received {
  const text = decodeUtf8(bytes).trim()
  return looksLikeJwt(text) ? receiveJwt(text) : receiveJson(parseJsonObject(text, LIST_LIMITS))
}

/** A list of many millions of entries is one long text. */
const LIST_LIMITS = { length: MAX_BYTES, depth: 16, keys: 500, stringLength: MAX_BYTES, arrayLength: 100 }

function read(credential: JsonObject, asOf: Date): StatusList {
  const subject = credential.credentialSubject
  const issuerId = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  const isList =
    asArray(credential.type).includes('BitstringStatusListCredential') &&
    isObject(subject) &&
    subject.type === 'BitstringStatusList' &&
    typeof subject.encodedList === 'string'
  if (!isList || typeof issuerId !== 'string') {
    throw new PassportError('status.malformed', 'This is not a bitstring status list.')
  }
  const purposes = asArray(subject.statusPurpose).filter((purpose) => typeof purpose === 'string')
  return { issuer: issuerId, purposes, bits: decodeBits(asText(subject.encodedList)), asOf }
}

/** The list's `ttl` is in milliseconds (§2.2); longer than a day is not believed. */
function timeToLive({ credentialSubject }: JsonObject): number {
  const ttl = isObject(credentialSubject) ? credentialSubject.ttl : undefined
  return Math.min(typeof ttl === 'number' && ttl >= 0 ? ttl : DEFAULT_TTL_MS, MAX_TTL_MS)
}

async function verifyList(received: Received, world: World): Promise<ListFault | null> {
  // A list speaks of the present, whatever date a credential is checked for.
  const present = { ...world, at: world.now }
  const subject = await examine(received, present)
  const results = await Promise.all(
    [shape, contexts, dates, proof, issuer].map(async (check) => check(subject, present)),
  )
  if (verdictOf(results.flat()) === 'accepted') return null
  const reason = results.flat().find(({ outcome }) => outcome === 'failed' || outcome === 'unknown')?.code ?? ''
  return { fault: 'status.unverifiable', detail: { reason } }
}

const stale = (asOf: Date): ListFault => ({ fault: 'status.stale', detail: { asOf: asOf.toISOString() } })
