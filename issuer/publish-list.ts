import {
  emptyTokenStatuses,
  STATUS_LIST_LENGTH,
  signForAll,
  signTokenStatusList,
  statusListCredential,
  TOKEN_STATUS,
  type TokenStatuses,
  writeBit,
  writeTokenStatus,
} from '#credential'
import { type JsonObject, PassportError } from '#platform'
import { addresses } from './addresses.ts'
import { expectHolds } from './home.ts'
import { signAs } from './identity.ts'
import { expectOwnListHolds, homeWorld } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import { publicReasons } from './public-reasons.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'
import {
  findList,
  keepSigned,
  listSetPositions,
  listTokenStatuses,
  type PublishedList,
  type StatusListKind,
} from './records/lists.ts'

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
  kind: StatusListKind,
  number: number,
  parts: IssuerParts,
): Promise<string> {
  const issuer = await getIssuer(parts.storage.db, issuerId)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const list = await findList(parts.storage.db, issuerId, kind, number)
    if (list === undefined) throw new PassportError('request.notFound', 'There is no such list here.')
    if (list.signed !== null && !isOld(list, parts.now())) return list.signed
    const signed = await signList(list, kind, issuer, parts)
    if (await keepSigned(parts.storage.db, list, signed)) return signed.document
  }
  throw new PassportError('storage.unavailable', 'The list changes faster than it can be signed. Try again.')
}

function isOld({ valid_until }: PublishedList, now: Date): boolean {
  return valid_until === null || Date.parse(valid_until) - now.getTime() < RENEW_BEFORE_MS
}

async function signList(
  list: PublishedList,
  kind: StatusListKind,
  issuer: Issuer,
  parts: IssuerParts,
): Promise<{ document: string; validFrom: string; validUntil: string }> {
  const now = parts.now()
  // Strictly after the list before, even within one millisecond or with a clock that was set back.
  const after = list.valid_from === null ? 0 : Date.parse(list.valid_from) + 1
  const validFrom = new Date(Math.max(now.getTime(), after))
  const validUntil = new Date(validFrom.getTime() + VALID_MS)
  const period = { validFrom, validUntil }
  const document =
    kind === 'token'
      ? await tokenList(list, issuer, parts, period)
      : await credentialList(list, kind, issuer, parts, period)
  return { document, validFrom: validFrom.toISOString(), validUntil: validUntil.toISOString() }
}

/** A list that is itself a credential, signed, as JSON. */
async function credentialList(
  list: PublishedList,
  kind: Exclude<StatusListKind, 'token'>,
  issuer: Issuer,
  parts: IssuerParts,
  period: Period,
): Promise<string> {
  const unsigned = {
    ...(await statusList(list, kind, issuer, parts, period)),
    validFrom: period.validFrom.toISOString(),
  }
  return signedList(unsigned, issuer, parts)
}

/** Signs a list that is a credential, and verifies it before it leaves. */
export async function signedList(unsigned: JsonObject, issuer: Issuer, parts: IssuerParts): Promise<string> {
  return signAs(issuer, parts, async (key) => {
    const signed = await signForAll(unsigned, { suite: issuer.suite, ...key, contexts: parts.contexts })
    await expectHolds(signed, await homeWorld(issuer, parts))
    return JSON.stringify(signed)
  })
}

/** A Token Status List, signed, as a compact JWT. */
async function tokenList(
  list: PublishedList,
  issuer: Issuer,
  parts: IssuerParts,
  { validFrom, validUntil }: Period,
): Promise<string> {
  const statuses = emptyTokenStatuses(Math.max(list.length, STATUS_LIST_LENGTH), 2)
  for (const { position, status } of await listTokenStatuses(parts.storage.db, list.id)) {
    writeTokenStatus(statuses, position, status === 'suspended' ? TOKEN_STATUS.suspended : TOKEN_STATUS.invalid)
  }
  return signedTokenList(statuses, list, { issuedAt: validFrom, expiresAt: validUntil }, issuer, parts)
}

/** Signs a Token Status List, and verifies it before it leaves. */
export async function signedTokenList(
  statuses: TokenStatuses,
  { number }: Pick<PublishedList, 'number'>,
  times: { issuedAt: Date; expiresAt: Date },
  issuer: Issuer,
  parts: IssuerParts,
): Promise<string> {
  const url = addresses(parts.config.baseUrl).list(issuer.id, 'token', number)
  return signAs(issuer, parts, async ({ signer }) => {
    const compact = await signTokenStatusList({ url, issuer: issuer.did, statuses, ...times }, signer)
    await expectOwnListHolds(compact, url, issuer, parts)
    return compact
  })
}

interface Period {
  validFrom: Date
  validUntil: Date
}

async function statusList(
  list: PublishedList,
  purpose: 'revocation' | 'suspension',
  issuer: Issuer,
  parts: IssuerParts,
  period: Period,
): Promise<JsonObject> {
  const { storage, config } = parts
  const bits = new Uint8Array(Math.max(list.length, STATUS_LIST_LENGTH) / 8)
  for (const position of await listSetPositions(storage.db, list.id)) writeBit(bits, position, true)
  const url = addresses(config.baseUrl).list(issuer.id, purpose, list.number)
  const credential = statusListCredential({ url, issuer: issuer.did, purpose, bits, ...period })
  return purpose === 'suspension' ? { ...credential, ...(await publicReasons(list, parts)) } : credential
}
