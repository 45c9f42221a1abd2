import type { Kysely } from 'kysely'
import { type ColumnTypes, owned, required } from './step.ts'

/** What became of a pack that was handed over: gone with its share, and so with the account. */
export async function walletHandover(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('handover')
    .addColumn('share_id', 'text', (column) => owned('share.id')(column).primaryKey())
    .addColumn('account_id', 'text', required)
    .addColumn('received_by', bytes)
    .addColumn('received_at', 'text')
    .addColumn('nudge_at', 'text')
    .addColumn('nudged_at', 'text')
    .execute()
}
