import type { Queries, RegisterDocumentTable, RegisterVersionTable, Together } from '#storage'

/** A list as it was signed, and where it stands among those of its register. */
export interface Version {
  sequence: number
  revision: number
  entries: number
  digest: string
  previousDigest: string | null
  signed: string
  keyId: string | null
  publishedAt: string
  nextUpdate: string | null
  validUntil: string | null
}

export async function insertVersion(together: Together, issuerId: string, version: Version): Promise<void> {
  await together
    .insertInto('register_version')
    .values({
      issuer_id: issuerId,
      sequence: version.sequence,
      revision: version.revision,
      entries: version.entries,
      digest: version.digest,
      previous_digest: version.previousDigest,
      signed: version.signed,
      key_id: version.keyId,
      published_at: version.publishedAt,
      next_update: version.nextUpdate,
      valid_until: version.validUntil,
    })
    .execute()
}

/** The version of that number, or the newest. */
export async function findVersion(db: Queries, issuerId: string, sequence?: number): Promise<Version | undefined> {
  let query = db.selectFrom('register_version').selectAll().where('issuer_id', '=', issuerId)
  if (sequence !== undefined) query = query.where('sequence', '=', sequence)
  const row = await query.orderBy('sequence', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : versionOf(row)
}

export async function listVersions(
  db: Queries,
  issuerId: string,
  { page, size }: { page: number; size: number },
): Promise<{ versions: Omit<Version, 'signed' | 'keyId'>[]; total: number }> {
  const query = db.selectFrom('register_version').where('issuer_id', '=', issuerId)
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['sequence', 'revision', 'entries', 'digest', 'previous_digest', 'published_at'])
    .select(['next_update', 'valid_until'])
    .orderBy('sequence', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { versions: rows.map((row) => versionOf({ ...row, issuer_id: issuerId, signed: '', key_id: null })), total }
}

/** By which list each of these changes was published first. */
export async function sequencesOf(
  db: Queries,
  issuerId: string,
  revisions: readonly number[],
): Promise<Map<number, number>> {
  if (revisions.length === 0) return new Map()
  const rows = await db
    .selectFrom('register_version')
    .select('revision')
    .select((row) => row.fn.min('sequence').as('sequence'))
    .where('issuer_id', '=', issuerId)
    .where('revision', 'in', revisions)
    .groupBy('revision')
    .execute()
  return new Map(rows.map(({ revision, sequence }) => [revision, Number(sequence)]))
}

/** Keeps what a list names by its digest. What is there already is the same. */
export async function keepDocument(
  together: Together,
  issuerId: string,
  document: Omit<RegisterDocumentTable, 'issuer_id'>,
): Promise<void> {
  await together
    .insertInto('register_document')
    .values({ issuer_id: issuerId, ...document })
    .onConflict((conflict) => conflict.columns(['issuer_id', 'digest', 'kind']).doNothing())
    .execute()
}

export async function findDocument(
  db: Queries,
  issuerId: string,
  kind: RegisterDocumentTable['kind'],
  digest: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('register_document')
    .select('body')
    .where('issuer_id', '=', issuerId)
    .where('kind', '=', kind)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row?.body
}

function versionOf(row: RegisterVersionTable): Version {
  return {
    sequence: Number(row.sequence),
    revision: row.revision,
    entries: row.entries,
    digest: row.digest,
    previousDigest: row.previous_digest,
    signed: row.signed,
    keyId: row.key_id,
    publishedAt: row.published_at,
    nextUpdate: row.next_update,
    validUntil: row.valid_until,
  }
}
