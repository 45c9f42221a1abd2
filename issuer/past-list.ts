import { emptyTokenStatuses, STATUS_LIST_LENGTH, statusListCredential, writeBit, writeTokenStatus } from '#credential'
import { PassportError } from '#platform'
import { addresses } from './addresses.ts'
import type { IssuerParts } from './parts.ts'
import { signedList, signedTokenList } from './publish-list.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'
import { findList, type PublishedList, type StatusListKind } from './records/lists.ts'
import { listKeys } from './records/retired-keys.ts'
import { statusesAt, unchangedAround } from './records/status-changes.ts'

/** So many lists of the past are kept signed. Each is for all the time between two changes, so few are asked for. */
const KEPT = 50

interface Kept {
  /** The end of the time for which it speaks. */
  until: Date
  document: Promise<string>
}

/** Before its first change a list said nothing of anyone, from the beginning of time. */
const BEGINNING = new Date(0)

/**
 * Status lists as they were (Bitstring Status List §3.2 `timestamp`; Token Status List §8.4 `time`): signed now, valid from the
 * change before that time until the next one, and never beyond the present, so that none can pass for the list of today.
 */
export function pastLists(parts: IssuerParts) {
  const kept = new Map<string, Kept>()
  return async (issuerId: string, kind: StatusListKind, number: number, time: Date): Promise<string> => {
    const { db } = parts.storage
    const now = parts.now()
    if (time >= now) throw new PassportError('request.invalid', 'That time lies ahead: a list can be told as it was.')
    const issuer = await getIssuer(db, issuerId)
    const list = await findList(db, issuerId, kind, number)
    if (list === undefined) throw new PassportError('request.notFound', 'There is no such list here.')
    const { from, until } = await unchangedAround(db, list.id, time)
    const { current } = await listKeys(db, issuerId)
    const name = [list.id, current.keyId, from?.toISOString()].join(' ')
    const found = kept.get(name)
    if (found !== undefined && found.until > time) return found.document
    const period = { from: from ?? BEGINNING, until: wholeSecond(until ?? now) }
    const document = signPast(list, kind, issuer, period, parts)
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0] ?? '')
    kept.set(name, { until: until ?? now, document })
    document.catch(() => kept.delete(name))
    return document
  }
}

/** JWTs state whole seconds: the one in which a list ends is still in it. */
function wholeSecond(time: Date): Date {
  return new Date(Math.ceil(time.getTime() / 1000) * 1000)
}

async function signPast(
  list: PublishedList,
  kind: StatusListKind,
  issuer: Issuer,
  { from, until }: { from: Date; until: Date },
  parts: IssuerParts,
): Promise<string> {
  const statuses = await statusesAt(parts.storage.db, list.id, from)
  const length = Math.max(list.length, STATUS_LIST_LENGTH)
  if (kind === 'token') {
    const packed = emptyTokenStatuses(length, 2)
    for (const [position, status] of statuses) writeTokenStatus(packed, position, status)
    return signedTokenList(packed, list, { issuedAt: from, expiresAt: until }, issuer, parts)
  }
  const bits = new Uint8Array(length / 8)
  for (const position of statuses.keys()) writeBit(bits, position, true)
  const url = addresses(parts.config.baseUrl).list(issuer.id, kind, list.number)
  const facts = { url, issuer: issuer.did, purpose: kind, bits, validFrom: from, validUntil: until }
  const exact = { validFrom: from.toISOString(), validUntil: until.toISOString() }
  return signedList({ ...statusListCredential(facts), ...exact }, issuer, parts)
}
