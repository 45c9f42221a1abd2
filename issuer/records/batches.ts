import { setImmediate as others } from 'node:timers/promises'
import { z } from 'zod'
import { parseJson, parseJsonObject, uuid } from '#platform'
import type { BatchTable, Queries } from '#storage'
import { type Mapping, mapping } from '../import/columns.ts'

/** A row that could not be signed after all. */
const failure = z.object({ row: z.number(), reason: z.string() })
export type RowFailure = z.infer<typeof failure>

/** An import of results as it is kept: one file, its rows, and how far it is. Pages and addresses call it an import. */
export interface Batch {
  id: string
  issuerId: string
  achievementId: string
  state: BatchTable['state']
  fileName: string
  /** The names of its columns; none before it is read, and after 30 days. */
  columns: string[]
  /** Why it could not be read. */
  refusal: string | null
  mapping: Mapping | null
  good: number
  bad: number
  total: number
  done: number
  failures: RowFailure[]
  createdAt: string
}

/** What we keep of a file is our own writing and not measured again. */
export const OWN = {
  length: 64 * 1024 * 1024,
  depth: 8,
  keys: 1_000_000,
  stringLength: 1_000_000,
  arrayLength: 100_000,
}

export async function insertBatch(
  db: Queries,
  batch: { issuerId: string; achievementId: string; fileName: string; createdBy: string },
  now: Date,
): Promise<string> {
  const id = uuid()
  await db
    .insertInto('batch')
    .values({
      id,
      issuer_id: batch.issuerId,
      achievement_id: batch.achievementId,
      state: 'arriving',
      file_name: batch.fileName,
      content: '',
      columns: null,
      refusal: null,
      mapping: null,
      good: 0,
      bad: 0,
      total: 0,
      done: 0,
      failures: '[]',
      created_by: batch.createdBy,
      created_at: now.toISOString(),
    })
    .execute()
  return id
}

/** All but the file itself, which may be large. */
const KEPT = [
  'id',
  'issuer_id',
  'achievement_id',
  'state',
  'file_name',
  'columns',
  'refusal',
  'mapping',
  'good',
  'bad',
  'total',
  'done',
  'failures',
  'created_by',
  'created_at',
] as const

export async function findBatch(db: Queries, issuerId: string, id: string): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('batch')
    .select(KEPT)
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', '!=', 'arriving')
    .executeTakeFirst()
  return row === undefined ? undefined : batchOf(row)
}

/** The newest batches of an issuer, without their content. */
export async function listBatches(db: Queries, issuerId: string): Promise<Omit<BatchTable, 'content'>[]> {
  return await db
    .selectFrom('batch')
    .select(KEPT)
    .where('issuer_id', '=', issuerId)
    .where('state', '!=', 'arriving')
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
}

/** So much of a file is written at once. */
const PIECE = 128 * 1024

/** Keeps the text of a file; in between others have their turn. */
export async function keepContent(db: Queries, batchId: string, content: string): Promise<void> {
  for (let at = 0, number = 1; at < content.length; at += PIECE, number++) {
    const text = content.slice(at, at + PIECE)
    await db.insertInto('batch_piece').values({ batch_id: batchId, number, text }).execute()
    await others()
  }
}

/** The text of a file that is still to be read; empty where there is none. */
export async function findContent(db: Queries, { id, issuerId }: Pick<Batch, 'id' | 'issuerId'>): Promise<string> {
  const whole = await db
    .selectFrom('batch')
    .select('content')
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .executeTakeFirst()
  const pieces = [whole?.content ?? '']
  for (let number = 1; ; number++) {
    const piece = await db
      .selectFrom('batch_piece')
      .select('text')
      .where('batch_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst()
    if (piece === undefined) return pieces.join('')
    pieces.push(piece.text)
    await others()
  }
}

/** Forgets the text of a file, once it was read. */
export async function deleteContent(db: Queries, batchId: string): Promise<void> {
  await db.deleteFrom('batch_piece').where('batch_id', '=', batchId).execute()
}

/** Forgets batches whose file broke off before a time. */
export async function sweepArriving(db: Queries, before: Date): Promise<void> {
  await db.deleteFrom('batch').where('state', '=', 'arriving').where('created_at', '<', before.toISOString()).execute()
}

/** Whether something goes on with a batch in the background. */
export function isAtWork({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'uploaded' || state === 'checking' || state === 'running'
}

/** What a batch passes to from where it is. Answers whether it was there. */
export async function passOn(
  db: Queries,
  { issuerId, id }: Pick<Batch, 'issuerId' | 'id'>,
  from: readonly BatchTable['state'][],
  to: Partial<Omit<BatchTable, 'id' | 'issuer_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('batch')
    .set(to)
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Begins the issue of a checked batch, once. Answers how many rows are to be awarded; undefined where it did not begin. */
export async function beginBatch(db: Queries, issuerId: string, id: string): Promise<number | undefined> {
  const begun = await db
    .updateTable('batch')
    .set((column) => ({ state: 'running', total: column.ref('good'), done: 0 }))
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .where('good', '>', 0)
    .returning('total')
    .executeTakeFirst()
  return begun?.total
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

/** Puts a batch away that was not issued, with the personal data in it. */
export async function deleteBatch(db: Queries, issuerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('batch')
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', 'not in', ['running', 'done'])
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

/** Which of these addresses hold an award of this achievement, in whatever version, from outside this batch. */
export async function listAwardedAddresses(
  db: Queries,
  { issuerId, id }: Pick<Batch, 'issuerId' | 'id'>,
  slug: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await db
    .selectFrom('credential')
    .innerJoin('achievement', 'achievement.id', 'credential.achievement_id')
    .select('credential.recipient_email')
    .distinct()
    .where('credential.issuer_id', '=', issuerId)
    .where('credential.recipient_email', 'in', addresses)
    .where('achievement.slug', '=', slug)
    .where('credential.state', '=', 'issued')
    .where('credential.status', '!=', 'revoked')
    .where((row) => row.or([row('credential.batch_id', 'is', null), row('credential.batch_id', '!=', id)]))
    .execute()
  return new Set(rows.flatMap(({ recipient_email: email }) => (email === null ? [] : [email])))
}

function batchOf(row: Omit<BatchTable, 'content'>): Batch {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    achievementId: row.achievement_id,
    state: row.state,
    fileName: row.file_name,
    columns: row.columns === null ? [] : z.array(z.string()).parse(parseJson(row.columns, OWN)),
    refusal: row.refusal,
    good: row.good,
    bad: row.bad,
    mapping: row.mapping === null ? null : mapping.parse(parseJsonObject(row.mapping)),
    total: row.total,
    done: row.done,
    failures: z.array(failure).parse(parseJson(row.failures, OWN)),
    createdAt: row.created_at,
  }
}
