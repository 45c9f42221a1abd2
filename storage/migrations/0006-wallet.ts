import type { Kysely } from 'kysely'
import type { ColumnTypes } from './step.ts'

/** The evidence that a credential is in its issuer's log, sealed as the credential is. */
export async function walletEvidence(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('held_credential').addColumn('log_evidence', bytes).execute()
}
