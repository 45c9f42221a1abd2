import { commitmentOf, receiveJson, type SignedAlike, sign, summarise } from '#credential'
import { hex, type JsonObject, PassportError, parseJsonObject, randomToken, sha256Hex, uuid } from '#platform'
import { abandonIdempotent, appendAudit, beginIdempotent, finishIdempotent, type Together } from '#storage'
import { offerByMail } from './claim-mail.ts'
import { withIssuer, withStatus } from './complete.ts'
import { dependenciesOf, refuseSuspended } from './dependencies.ts'
import { signAs } from './identity.ts'
import { expectOwnWorkHolds, expectWellFormed } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import {
  type CredentialRecord,
  failIntents,
  findRecord,
  type Intent,
  insertIntent,
  keepIssued,
} from './records/credentials.ts'
import { findDependencies, holdDependencies, keepDependencies, trace } from './records/dependencies.ts'
import type { Issuer } from './records/issuers.ts'
import { appendLeaf } from './records/log.ts'
import { withVersion1Terms } from './version-1.ts'

/** One credential to issue, and what is remembered with it. */
export interface Award {
  credential: JsonObject
  /** Our own id for it; the credential may speak of it in its own `id`. */
  id?: string
  achievementId?: string
  batch?: { id: string; row: number }
  /** What its recipient can never leave out, where the issuer's suite lets them show parts. */
  mandatoryPointers?: readonly string[] | undefined
  /** Who it is for. With an address, a claim link is sent there. */
  recipient?: { name: string; email?: string | undefined }
}

export interface Issued {
  id: string
  verifiableCredential: JsonObject
  /** Where it can be claimed, if it was offered to someone. */
  claimUrl?: string
}

interface Asked {
  /** As the audit trail names them: `apiKey:<id>`, `staff:<id>`. */
  actor: string
  /** What the caller sent as `Idempotency-Key`: the same key and credential give the same answer. */
  idempotencyKey?: string | undefined
}

/**
 * Issues one credential, in this order: what is meant is written down, signed, verified as everyone would, kept, and
 * only then acknowledged. Whatever fails before the end leaves a failed intent and no credential.
 */
export async function issue(award: Award, issuer: Issuer, asked: Asked, parts: IssuerParts): Promise<Issued> {
  const credential = withVersion1Terms(award.credential, issuer, parts.now())
  const prepared = { ...award, credential: withIssuer(credential, issuer) }
  await expectWellFormed(prepared.credential, parts)
  const begun = await begin(prepared, hashOf(award), issuer, asked, parts)
  if ('verifiableCredential' in begun) return begun
  try {
    const signed = await secure(begun.unsigned, issuer, parts, award)
    const issued = await parts.storage.transaction((together) =>
      keep(together, begun, signed, { issuer, asked, parts }),
    )
    parts.wake()
    parts.metrics.outcome('issue', 'ok')
    return issued ?? (await issuedBefore(issuer, begun.id, parts))
  } catch (error) {
    await giveUp(begun.id, issuer, asked, parts)
    parts.metrics.outcome('issue', error instanceof PassportError ? error.code : 'internal')
    throw error
  }
}

/** As much of an intent as the rest of its way needs. */
export type Prepared = Pick<CredentialRecord, 'id' | 'unsigned' | 'recipient_email' | 'title' | 'commitment_salt'>

/** Claims the caller's key and writes the intent down, together; or finds the answer that was given before. */
async function begin(
  award: Award,
  requestHash: string,
  issuer: Issuer,
  { idempotencyKey: key }: Asked,
  parts: IssuerParts,
): Promise<Prepared | Issued> {
  const now = parts.now()
  const id = award.id ?? uuid()
  const begun = await parts.storage.transaction(async (together) => {
    if (key === undefined) return await intend(together, { ...award, id }, issuer, parts)
    const request = { scope: issuer.id, key, requestHash, resource: id }
    const beginning = await beginIdempotent(together, request, now)
    if (beginning.outcome !== 'begin') return beginning
    const before = beginning.resumed ? await findRecord(together, issuer.id, beginning.resource) : undefined
    return before ?? (await intend(together, { ...award, id: beginning.resource }, issuer, parts))
  })
  if (!('outcome' in begun)) return begun
  if (begun.outcome === 'answered') return await issuedBefore(issuer, begun.resource, parts)
  if (begun.outcome === 'mismatch') {
    throw new PassportError('idempotency.mismatch', 'This Idempotency-Key was used for another credential.')
  }
  throw new PassportError('request.conflict', 'A request with this Idempotency-Key is being worked on. Try again.', {
    details: { retryAfterSeconds: 1 },
  })
}

/** The same request asks for the same credential with the same parts. */
function hashOf({ credential, mandatoryPointers }: Award): string {
  return sha256Hex(JSON.stringify(mandatoryPointers === undefined ? credential : [credential, mandatoryPointers]))
}

/**
 * Writes down what is about to be signed, its places in the status lists, on what it depends, and a salt for its place in the log.
 * Refuses what depends on something suspended, with nothing written down yet (`award.suspended`).
 */
export async function intend(
  together: Together,
  award: Award & { id: string },
  issuer: Issuer,
  { config, now }: Pick<IssuerParts, 'config' | 'now'>,
): Promise<Intent> {
  const { id, credential, recipient } = award
  const dependencies = dependenciesOf(credential, config.baseUrl)
  refuseSuspended(await findDependencies(together, issuer.id, dependencies))
  const complete = await withStatus(credential, id, issuer, { together, baseUrl: config.baseUrl })
  const unsigned = JSON.stringify(complete)
  const summary = summarise({ credential: complete, digest: '' })
  const intent: Intent = {
    id,
    issuer_id: issuer.id,
    credential_id: typeof complete.id === 'string' ? complete.id : null,
    achievement_id: award.achievementId ?? null,
    batch_id: award.batch?.id ?? null,
    batch_row: award.batch?.row ?? null,
    title: summary.title,
    recipient_name: recipient?.name ?? summary.recipientName,
    recipient_email: recipient?.email ?? null,
    unsigned,
    commitment_salt: randomToken(),
    commitment: '',
  }
  await insertIntent(together, intent, now())
  await trace(together, id, await keepDependencies(together, issuer.id, dependencies))
  return intent
}

/** Signs what was written down, and verifies it before it leaves. `alike` is for awards of one achievement, one after another. */
export async function secure(
  unsigned: string,
  issuer: Issuer,
  parts: IssuerParts,
  { mandatoryPointers, alike }: { mandatoryPointers?: readonly string[] | undefined; alike?: SignedAlike } = {},
): Promise<JsonObject> {
  const credential = parseJsonObject(unsigned)
  // The status that we keep is looked up in every copy, whatever the request calls mandatory: else one that is revoked could be
  // shown without it.
  const ownStatus = issuer.hasStatus && credential.credentialStatus !== undefined ? ['/credentialStatus'] : []
  return signAs(issuer, parts, async (key) => {
    const signed = await sign(credential, {
      suite: issuer.suite,
      ...key,
      contexts: parts.contexts,
      ...(alike && { alike }),
      ...(mandatoryPointers === undefined ? {} : { mandatoryPointers: [...mandatoryPointers, ...ownStatus] }),
    })
    await expectOwnWorkHolds(signed, issuer, parts)
    return signed
  })
}

/**
 * Keeps a signed credential with its leaf in the log, its claim link and its line in the trail; undefined if it is kept already. Refuses
 * what depends on something that was suspended since it was written down, before it changes anything (`award.suspended`).
 */
export async function keep(
  together: Together,
  { id, recipient_email: email, title, commitment_salt: salt }: Prepared,
  signed: JsonObject,
  { issuer, asked, parts }: { issuer: Issuer; asked: Asked; parts: IssuerParts },
): Promise<Issued | undefined> {
  const now = parts.now()
  refuseSuspended(await holdDependencies(together, id, parts.storage.engine))
  const commitment = commitmentOf(receiveJson(signed), salt)
  const kept = { signed: JSON.stringify(signed), commitment: hex(commitment) }
  if (!(await keepIssued(together, id, kept, now))) return undefined
  await appendLeaf(together, { issuerId: issuer.id, credentialId: id, commitment })
  const claimUrl =
    email === null ? undefined : await offerByMail(together, { credentialId: id, title, email }, issuer, parts)
  if (asked.idempotencyKey !== undefined) {
    await finishIdempotent(together, { scope: issuer.id, key: asked.idempotencyKey, status: 201, answer: '' })
  }
  const { actor } = asked
  await appendAudit(together, { actor, action: 'credential.issued', subject: id, detail: { issuer: issuer.id } }, now)
  return { id, verifiableCredential: signed, ...(claimUrl === undefined ? {} : { claimUrl }) }
}

async function issuedBefore(issuer: Issuer, id: string, { storage }: IssuerParts): Promise<Issued> {
  const record = await findRecord(storage.db, issuer.id, id)
  if (record?.signed === undefined || record.signed === null) {
    throw new PassportError('credential.notFound', 'What was issued for this Idempotency-Key is not kept any more.')
  }
  return { id, verifiableCredential: parseJsonObject(record.signed) }
}

/** The intent came to nothing, and the key is free for another try. What goes wrong here is settled at the next start. */
async function giveUp(id: string, issuer: Issuer, { idempotencyKey: key }: Asked, parts: IssuerParts): Promise<void> {
  try {
    await parts.storage.transaction(async (together) => {
      await failIntents(together, [id])
      if (key !== undefined) await abandonIdempotent(together, issuer.id, key)
    })
  } catch (error) {
    parts.log.error('issue.giveUp', error, { id })
  }
}

/** What a signed credential says, for showing it. */
export const summaryOf = (signed: string) => summarise(receiveJson(parseJsonObject(signed)))
