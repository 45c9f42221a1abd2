import type { Kysely } from 'kysely'
import { primary, required } from './step.ts'

/** The newest trust lists seen. */
export async function verifier(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trust_list_state')
    .addColumn('url', 'text', primary)
    .addColumn('valid_from', 'text', required)
    .addColumn('as_of', 'text', required)
    .execute()
}
