import type { Queries } from './schema/database.ts'

/**
 * Remembers a version of somebody's status list, unless a later one was seen before; answers whether none was. One
 * statement, so that of two read at once the later one stays.
 */
export async function keepNewestList(db: Queries, url: string, version: Date): Promise<boolean> {
  const time = version.toISOString()
  const kept = await db
    .insertInto('status_list_state')
    .values({ url, version: time })
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet({ version: time }).where('status_list_state.version', '<=', time),
    )
    .returning('url')
    .executeTakeFirst()
  return kept !== undefined
}
