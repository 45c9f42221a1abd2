import type { Kysely } from 'kysely'
import { type ColumnTypes, owned, primary, required, unique } from './step.ts'

/** Accounts, what they hold, and what they share. Deleting an account takes everything of it along. */
export async function wallet(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('account')
    .addColumn('id', 'text', primary)
    .addColumn('email_lookup', 'text', unique)
    .addColumn('email', bytes, required)
    .addColumn('name', bytes)
    .addColumn('wrapped_data_key', bytes, required)
    .addColumn('created_at', 'text', required)
    .execute()

  await schema
    .createTable('held_credential')
    .addColumn('id', 'text', primary)
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('body', bytes, required)
    .addColumn('digest', 'text', required)
    .addColumn('securing', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('checked', bytes, required)
    .addColumn('received_at', 'text', required)
    .addUniqueConstraint('held_credential_once', ['account_id', 'digest'])
    .execute()

  await schema
    .createTable('claim_attempt')
    .addColumn('id', 'text', primary)
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('link_lookup', 'text', required)
    .addColumn('body', bytes, required)
    .addColumn('created_at', 'text', required)
    .addUniqueConstraint('claim_attempt_once', ['account_id', 'link_lookup'])
    .execute()

  await schema
    .createTable('share')
    .addColumn('id', 'text', primary)
    .addColumn('account_id', 'text', owned('account.id'))
    .addColumn('token_hash', 'text', unique)
    .addColumn('manifest', bytes, required)
    .addColumn('audience', bytes, required)
    .addColumn('expires_at', 'text', required)
    .addColumn('uses_allowed', 'integer')
    .addColumn('uses_left', 'integer')
    .addColumn('withdrawn_at', 'text')
    .addColumn('created_at', 'text', required)
    .execute()
  await schema.createIndex('share_account').on('share').columns(['account_id', 'created_at']).execute()

  await schema
    .createTable('share_view')
    .addColumn('id', 'text', primary)
    .addColumn('share_id', 'text', owned('share.id'))
    .addColumn('at', 'text', required)
    .addColumn('detail', bytes, required)
    .execute()
  await schema.createIndex('share_view_share').on('share_view').columns(['share_id', 'at']).execute()
}
