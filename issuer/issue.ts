import { receiveJson, summarise } from '#credential'
import { PassportError, parseJsonObject, sha256Hex, uuid } from '#platform'
import { abandonIdempotent, beginIdempotent, type Together } from '#storage'
import { withIssuer } from './complete.ts'
import { type Award, intend, type Prepared } from './intend.ts'
import { type Asked, type Issued, keep } from './keep.ts'
import { expectWellFormed } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import { failIntents, findRecord } from './records/credentials.ts'
import type { Issuer } from './records/issuers.ts'
import { secure } from './secure.ts'
import { withVersion1Terms } from './version-1.ts'

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
    const signed = await secure(begun.unsigned, issuer, parts, award.mandatoryPointers)
    const issued = await parts.storage.transaction((together) =>
      keep(together, { intent: begun, credential: signed }, { issuer, asked, parts }),
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

/** Claims the caller's key and writes the intent down, together; or finds the answer that was given before. */
async function begin(
  award: Award,
  requestHash: string,
  issuer: Issuer,
  { idempotencyKey: key, expectStillSo }: Asked,
  parts: IssuerParts,
): Promise<Prepared | Issued> {
  const now = parts.now()
  const id = award.id ?? uuid()
  const write = async (together: Together, as: string) => {
    const intent = await intend(together, { ...award, id: as }, issuer, parts)
    await expectStillSo?.(together)
    return intent
  }
  const begun = await parts.storage.transaction(async (together) => {
    if (key === undefined) return await write(together, id)
    const request = { scope: issuer.id, key, requestHash, resource: id }
    const beginning = await beginIdempotent(together, request, now)
    if (beginning.outcome !== 'begin') return beginning
    const before = beginning.resumed ? await findRecord(together, issuer.id, beginning.resource) : undefined
    return before ?? (await write(together, beginning.resource))
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
