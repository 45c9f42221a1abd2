import type { Queries } from './schema/database.ts'

/** A version of a trust list that was found good. */
export interface TrustListVersion {
  name: string
  sequence: number
  digest: string
  body: Uint8Array
  asOf: Date
}

export async function findTrustList(db: Queries, url: string): Promise<TrustListVersion | undefined> {
  const row = await db.selectFrom('trust_list').selectAll().where('url', '=', url).executeTakeFirst()
  if (row === undefined) return undefined
  const { name, sequence, digest, body, as_of: asOf } = row
  return { name, sequence: Number(sequence), digest, body, asOf: new Date(asOf) }
}

/**
 * Keeps a version of a trust list, unless a later one is kept, or another of the same number; answers whether it was kept.
 * One statement, so that of two read at once the later one stays.
 */
export async function keepTrustList(
  db: Queries,
  url: string,
  { asOf, ...version }: TrustListVersion,
): Promise<boolean> {
  const content = { ...version, as_of: asOf.toISOString() }
  const kept = await db
    .insertInto('trust_list')
    .values({ url, ...content })
    .onConflict((conflict) =>
      conflict
        .column('url')
        .doUpdateSet(content)
        .where((where) =>
          where.or([
            where('trust_list.sequence', '<', version.sequence),
            where.and([
              where('trust_list.sequence', '=', version.sequence),
              where('trust_list.digest', '=', version.digest),
            ]),
          ]),
        ),
    )
    .returning('url')
    .executeTakeFirst()
  return kept !== undefined
}
