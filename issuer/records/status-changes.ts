import { sql } from 'kysely'
import type { Queries, StatusChangeTable, Together } from '#storage'

/** Writes down that the status of credentials changed, at all their places in one list. */
export async function keepChange(
  together: Together,
  { list_id, changed_at, value }: Omit<StatusChangeTable, 'position'>,
  credentialIds: readonly string[],
): Promise<void> {
  await together
    .insertInto('status_change')
    .columns(['list_id', 'changed_at', 'position', 'value'])
    .expression(
      together
        .selectFrom('status_index')
        .where('list_id', '=', list_id)
        .where('credential_id', 'in', credentialIds)
        .select(['list_id', sql.lit(changed_at).as('changed_at'), 'position', sql.lit(value).as('value')]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['list_id', 'changed_at', 'position'])
        .doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
    )
    .execute()
}

/** How long a list stayed as it was at a time: from the change before until the next one, where there were some. */
export async function unchangedAround(
  db: Queries,
  listId: string,
  time: Date,
): Promise<{ from: Date | null; until: Date | null }> {
  const at = time.toISOString()
  const changes = db.selectFrom('status_change').where('list_id', '=', listId)
  const { from } = await changes
    .where('changed_at', '<=', at)
    .select(({ fn }) => fn.max('changed_at').as('from'))
    .executeTakeFirstOrThrow()
  const { until } = await changes
    .where('changed_at', '>', at)
    .select(({ fn }) => fn.min('changed_at').as('until'))
    .executeTakeFirstOrThrow()
  const dateOf = (text: string | null) => (text === null ? null : new Date(text))
  return { from: dateOf(from), until: dateOf(until) }
}

/** What there was to say at a time at each place of a list, where there was anything. */
export async function statusesAt(db: Queries, listId: string, time: Date): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('status_change')
    .select(['position', 'value'])
    .where('list_id', '=', listId)
    .where('changed_at', '<=', time.toISOString())
    .orderBy('changed_at')
    .execute()
  const last = new Map(rows.map(({ position, value }) => [position, value]))
  return new Map([...last].filter(([, value]) => value !== 0))
}
