import type { Queries } from './schema/database.ts'

/** A public document, and when its server last gave it. */
export interface CachedDocument {
  body: Uint8Array
  mediaType: string
  asOf: Date
}

export async function findDocument(db: Queries, url: string): Promise<CachedDocument | undefined> {
  const row = await db.selectFrom('cached_document').selectAll().where('url', '=', url).executeTakeFirst()
  return row === undefined ? undefined : { body: row.body, mediaType: row.media_type, asOf: new Date(row.as_of) }
}

/** Keeps a document, unless a newer copy came in meanwhile. */
export async function keepDocument(db: Queries, url: string, document: CachedDocument): Promise<void> {
  const content = { body: document.body, media_type: document.mediaType, as_of: document.asOf.toISOString() }
  await db
    .insertInto('cached_document')
    .values({ url, ...content })
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet(content).where('cached_document.as_of', '<=', content.as_of),
    )
    .execute()
}

/** Forgets documents that were last had before a time. */
export async function sweepDocuments(db: Queries, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('cached_document')
    .where('as_of', '<', before.toISOString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}
