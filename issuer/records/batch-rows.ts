import { setImmediate as others } from 'node:timers/promises'
import { z } from 'zod'
import { parseJson } from '#platform'
import type { BatchRowTable, Queries, Together } from '#storage'
import type { Recipient } from '../award.ts'
import type { Linted, RowProblem } from '../import/lint.ts'
import type { Row } from '../import/read-csv.ts'
import { OWN } from './batches.ts'

/** A row of an uploaded file, with what was found in it once it was checked. */
export interface BatchRow extends Row {
  recipient: Recipient | null
  problems: RowProblem[]
}

const cells = z.array(z.string())
const recipient = z.object({
  name: z.string(),
  email: z.string().optional(),
  awardedOn: z.string(),
  grade: z.string().optional(),
})
const problems = z.array(z.object({ column: z.string(), reason: z.string(), remedy: z.string() }))

/** What the cells of a row are once its person was erased. */
const ERASED = '[]'

/** Keeps rows as they were read. */
export async function insertRows(db: Queries, batchId: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ row, cells: content }) => ({
    batch_id: batchId,
    row,
    cells: JSON.stringify(content),
    recipient: null,
    problems: null,
  }))
  await db.insertInto('batch_row').values(values).execute()
}

export async function deleteRows(db: Queries, batchId: string): Promise<void> {
  await db.deleteFrom('batch_row').where('batch_id', '=', batchId).execute()
}

/** Keeps what was found in rows, in one statement. A row that was erased meanwhile stays erased. */
export async function keepFindings(db: Queries, batchId: string, linted: readonly Linted[]): Promise<void> {
  const values = linted.map(({ row, recipient: whom, problems: found }) => ({
    batch_id: batchId,
    row,
    cells: ERASED,
    recipient: whom === null ? null : JSON.stringify(whom),
    problems: found.length === 0 ? null : JSON.stringify(found),
  }))
  await db
    .insertInto('batch_row')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['batch_id', 'row'])
        .doUpdateSet((column) => ({
          recipient: column.ref('excluded.recipient'),
          problems: column.ref('excluded.problems'),
        }))
        .where('batch_row.cells', '!=', ERASED),
    )
    .execute()
}

/** Keeps why rows could not be signed after all, and forgets it of the others. */
export async function noteFailures(
  together: Together,
  batchId: string,
  rows: readonly number[],
  failures: readonly { row: number; reason: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const those = together.updateTable('batch_row').where('batch_id', '=', batchId)
  await those.set({ problems: null }).where('row', 'in', rows).execute()
  for (const { row, reason } of failures) {
    const why: RowProblem[] = [{ column: 'Signing', reason, remedy: 'Upload this row again.' }]
    await those
      .set({ problems: JSON.stringify(why) })
      .where('row', '=', row)
      .execute()
  }
}

interface Wanted {
  of?: 'all' | 'good' | 'bad' | 'erased'
  /** Only rows after this one. */
  after?: number
  limit: number
  offset?: number
}

/** Rows of a batch in their order. `all` are those that are not erased. */
export async function listRows(db: Queries, batchId: string, wanted: Wanted): Promise<BatchRow[]> {
  const { of = 'all', after = 0, limit, offset = 0 } = wanted
  const rows = await db
    .selectFrom('batch_row')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('row', '>', after)
    .where('cells', of === 'erased' ? '=' : '!=', ERASED)
    .$if(of === 'good', (those) => those.where('recipient', 'is not', null))
    .$if(of === 'bad', (those) => those.where('problems', 'is not', null))
    .orderBy('row')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(rowOf)
}

/** All such rows, so many at a time; in between others have their turn. */
export async function* eachRows(
  db: Queries,
  batchId: string,
  { of, limit }: Pick<Wanted, 'of' | 'limit'>,
): AsyncGenerator<BatchRow[], void> {
  for (let after = 0; ; ) {
    const rows = await listRows(db, batchId, { ...(of === undefined ? {} : { of }), limit, after })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.row
    await others()
  }
}

/** How many rows a batch has, or of these how many were erased. */
export async function countRows(db: Queries, batchId: string, of: 'all' | 'erased'): Promise<number> {
  const { total } = await db
    .selectFrom('batch_row')
    .select((column) => column.fn.countAll<number>().as('total'))
    .where('batch_id', '=', batchId)
    .$if(of === 'erased', (those) => those.where('cells', '=', ERASED))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Forgets the rows of files that were uploaded before a time, and are not being worked on. */
export async function forgetFiles(db: Queries, before: Date): Promise<void> {
  await db
    .deleteFrom('batch_row')
    .where('batch_id', 'in', (inner) =>
      inner
        .selectFrom('batch')
        .select('id')
        .where('created_at', '<', before.toISOString())
        .where('state', 'in', ['read', 'checked', 'done']),
    )
    .execute()
}

/** Erases what rows say of one person: their row, and every other with their address in it. */
export async function eraseRows(
  together: Together,
  batchId: string,
  person: { row: number; email: string | null },
): Promise<void> {
  const { row: own, email } = person
  // Where the address is a part of some cell; whether it is the whole of one is looked at below.
  const near = await together
    .selectFrom('batch_row')
    .select(['row', 'cells'])
    .where('batch_id', '=', batchId)
    .where((where) =>
      where.or([
        where('row', '=', own),
        ...(email === null ? [] : [where((e) => e.fn<string>('lower', ['cells']), 'like', `%${email}%`)]),
      ]),
    )
    .execute()
  const isTheirs = ({ row, cells: content }: Pick<BatchRowTable, 'row' | 'cells'>) =>
    row === own || cellsOf(content).some((cell) => cell.trim().toLowerCase() === email)
  for (const { row } of near.filter(isTheirs)) {
    await together
      .updateTable('batch_row')
      .set({ cells: ERASED, recipient: null, problems: null })
      .where('batch_id', '=', batchId)
      .where('row', '=', row)
      .execute()
  }
}

const cellsOf = (text: string) => cells.parse(parseJson(text, OWN))

function rowOf(row: BatchRowTable): BatchRow {
  return {
    row: row.row,
    cells: cellsOf(row.cells),
    recipient: row.recipient === null ? null : recipient.parse(parseJson(row.recipient, OWN)),
    problems: row.problems === null ? [] : problems.parse(parseJson(row.problems, OWN)),
  }
}
