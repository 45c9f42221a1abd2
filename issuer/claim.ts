import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { ClaimOffer } from '#protocol'
import { appendAudit, type ClaimTable } from '#storage'
import { logEvidenceIfAny } from './issue-log.ts'
import type { IssuerParts } from './parts.ts'
import { findClaim, takeClaim } from './records/claims.ts'
import { type CredentialRecord, getIssued } from './records/credentials.ts'
import { getIssuer } from './records/issuers.ts'

/** What a claim link offers. Looking changes nothing. Throws `claim.notFound`. */
export async function findOffer(token: string, { storage, now }: IssuerParts): Promise<ClaimOffer> {
  const claim = await findClaim(storage.db, token)
  if (claim === undefined) throw unknown()
  const issuer = await getIssuer(storage.db, claim.issuer_id)
  const { title } = await recordOf(claim, storage.db)
  const isOpen = claim.expires_at > now().toISOString()
  return {
    type: 'CredentialOffer',
    issuer: { id: issuer.did, name: issuer.name },
    title,
    expiresAt: claim.expires_at,
    state: claim.claimed_at !== null ? 'claimed' : isOpen ? 'open' : 'expired',
  }
}

/** What was claimed, and the evidence that it is in its issuer's log, where that can be had. */
export interface Claimed {
  credential: JsonObject
  evidence: JsonObject | null
}

/**
 * Hands the credential to the first claimant, and to the same one again, so that an answer lost on the way is not a
 * credential lost. Throws `claim.used`, `claim.expired`, `claim.notFound`.
 */
export async function claim(token: string, claimant: string, parts: IssuerParts): Promise<Claimed> {
  const now = parts.now()
  const record = await parts.storage.transaction(async (together) => {
    const taken = await takeClaim(together, token, claimant, now)
    if (taken === undefined) return undefined
    const record = await recordOf(taken, together)
    await appendAudit(together, { actor: 'holder', action: 'credential.claimed', subject: record.id }, now)
    return record
  })
  if (record !== undefined && record.signed !== null) {
    const evidence = await logEvidenceIfAny(record.issuer_id, record.id, parts)
    return { credential: parseJsonObject(record.signed), evidence }
  }
  const found = await findClaim(parts.storage.db, token)
  if (found === undefined) throw unknown()
  if (found.claimed_at !== null) {
    throw new PassportError('claim.used', 'This link was used already. Ask whoever awarded it for a new one.')
  }
  throw new PassportError('claim.expired', 'This link is too old. Ask whoever awarded it for a new one.')
}

/** A credential that was erased here can be claimed no more. */
async function recordOf(
  { issuer_id, credential_id }: ClaimTable,
  db: Parameters<typeof getIssued>[0],
): Promise<CredentialRecord> {
  const record = await getIssued(db, issuer_id, credential_id)
  if (record.signed === null) throw unknown()
  return record
}

const unknown = () =>
  new PassportError('claim.notFound', 'There is nothing at this link. Check that you have the whole of it.')
