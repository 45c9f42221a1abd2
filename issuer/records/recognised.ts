import type { Queries } from '#storage'

/** An issuer on another's trust list, in the words of `recognizedEntityCredential`. */
export interface RecognisedEntry {
  did: string
  name: string
  from: string
  until?: string
}

export async function listRecognised(db: Queries, issuerId: string): Promise<RecognisedEntry[]> {
  const rows = await db
    .selectFrom('recognised_issuer')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .orderBy('did')
    .execute()
  return rows.map((row) => ({
    did: row.did,
    name: row.name,
    from: row.recognised_from,
    ...(row.recognised_until === null ? {} : { until: row.recognised_until }),
  }))
}

/** Puts an issuer on the list, or changes how it stands there. */
export async function keepRecognised(db: Queries, issuerId: string, entry: RecognisedEntry): Promise<void> {
  const content = { name: entry.name, recognised_from: entry.from, recognised_until: entry.until ?? null }
  await db
    .insertInto('recognised_issuer')
    .values({ issuer_id: issuerId, did: entry.did, ...content })
    .onConflict((conflict) => conflict.columns(['issuer_id', 'did']).doUpdateSet(content))
    .execute()
}

/** Takes an issuer off the list. Answers whether it was on it. */
export async function deleteRecognised(db: Queries, issuerId: string, did: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recognised_issuer')
    .where('issuer_id', '=', issuerId)
    .where('did', '=', did)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
