import { signForAll } from '#credential'
import { canonicalJson, digestMultibase, gzip, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { appendAudit } from '#storage'
import { type RecognisedEntity, type Scope, scopeDigest, scopeSchema, writeRecognizedEntities } from '#trust'
import { addresses } from '../addresses.ts'
import { signAs } from '../identity.ts'
import { expectOwnTrustListHolds } from '../own-work.ts'
import type { IssuerParts } from '../parts.ts'
import { getIssuer, type Issuer } from '../records/issuers.ts'
import { findRegister, listRegisters, type Register, takeSequence } from '../records/register.ts'
import { entriesAt } from '../records/register-entries.ts'
import { findVersion, insertVersion, keepDocument, type Version } from '../records/register-versions.ts'
import { listKeys } from '../records/retired-keys.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** How long a list is good; by when the next is promised; and how long before that it is signed anew. */
const VALID_MS = 7 * 24 * 60 * 60 * 1000
const NEXT_UPDATE_MS = 24 * 60 * 60 * 1000
const RENEW_BEFORE_MS = 4 * 60 * 60 * 1000
const ATTEMPTS = 10_000

/** Lists are signed with this alone. */
export const REGISTER_SUITE = 'eddsa-rdfc-2022'

/**
 * A register's list, up to date: every change that was confirmed has a version of its own, in their order and without a gap
 * in the numbers, and one that is nearly out of date is signed anew. Throws `request.notFound` where there is no list.
 */
export async function publishedTrustList(issuerId: string, parts: IssuerParts): Promise<Version> {
  return await oneAtATime(parts, issuerId, async () => {
    const issuer = await getIssuer(parts.storage.db, issuerId)
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const register = await findRegister(parts.storage.db, issuerId)
      if (register === undefined) throw noList()
      const newest = await findVersion(parts.storage.db, issuerId)
      const isBehind = register.publishedRevision < register.revision
      const isOurs = newest !== undefined && (await isSignedNow(newest, issuer, parts))
      if (!isBehind && isOurs && !isDue(newest, register, parts.now())) return newest
      if (register.revision === 0) throw noList()
      await publishNext(register, newest, issuer, parts)
    }
    throw new PassportError(
      'storage.unavailable',
      'The register changes faster than its list can be signed. Try again.',
    )
  })
}

/** Brings the lists of all registers up to date: what a crash left behind, and what is nearly out of date. */
export async function publishRegisters(parts: IssuerParts): Promise<void> {
  for (const { issuerId, revision } of await listRegisters(parts.storage.db)) {
    if (revision > 0) await publishedTrustList(issuerId, parts)
  }
}

/** What was on it before registers, without a scope, is served while it is valid, and never signed anew. */
function isDue({ nextUpdate, validUntil }: Version, { revision }: Register, now: Date): boolean {
  if (revision === 0) return validUntil === null || Date.parse(validUntil) <= now.getTime()
  return nextUpdate === null || Date.parse(nextUpdate) - now.getTime() < RENEW_BEFORE_MS
}

/** A list under a key that was replaced is signed anew: who had the key before could sign another. */
async function isSignedNow({ keyId, revision }: Version, { id }: Issuer, { storage }: IssuerParts): Promise<boolean> {
  if (revision === 0) return true
  return keyId === (await listKeys(storage.db, id)).current.keyId
}

/** Signs the list of the next change, or the same list anew, verifies it, and keeps it unless somebody was faster. */
async function publishNext(
  register: Register,
  before: Version | undefined,
  issuer: Issuer,
  parts: IssuerParts,
): Promise<void> {
  const revision = Math.min(register.publishedRevision + 1, register.revision)
  const entities = await entriesAt(parts.storage.db, issuer.id, revision)
  const { version, shards } = await signVersion({ register, revision, before, entities }, issuer, parts)
  const compressed = shards.map(({ digest, bytes }) => ({ kind: 'shard' as const, digest, body: gzip(bytes) }))
  await parts.storage.transaction(async (together) => {
    if (!(await takeSequence(together, register, revision))) return
    await insertVersion(together, issuer.id, version)
    for (const document of [...compressed, ...schemasOf(entities)]) await keepDocument(together, issuer.id, document)
    const detail = { sequence: version.sequence, digest: version.digest }
    const entry = { actor: 'system', action: 'register.published', subject: issuer.id, detail }
    await appendAudit(together, entry, parts.now())
  })
}

interface ToSign {
  register: Register
  revision: number
  before: Version | undefined
  entities: readonly RecognisedEntity[]
}

async function signVersion(
  { register, revision, before, entities }: ToSign,
  issuer: Issuer,
  parts: IssuerParts,
): Promise<{ version: Version; shards: ReadonlyArray<{ url: string; digest: string; bytes: Uint8Array }> }> {
  if (issuer.suite !== REGISTER_SUITE) throw wrongSuite()
  const url = addresses(parts.config.baseUrl).trustList(issuer.id)
  const { current } = await listKeys(parts.storage.db, issuer.id)
  return await signAs(issuer, parts, async ({ signer, now }) => {
    const sequence = register.sequence + 1
    const [validFrom, validUntil, nextUpdate] = [0, VALID_MS, NEXT_UPDATE_MS].map((after) => wholeSeconds(now, after))
    const { credential, shards } = unsignedList({
      ...{ sequence, validFrom, validUntil, nextUpdate, entities },
      previousDigest: before?.digest ?? null,
      ...{ issuer, url, parts },
    })
    const options = { suite: issuer.suite, signer, now, contexts: parts.contexts }
    const document = JSON.stringify(await signForAll(credential, options))
    const digest = digestMultibase(canonicalJson(parseJsonObject(document)))
    const read = await expectOwnTrustListHolds({ document, url, shards }, issuer, parts)
    if (read.digest !== digest || read.sequence !== sequence || read.entities.size !== entities.length) {
      throw new PassportError('internal', 'A trust list that was just signed is not read as it was written.')
    }
    const dated = { publishedAt: now.toISOString(), nextUpdate: nextUpdate ?? null, validUntil: validUntil ?? null }
    const counted = { sequence, revision, entries: entities.length }
    return {
      version: {
        ...counted,
        ...dated,
        digest,
        previousDigest: before?.digest ?? null,
        signed: document,
        keyId: current.keyId,
      },
      shards,
    }
  })
}

/** A register's list, or one of some entries that is to be tried, as the credential to sign with its shards. */
export function unsignedList({
  issuer,
  url,
  parts,
  validFrom = '',
  validUntil = '',
  nextUpdate = '',
  ...list
}: {
  issuer: Issuer
  url: string
  parts: Pick<IssuerParts, 'config'>
  sequence: number
  validFrom: string | undefined
  validUntil: string | undefined
  nextUpdate: string | undefined
  previousDigest: string | null
  entities: readonly RecognisedEntity[]
}): ReturnType<typeof writeRecognizedEntities> {
  const { scopeSchema: schema, shard } = addresses(parts.config.baseUrl)
  return writeRecognizedEntities({
    ...list,
    url,
    name: issuer.name,
    operator: issuer.did,
    ...{ validFrom, validUntil, nextUpdate },
    schemaUrl: (digest) => schema(issuer.id, digest),
    shardUrl: (digest) => shard(issuer.id, digest),
  })
}

/** The schemas of all scopes, each as its digest is made of it. */
function schemasOf(entities: readonly RecognisedEntity[]) {
  const scopes = new Set<Scope>(entities.flatMap(({ actions }) => actions.map(({ scope }) => scope)))
  return [...scopes].map((scope) => ({
    kind: 'schema' as const,
    digest: scopeDigest(scope),
    body: new TextEncoder().encode(canonicalJson(scopeSchema(scope) satisfies JsonObject)),
  }))
}

const wholeSeconds = (now: Date, after: number) =>
  new Date(now.getTime() + after).toISOString().replace(/\.\d{3}Z$/, 'Z')

const noList = () => new PassportError('request.notFound', 'This issuer keeps no list of others.')

export function wrongSuite(): PassportError {
  return new PassportError(
    'register.suite',
    `A register needs an issuer that signs with ${REGISTER_SUITE}. Make one for it: skills-passport issuer create.`,
  )
}
