import { type Kysely, sql } from 'kysely'
import { type ColumnTypes, required } from './step.ts'

/**
 * The newest good version of each trust list, by who signs it and where it is: somebody else's list at the same address counts from its
 * own beginning. `trust_list` stays for the version before this one, which writes it.
 */
export async function trustListsBySigner(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('trust_list_version')
    .addColumn('signer', 'text', required)
    .addColumn('url', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('sequence', 'bigint', required)
    .addColumn('digest', 'text', required)
    .addColumn('body', bytes, required)
    .addColumn('as_of', 'text', required)
    .addPrimaryKeyConstraint('trust_list_version_key', ['signer', 'url'])
    .execute()
  const { rows } = await sql<{ url: string; body: Uint8Array }>`select url, body from trust_list`.execute(db)
  for (const { url, body } of rows) {
    await sql`
      insert into trust_list_version (signer, url, name, sequence, digest, body, as_of)
      select ${signerOf(body)}, url, name, sequence, digest, body, as_of from trust_list where url = ${url}
    `.execute(db)
  }
}

/** Only what was verified was kept, so it says who signed it. */
function signerOf(body: Uint8Array): string {
  const { issuer } = JSON.parse(Buffer.from(body).toString('utf8'))
  return String(typeof issuer === 'object' && issuer !== null ? issuer.id : issuer)
}
