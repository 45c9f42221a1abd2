import type { Kysely } from 'kysely'
import { type ColumnTypes, owned, primary, required } from './step.ts'

/** What people write down of themselves: sealed, and gone with the account. */
export async function walletPersonal(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('personal_record')
    .addColumn('id', 'text', primary)
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('kind', 'text', required)
    .addColumn('body', bytes, required)
    .addColumn('created_at', 'text', required)
    .addColumn('changed_at', 'text', required)
    .execute()
  await schema
    .createIndex('personal_record_kind')
    .on('personal_record')
    .columns(['account_id', 'kind', 'created_at'])
    .execute()
}
