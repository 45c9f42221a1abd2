import { z } from 'zod'
import { PassportError } from '#platform'
import type { JobHandler } from '#server'
import { addressesIn, linter } from './import/lint.ts'
import { readCsv } from './import/read-csv.ts'
import type { IssuerParts } from './parts.ts'
import { findAchievementById } from './records/achievements.ts'
import { countRows, deleteRows, eachRows, insertRows, keepFindings } from './records/batch-rows.ts'
import { type Batch, deleteContent, findBatch, findContent, listAwardedAddresses, passOn } from './records/batches.ts'
import { suspendedFor } from './suspended-for.ts'

/** The kind of job that reads an uploaded file, or checks its rows, whichever comes next. */
export const CHECK_JOB = 'batch.check'

const checkPayload = z.object({ batch: z.string() })

/** So many rows are checked before others have their turn. */
const SLICE = 250

type Progress = (done: number, total: number) => Promise<void>

/**
 * Reads a file once, or checks its rows once, and keeps what was found: pages only read that. Begun again after a crash
 * it starts that step anew. When the service stops it ends early, and the next start takes the batch up again.
 */
export function checkBatch(parts: IssuerParts, stopping: AbortSignal): JobHandler {
  return async ({ owner, payload }, progress) => {
    const batch = await findBatch(parts.storage.db, owner, checkPayload.parse(payload).batch)
    if (batch?.state === 'uploaded') await readResults(batch, parts, { progress, stopping })
    if (batch?.state === 'checking') await checkResults(batch, parts, { progress, stopping })
    return null
  }
}

/** Reads a batch's file into rows. One that cannot be read is refused, and nothing of it is kept but why. */
export async function readResults(
  batch: Batch,
  { storage }: IssuerParts,
  { progress, stopping }: { progress: Progress; stopping: AbortSignal },
): Promise<void> {
  const { db } = storage
  await deleteRows(db, batch.id)
  let columns: string[] = []
  try {
    for await (const slice of readCsv(await findContent(db, batch))) {
      if (stopping.aborted || !(await advance(batch, slice, { storage }))) return
      columns = slice.columns
      await insertRows(db, batch.id, slice.rows)
      await progress(slice.done, slice.total)
    }
  } catch (error) {
    if (!(error instanceof PassportError && error.code.startsWith('csv.'))) throw error
    await storage.transaction(async (together) => {
      await deleteRows(together, batch.id)
      await deleteContent(together, batch.id)
      await passOn(together, batch, ['uploaded'], { state: 'refused', refusal: error.message, content: '' })
    })
    return
  }
  const read = { columns: JSON.stringify(columns), content: '', done: 0, total: 0 }
  await passOn(db, batch, [batch.state], { ...read, state: batch.state === 'uploaded' ? 'read' : batch.state })
  await deleteContent(db, batch.id)
}

/** Checks every row as it would be awarded, and keeps the finding with it. */
export async function checkResults(
  batch: Batch,
  parts: IssuerParts,
  { progress, stopping }: { progress: Progress; stopping: AbortSignal },
): Promise<void> {
  const { storage, now } = parts
  const { db } = storage
  const { mapping, columns } = batch
  const achievement = await findAchievementById(db, batch.issuerId, batch.achievementId)
  if (achievement === undefined || mapping === null) return
  const today = now().toISOString().slice(0, 10)
  const suspended = await suspendedFor(achievement, parts)
  const look = linter(columns, mapping, { grade: achievement.body.grade, today, suspended })
  const count = { good: 0, bad: 0 }
  const total = await countRows(db, batch.id, 'all')
  for await (const rows of eachRows(db, batch.id, { limit: SLICE })) {
    const done = count.good + count.bad + rows.length
    if (stopping.aborted || !(await advance(batch, { done, total }, { storage }))) return
    const addresses = addressesIn(columns, mapping, rows)
    const awarded = await listAwardedAddresses(db, batch, achievement.slug, addresses)
    const linted = rows.map((row) => look(row, awarded))
    await keepFindings(db, batch.id, linted)
    count.bad += linted.filter(({ recipient }) => recipient === null).length
    count.good = done - count.bad
    await progress(done, total)
  }
  const state = batch.state === 'checking' ? 'checked' : batch.state
  await passOn(db, batch, [batch.state], { ...count, state, done: 0, total: count.good })
}

/** Says how far it is. Answers false where the batch was discarded meanwhile. */
async function advance(
  batch: Batch,
  { done, total }: { done: number; total: number },
  { storage }: Pick<IssuerParts, 'storage'>,
): Promise<boolean> {
  return await passOn(storage.db, batch, [batch.state], { done, total })
}
