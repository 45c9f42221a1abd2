import { STATUS_LIST_LENGTH, sign, statusListCredential, writeBit } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import { recognizedEntityCredential } from '#trust'
import { addresses } from './addresses.ts'
import { signerOf } from './identity.ts'
import { expectOwnWorkHolds } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'
import { findList, keepSigned, type ListKind, listSetPositions, type PublishedList } from './records/lists.ts'
import { listRecognised } from './records/recognised.ts'

/** How long a list is good, and how old it may grow before it is signed anew. */
const VALID_MS = 48 * 60 * 60 * 1000
const RENEW_BEFORE_MS = 24 * 60 * 60 * 1000
const ATTEMPTS = 50

/**
 * A list as it is to be served: signed for its newest version. What changed and is not signed yet is signed now, so a
 * list older than a change that was acknowledged is never served. Throws `request.notFound`.
 */
export async function publishedList(
  issuerId: string,
  kind: ListKind,
  number: number,
  parts: IssuerParts,
): Promise<string> {
  const issuer = await getIssuer(parts.storage.db, issuerId)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const list = await findList(parts.storage.db, issuerId, kind, number)
    if (list === undefined) throw new PassportError('request.notFound', 'There is no such list here.')
    if (list.signed !== null && !isOld(list, parts.now())) return list.signed
    const signed = await signList(list, issuer, parts)
    if (await keepSigned(parts.storage.db, list, signed)) return signed.document
  }
  throw new PassportError('storage.unavailable', 'The list changes faster than it can be signed. Try again.')
}

function isOld({ valid_until }: PublishedList, now: Date): boolean {
  return valid_until === null || Date.parse(valid_until) - now.getTime() < RENEW_BEFORE_MS
}

async function signList(
  list: PublishedList,
  issuer: Issuer,
  parts: IssuerParts,
): Promise<{ document: string; validFrom: string; validUntil: string }> {
  const now = parts.now()
  // Strictly after the list before, even within one millisecond or with a clock that was set back.
  const after = list.valid_from === null ? 0 : Date.parse(list.valid_from) + 1
  const validFrom = new Date(Math.max(now.getTime(), after))
  const validUntil = new Date(validFrom.getTime() + VALID_MS)
  const unsigned = {
    ...(list.kind === 'recognition'
      ? await recognitionList(list, issuer, parts, { validFrom, validUntil })
      : await statusList(list, list.kind, issuer, parts, { validFrom, validUntil })),
    validFrom: validFrom.toISOString(),
  }
  const signer = await signerOf(issuer, parts)
  const signed = await sign(unsigned, { suite: issuer.suite, signer, now, contexts: parts.contexts })
  await expectOwnWorkHolds(signed, issuer, parts)
  return {
    document: JSON.stringify(signed),
    validFrom: validFrom.toISOString(),
    validUntil: validUntil.toISOString(),
  }
}

interface Period {
  validFrom: Date
  validUntil: Date
}

async function statusList(
  list: PublishedList,
  purpose: 'revocation' | 'suspension',
  issuer: Issuer,
  { storage, config }: IssuerParts,
  period: Period,
): Promise<JsonObject> {
  const bits = new Uint8Array(Math.max(list.length, STATUS_LIST_LENGTH) / 8)
  for (const position of await listSetPositions(storage.db, list.id)) writeBit(bits, position, true)
  const url = addresses(config.baseUrl).list(issuer.id, purpose, list.number)
  return statusListCredential({ url, issuer: issuer.did, purpose, bits, ...period })
}

async function recognitionList(
  list: PublishedList,
  issuer: Issuer,
  { storage, config }: IssuerParts,
  { validFrom, validUntil }: Period,
): Promise<JsonObject> {
  const issuers = await listRecognised(storage.db, issuer.id)
  return recognizedEntityCredential({
    url: addresses(config.baseUrl).list(issuer.id, 'recognition', list.number),
    name: issuer.name,
    operator: issuer.did,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil.toISOString(),
    issuers,
  })
}
