import { z } from 'zod'
import { parseJson, parseJsonObject, uuid } from '#platform'
import type { BatchTable, Queries, Together } from '#storage'
import { type Mapping, mapping } from '../import/columns.ts'

/** A row that could not be signed after all. */
const failure = z.object({ row: z.number(), reason: z.string() })
export type RowFailure = z.infer<typeof failure>

export interface Batch {
  id: string
  issuerId: string
  achievementId: string
  state: BatchTable['state']
  fileName: string
  content: string
  mapping: Mapping | null
  total: number
  done: number
  failures: RowFailure[]
  createdAt: string
}

/** A file may be 20 MiB; what we keep of it is our own writing and not measured again. */
const OWN = { length: 64 * 1024 * 1024, depth: 8, keys: 1_000_000, stringLength: 1_000_000, arrayLength: 100_000 }

export async function insertBatch(
  db: Queries,
  batch: { issuerId: string; achievementId: string; fileName: string; content: string; createdBy: string },
  now: Date,
): Promise<string> {
  const id = uuid()
  await db
    .insertInto('batch')
    .values({
      id,
      issuer_id: batch.issuerId,
      achievement_id: batch.achievementId,
      state: 'uploaded',
      file_name: batch.fileName,
      content: batch.content,
      mapping: null,
      total: 0,
      done: 0,
      failures: '[]',
      created_by: batch.createdBy,
      created_at: now.toISOString(),
    })
    .execute()
  return id
}

export async function findBatch(db: Queries, issuerId: string, id: string): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('batch')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : batchOf(row)
}

/** The newest uploads of an issuer, without their content. */
export async function listBatches(db: Queries, issuerId: string): Promise<Omit<BatchTable, 'content'>[]> {
  return await db
    .selectFrom('batch')
    .select([
      'id',
      'issuer_id',
      'achievement_id',
      'state',
      'file_name',
      'mapping',
      'total',
      'done',
      'failures',
      'created_by',
      'created_at',
    ])
    .where('issuer_id', '=', issuerId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
}

/** Keeps which column is what, unless the issue has begun. Answers whether it was kept. */
export async function keepMapping(db: Queries, issuerId: string, id: string, chosen: Mapping): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('batch')
    .set({ mapping: JSON.stringify(chosen), state: 'checked' })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', 'in', ['uploaded', 'checked'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Begins the issue of a batch, once. Answers whether this was the one that began it. */
export async function beginBatch(db: Queries, issuerId: string, id: string, total: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('batch')
    .set({ state: 'running', total, done: 0 })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function advanceBatch(
  db: Queries,
  issuerId: string,
  id: string,
  progress: { done: number; failures: readonly RowFailure[]; state?: 'done' },
): Promise<void> {
  const { done, failures, state = 'running' } = progress
  await db
    .updateTable('batch')
    .set({ done, failures: JSON.stringify(failures), state })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .execute()
}

/** Writes the file of a batch anew. Whoever else does so at once comes after, and starts from what this left. */
export async function rewriteContent(
  together: Together,
  issuerId: string,
  id: string,
  rewrite: (content: string) => string,
): Promise<void> {
  const batch = () => together.updateTable('batch').where('issuer_id', '=', issuerId).where('id', '=', id)
  // An update, and not a question, so that PostgreSQL holds the row until the transaction ends.
  const locked = await batch()
    .set((column) => ({ content: column.ref('content') }))
    .returning('content')
    .executeTakeFirst()
  if (locked === undefined || locked.content === '') return
  await batch()
    .set({ content: rewrite(locked.content) })
    .execute()
}

/** Puts an upload away that was not issued, with the personal data in it. */
export async function deleteBatch(db: Queries, issuerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('batch')
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', 'in', ['uploaded', 'checked'])
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function saveMapping(
  db: Queries,
  issuerId: string,
  name: string,
  chosen: Mapping,
  now: Date,
): Promise<void> {
  const content = { mapping: JSON.stringify(chosen), updated_at: now.toISOString() }
  await db
    .insertInto('import_mapping')
    .values({ issuer_id: issuerId, name, ...content })
    .onConflict((conflict) => conflict.columns(['issuer_id', 'name']).doUpdateSet(content))
    .execute()
}

/** The saved mappings of an issuer, the one used last first. */
export async function listMappings(db: Queries, issuerId: string): Promise<{ name: string; mapping: Mapping }[]> {
  const rows = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ name: row.name, mapping: mapping.parse(parseJsonObject(row.mapping)) }))
}

/** The addresses of those who hold an award of this achievement, in whatever version, from outside this batch. */
export async function listAwardedAddresses(
  db: Queries,
  issuerId: string,
  slug: string,
  exceptBatch: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('credential')
    .innerJoin('achievement', 'achievement.id', 'credential.achievement_id')
    .select('credential.recipient_email')
    .distinct()
    .where('credential.issuer_id', '=', issuerId)
    .where('achievement.slug', '=', slug)
    .where('credential.state', '=', 'issued')
    .where('credential.status', '!=', 'revoked')
    .where((row) => row.or([row('credential.batch_id', 'is', null), row('credential.batch_id', '!=', exceptBatch)]))
    .execute()
  return new Set(rows.flatMap(({ recipient_email: email }) => (email === null ? [] : [email])))
}

function batchOf(row: BatchTable): Batch {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    achievementId: row.achievement_id,
    state: row.state,
    fileName: row.file_name,
    content: row.content,
    mapping: row.mapping === null ? null : mapping.parse(parseJsonObject(row.mapping)),
    total: row.total,
    done: row.done,
    failures: z.array(failure).parse(parseJson(row.failures, OWN)),
    createdAt: row.created_at,
  }
}
