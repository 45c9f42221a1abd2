import { commitmentOf, receiveJson } from '#credential'
import { hex, type JsonObject, type PassportError } from '#platform'
import { appendAudits, finishIdempotent, type Together } from '#storage'
import { offerAllByMail } from './claim-mail.ts'
import { whySuspended } from './dependencies.ts'
import type { Prepared } from './intend.ts'
import type { IssuerParts } from './parts.ts'
import { keepIssued } from './records/credentials.ts'
import { holdDependencies } from './records/dependencies.ts'
import type { Issuer } from './records/issuers.ts'
import { appendLeaves } from './records/log.ts'

export interface Issued {
  id: string
  verifiableCredential: JsonObject
  /** Where it can be claimed, if it was offered to someone. */
  claimUrl?: string
}

export interface Asked {
  /** As the audit trail names them: `apiKey:<id>`, `staff:<id>`. */
  actor: string
  /** What the caller sent as `Idempotency-Key`: the same key and credential give the same answer. */
  idempotencyKey?: string | undefined
  /**
   * Looks in the transaction that writes it down at what it rests on, and throws where that is not so any more: then nothing is
   * written. It comes last there, so that whatever it holds it holds for the shortest time.
   */
  expectStillSo?: (together: Together) => Promise<void>
  /** When the messages with the claim links are to go, if not now. */
  sendAt?: Date
}

/** What was written down, and signed. */
export interface Signed {
  intent: Prepared
  credential: JsonObject
}

interface Around {
  issuer: Issuer
  asked: Asked
  parts: IssuerParts
}

/**
 * Keeps a signed credential with its leaf in the log, its claim link and its line in the trail; undefined if it is kept already. Refuses
 * what depends on something that was suspended since it was written down, before it changes anything (`award.suspended`).
 */
export async function keep(together: Together, signed: Signed, around: Around): Promise<Issued | undefined> {
  const { kept, refused } = await keepAll(together, [signed], around)
  const refusal = refused.get(signed.intent.id)
  if (refusal !== undefined) throw refusal
  return kept.get(signed.intent.id)
}

/** The same for many, in as many statements: those that were kept now and those that were refused, by their ids. */
export async function keepAll(
  together: Together,
  signed: readonly Signed[],
  { issuer, asked, parts }: Around,
): Promise<{ kept: Map<string, Issued>; refused: Map<string, PassportError> }> {
  const refused = new Map<string, PassportError>()
  if (signed.length === 0) return { kept: new Map(), refused }
  const now = parts.now()
  const ids = signed.map(({ intent }) => intent.id)
  for (const [id, dependencies] of await holdDependencies(together, ids, parts.storage.engine)) {
    const refusal = whySuspended(dependencies)
    if (refusal !== undefined) refused.set(id, refusal)
  }
  const good = signed
    .filter(({ intent }) => !refused.has(intent.id))
    .map((one) => ({ ...one, commitment: commitmentOf(receiveJson(one.credential), one.intent.commitment_salt) }))
  const first = await keepIssued(
    together,
    good.map(({ intent, credential, commitment }) => ({
      ...{ id: intent.id, signed: JSON.stringify(credential), commitment: hex(commitment) },
    })),
    now,
  )
  const fresh = good.filter(({ intent }) => first.has(intent.id))
  const leaves = fresh.map(({ intent, commitment }) => ({ credentialId: intent.id, commitment }))
  await appendLeaves(together, issuer.id, leaves)
  const offers = fresh.flatMap(({ intent: { id: credentialId, title, recipient_email: email } }) =>
    email === null ? [] : [{ credentialId, title, email }],
  )
  const urls = await offerAllByMail(together, offers, issuer, parts, asked.sendAt)
  if (asked.idempotencyKey !== undefined && fresh.length > 0) {
    await finishIdempotent(together, { scope: issuer.id, key: asked.idempotencyKey, status: 201, answer: '' })
  }
  const entries = fresh.map(({ intent }) => ({
    ...{ actor: asked.actor, action: 'credential.issued', subject: intent.id, detail: { issuer: issuer.id } },
  }))
  await appendAudits(together, entries, now)
  const claimUrls = new Map(offers.map(({ credentialId }, at) => [credentialId, urls[at]]))
  const kept = fresh.map(({ intent: { id }, credential }): [string, Issued] => {
    const claimUrl = claimUrls.get(id)
    return [id, { id, verifiableCredential: credential, ...(claimUrl === undefined ? {} : { claimUrl }) }]
  })
  return { kept: new Map(kept), refused }
}
