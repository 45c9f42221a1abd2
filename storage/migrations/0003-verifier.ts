import type { Kysely } from 'kysely'

/** Every service keeps whole versions of trust lists now, where the verifier kept only their times. */
export async function trustListTimesDropped(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('trust_list_state').execute()
}
