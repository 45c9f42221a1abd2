import type { Kysely } from 'kysely'
import { type ColumnTypes, owned, primary, required, unique, zero } from './step.ts'

/** People who are let in to help the holder of a passport, for a time: gone with the account. */
export async function walletHelp(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('help_session')
    .addColumn('id', 'text', primary)
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('token_hash', 'text', unique)
    .addColumn('body', bytes, required)
    .addColumn('minutes', 'integer', required)
    .addColumn('offered_until', 'text', required)
    .addColumn('taken_at', 'text')
    .addColumn('until', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('acts', 'integer', zero)
    .addColumn('created_at', 'text', required)
    .execute()
  await schema.createIndex('help_session_account').on('help_session').columns(['account_id', 'created_at']).execute()
}
