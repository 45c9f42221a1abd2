import type { Kysely } from 'kysely'
import { owned, required, unique, zero } from './step.ts'

/**
 * The log of what an issuer issued: its leaves in their order, the hashes over each 256 of them, and each checkpoint that was
 * signed. What was issued before comes into the log when it is first looked at.
 */
export async function issuerLog(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('issue_log')
    .addColumn('issuer_id', 'text', (column) => owned('issuer.id')(column).primaryKey())
    .addColumn('size', 'integer', zero)
    .addColumn('url', 'text')
    .addColumn('key_id', 'text')
    .addColumn('begun_at', 'text')
    .execute()
  await schema
    .createTable('log_leaf')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('position', 'integer', required)
    .addColumn('hash', 'text', required)
    .addColumn('credential_id', 'text', unique)
    .addPrimaryKeyConstraint('log_leaf_position', ['issuer_id', 'position'])
    .execute()
  await schema
    .createTable('log_node')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('level', 'integer', required)
    .addColumn('position', 'integer', required)
    .addColumn('hash', 'text', required)
    .addPrimaryKeyConstraint('log_node_position', ['issuer_id', 'level', 'position'])
    .execute()
  await schema
    .createTable('log_checkpoint')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('size', 'integer', required)
    .addColumn('root', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('signed_at', 'text', required)
    .addPrimaryKeyConstraint('log_checkpoint_size', ['issuer_id', 'size'])
    .execute()
}
