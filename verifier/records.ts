import type { Queries } from '#storage'
import type { TrustList } from '#trust'

/**
 * Remembers a version of a trust list, unless a later one was seen before; answers whether this is the latest. One
 * statement, so that of two read at once the later one stays.
 */
export async function keepNewest(db: Queries, { url, validFrom, asOf }: TrustList): Promise<boolean> {
  const version = { valid_from: validFrom.toISOString(), as_of: asOf.toISOString() }
  const kept = await db
    .insertInto('trust_list_state')
    .values({ url, ...version })
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet(version).where('trust_list_state.valid_from', '<=', version.valid_from),
    )
    .returning('url')
    .executeTakeFirst()
  return kept !== undefined
}
