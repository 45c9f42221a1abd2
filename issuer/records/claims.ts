import { sha256Hex } from '#platform'
import type { ClaimTable, Queries } from '#storage'

/** Links by each of which one person takes one credential. Their tokens are kept as hashes only. */
export async function insertClaims(
  db: Queries,
  claims: readonly { token: string; issuerId: string; credentialId: string; expiresAt: Date }[],
): Promise<void> {
  if (claims.length === 0) return
  const values = claims.map((claim) => ({
    token_hash: sha256Hex(claim.token),
    issuer_id: claim.issuerId,
    credential_id: claim.credentialId,
    expires_at: claim.expiresAt.toISOString(),
    claimed_at: null,
    claimant_hash: null,
  }))
  await db.insertInto('claim').values(values).execute()
}

export async function findClaim(db: Queries, token: string): Promise<ClaimTable | undefined> {
  return await db.selectFrom('claim').selectAll().where('token_hash', '=', sha256Hex(token)).executeTakeFirst()
}

/** Gives the credential to the first who asks, and to the same one again: one statement decides. */
export async function takeClaim(
  db: Queries,
  token: string,
  claimant: string,
  now: Date,
): Promise<ClaimTable | undefined> {
  const claimantHash = sha256Hex(claimant)
  return await db
    .updateTable('claim')
    .set((column) => ({
      claimant_hash: claimantHash,
      claimed_at: column.fn.coalesce('claimed_at', column.val(now.toISOString())),
    }))
    .where('token_hash', '=', sha256Hex(token))
    .where('expires_at', '>', now.toISOString())
    .where((column) => column.or([column('claimant_hash', 'is', null), column('claimant_hash', '=', claimantHash)]))
    .returningAll()
    .executeTakeFirst()
}

/** The claims of a credential of this issuer, newest expiry first. */
export async function listClaims(db: Queries, issuerId: string, credentialId: string): Promise<ClaimTable[]> {
  return await db
    .selectFrom('claim')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('credential_id', '=', credentialId)
    .orderBy('expires_at', 'desc')
    .execute()
}

/** Ends the links of a credential that nobody used: a new one takes their place. */
export async function deleteOpenClaims(db: Queries, issuerId: string, credentialId: string): Promise<void> {
  await db
    .deleteFrom('claim')
    .where('issuer_id', '=', issuerId)
    .where('credential_id', '=', credentialId)
    .where('claimed_at', 'is', null)
    .execute()
}
