import type { Queries } from './schema/database.ts'

/** A version of a trust list that was found good. */
export interface TrustListVersion {
  name: string
  sequence: number
  digest: string
  body: Uint8Array
  asOf: Date
}

/** Where a list is, and the DID that must have signed it: somebody else's list at that address is another one. */
export interface TrustListPlace {
  url: string
  signer: string
}

export async function findTrustList(
  db: Queries,
  { url, signer }: TrustListPlace,
): Promise<TrustListVersion | undefined> {
  const row = await db
    .selectFrom('trust_list_version')
    .selectAll()
    .where('signer', '=', signer)
    .where('url', '=', url)
    .executeTakeFirst()
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
  { url, signer }: TrustListPlace,
  { asOf, ...version }: TrustListVersion,
): Promise<boolean> {
  const { name, sequence, digest, body } = version
  const content = { name, sequence, digest, body, as_of: asOf.toISOString() }
  const kept = await db
    .insertInto('trust_list_version')
    .values({ signer, url, ...content })
    .onConflict((conflict) =>
      conflict
        .columns(['signer', 'url'])
        .doUpdateSet(content)
        .where((where) =>
          where.or([
            where('trust_list_version.sequence', '<', version.sequence),
            where.and([
              where('trust_list_version.sequence', '=', version.sequence),
              where('trust_list_version.digest', '=', version.digest),
            ]),
          ]),
        ),
    )
    .returning('url')
    .executeTakeFirst()
  return kept !== undefined
}
