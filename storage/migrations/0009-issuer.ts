import type { Kysely } from 'kysely'

/**
 * Where the console finds the newest of what was issued, and how many there are, without reading the credentials: with a
 * hundred thousand of them that took a second for each page.
 */
export async function issuerListing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('credential_listed')
    .on('credential')
    .columns(['issuer_id', 'state', 'intended_at'])
    .execute()
  await db.schema
    .createIndex('credential_by_status')
    .on('credential')
    .columns(['issuer_id', 'state', 'status', 'intended_at'])
    .execute()
}
