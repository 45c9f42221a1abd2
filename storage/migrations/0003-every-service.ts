import type { Kysely } from 'kysely'
import { type ColumnTypes, primary, required } from './step.ts'

/** The newest good version of each trust list, as it was signed. */
export async function trustListVersions(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('trust_list')
    .addColumn('url', 'text', primary)
    .addColumn('name', 'text', required)
    .addColumn('sequence', 'bigint', required)
    .addColumn('digest', 'text', required)
    .addColumn('body', bytes, required)
    .addColumn('as_of', 'text', required)
    .execute()
}
