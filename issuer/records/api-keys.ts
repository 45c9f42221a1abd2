import { uuid } from '#platform'
import type { ApiKeyTable, Queries } from '#storage'

/** A key by which a program issues; the key itself is shown once and kept nowhere. */
export interface ApiKey {
  id: string
  name: string
  createdAt: string
  revokedAt: string | null
}

export async function insertApiKey(
  db: Queries,
  key: { issuerId: string; lookup: string; name: string },
  now: Date,
): Promise<string> {
  const id = uuid()
  await db
    .insertInto('api_key')
    .values({
      id,
      issuer_id: key.issuerId,
      lookup: key.lookup,
      name: key.name,
      created_at: now.toISOString(),
      revoked_at: null,
    })
    .execute()
  return id
}

/** Whose key this is, unless it was revoked. */
export async function findApiKey(
  db: Queries,
  lookup: string,
): Promise<{ issuerId: string; keyId: string } | undefined> {
  const row = await db
    .selectFrom('api_key')
    .select(['id', 'issuer_id'])
    .where('lookup', '=', lookup)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : { issuerId: row.issuer_id, keyId: row.id }
}

export async function listApiKeys(db: Queries, issuerId: string): Promise<ApiKey[]> {
  const rows = await db
    .selectFrom('api_key')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .orderBy('created_at')
    .execute()
  return rows.map(apiKeyOf)
}

/** Ends a key of this issuer. Answers whether there was one. */
export async function revokeApiKey(db: Queries, issuerId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: now.toISOString() })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function apiKeyOf(row: ApiKeyTable): ApiKey {
  return { id: row.id, name: row.name, createdAt: row.created_at, revokedAt: row.revoked_at }
}
