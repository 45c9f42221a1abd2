import { type Kysely, sql } from 'kysely'
import { owned, required, zero } from './step.ts'

/**
 * An uploaded file is read and checked once: its rows are kept with what was found in each, and the text is not needed
 * any more; until then it is kept in pieces, so that none is long to write. Uploads from before are read anew, and the text of those that are done is forgotten.
 */
export async function issuerRows(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('batch_row')
    .addColumn('batch_id', 'text', owned('batch.id'))
    .addColumn('row', 'integer', required)
    .addColumn('cells', 'text', required)
    .addColumn('recipient', 'text')
    .addColumn('problems', 'text')
    .addPrimaryKeyConstraint('batch_row_number', ['batch_id', 'row'])
    .execute()
  await schema
    .createTable('batch_piece')
    .addColumn('batch_id', 'text', owned('batch.id'))
    .addColumn('number', 'integer', required)
    .addColumn('text', 'text', required)
    .addPrimaryKeyConstraint('batch_piece_number', ['batch_id', 'number'])
    .execute()
  await schema
    .createIndex('batch_row_bad')
    .on('batch_row')
    .columns(['batch_id', 'row'])
    .where(sql.ref('problems'), 'is not', null)
    .execute()
  await schema.createIndex('credential_recipient').on('credential').columns(['issuer_id', 'recipient_email']).execute()
  await schema.alterTable('batch').addColumn('columns', 'text').execute()
  await schema.alterTable('batch').addColumn('refusal', 'text').execute()
  await schema.alterTable('batch').addColumn('good', 'integer', zero).execute()
  await schema.alterTable('batch').addColumn('bad', 'integer', zero).execute()
  await sql`update batch set state = 'uploaded' where state = 'checked'`.execute(db)
  await sql`update batch set content = '' where state = 'done'`.execute(db)
}
