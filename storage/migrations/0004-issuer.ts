import { type Kysely, sql } from 'kysely'
import { owned, primary, required, zero } from './step.ts'

/**
 * What each credential depends on (its qualification, centres and assessors), and which of those are suspended with all
 * that depends on them. What was issued before is looked through by a job: `is_traced` says what was.
 */
export async function issuerDependencies(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('dependency')
    .addColumn('id', 'text', primary)
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('kind', 'text', required)
    .addColumn('target', 'text', required)
    .addColumn('name', 'text')
    .addColumn('suspension_id', 'text')
    .addUniqueConstraint('dependency_target', ['issuer_id', 'kind', 'target'])
    .execute()
  await schema
    .createTable('credential_dependency')
    .addColumn('dependency_id', 'text', owned('dependency.id'))
    .addColumn('credential_id', 'text', owned('credential.id'))
    .addPrimaryKeyConstraint('credential_dependency_both', ['dependency_id', 'credential_id'])
    .execute()
  await schema
    .createIndex('credential_dependency_credential')
    .on('credential_dependency')
    .column('credential_id')
    .execute()
  await schema
    .createTable('suspension')
    .addColumn('id', 'text', primary)
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('dependency_id', 'text', owned('dependency.id'))
    .addColumn('state', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('public_reason', 'text')
    .addColumn('tells', 'integer', required)
    .addColumn('total', 'integer', zero)
    .addColumn('done', 'integer', zero)
    .addColumn('at', 'text', required)
    .addColumn('created_by', 'text', required)
    .addColumn('created_at', 'text', required)
    .addColumn('lifted_at', 'text')
    .execute()
  await schema.createIndex('suspension_issuer').on('suspension').columns(['issuer_id', 'created_at']).execute()
  await schema
    .createTable('suspension_hold')
    .addColumn('suspension_id', 'text', owned('suspension.id'))
    .addColumn('credential_id', 'text', owned('credential.id'))
    .addColumn('took', 'integer', required)
    .addColumn('reinstated', 'integer', zero)
    .addColumn('released_at', 'text')
    .addPrimaryKeyConstraint('suspension_hold_both', ['suspension_id', 'credential_id'])
    .execute()
  await schema.createIndex('suspension_hold_credential').on('suspension_hold').column('credential_id').execute()
  await schema.alterTable('credential').addColumn('is_traced', 'integer', zero).execute()
  await schema
    .createIndex('credential_untraced')
    .on('credential')
    .column('id')
    .where(sql.ref('is_traced'), '=', sql.lit(0))
    .execute()
}
