import type { Kysely } from 'kysely'
import { primary, required } from './step.ts'

/** The newest status lists of others that were seen. */
export async function statusListVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('status_list_state')
    .addColumn('url', 'text', primary)
    .addColumn('version', 'text', required)
    .execute()
}
