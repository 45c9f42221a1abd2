import type { Kysely } from 'kysely'
import { type ColumnTypes, owned, required } from './step.ts'

/** What an import brings in and found, and what an export made: sealed, beside the job, and gone with it. */
export async function walletTransfers(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('transfer_file')
    .addColumn('job_id', 'text', owned('job.id'))
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('number', 'integer', required)
    .addColumn('name', bytes, required)
    .addPrimaryKeyConstraint('transfer_file_number', ['job_id', 'number'])
    .execute()
  await schema.createIndex('transfer_file_account').on('transfer_file').column('account_id').execute()
  await schema
    .createTable('transfer_block')
    .addColumn('job_id', 'text', owned('job.id'))
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('file', 'integer', required)
    .addColumn('number', 'integer', required)
    .addColumn('body', bytes, required)
    .addPrimaryKeyConstraint('transfer_block_number', ['job_id', 'file', 'number'])
    .execute()
  await schema.createIndex('transfer_block_account').on('transfer_block').column('account_id').execute()
  await schema
    .createTable('import_result')
    .addColumn('job_id', 'text', owned('job.id'))
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('number', 'integer', required)
    .addColumn('outcome', 'text', required)
    .addColumn('rank', 'integer', required)
    .addColumn('body', bytes, required)
    .addPrimaryKeyConstraint('import_result_number', ['job_id', 'number'])
    .execute()
  await schema.createIndex('import_result_rank').on('import_result').columns(['job_id', 'rank', 'number']).execute()
  await schema.createIndex('import_result_account').on('import_result').column('account_id').execute()
}
