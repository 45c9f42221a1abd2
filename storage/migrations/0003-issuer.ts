import { type Kysely, sql } from 'kysely'
import { owned, required } from './step.ts'

/**
 * The keys that an issuer signed with before its present one, and every change of a status with its time. Of changes from
 * before this step only the last of each credential is known.
 */
export async function issuerOverTime(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('retired_key')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('number', 'integer', required)
    .addColumn('key_id', 'text', (column) => column.notNull().unique().references('signing_key.id'))
    .addColumn('used_until', 'text', required)
    .addColumn('reason', 'text')
    .addColumn('compromised_since', 'text')
    .addPrimaryKeyConstraint('retired_key_number', ['issuer_id', 'number'])
    .execute()
  await schema
    .createTable('status_change')
    .addColumn('list_id', 'text', owned('published_list.id'))
    .addColumn('changed_at', 'text', required)
    .addColumn('position', 'integer', required)
    .addColumn('value', 'integer', required)
    .addPrimaryKeyConstraint('status_change_position', ['list_id', 'changed_at', 'position'])
    .execute()
  await sql`
    insert into status_change (list_id, changed_at, position, value)
    select place.list_id, credential.status_changed_at, place.position,
      case when list.kind = 'token' and credential.status = 'suspended' then 2 else 1 end
    from status_index as place
    join published_list as list on list.id = place.list_id
    join credential on credential.id = place.credential_id
    where place.is_set = 1 and credential.status_changed_at is not null`.execute(db)
}
