import { z } from 'zod'
import { type JsonObject, PassportError } from '#platform'
import type { JobHandler, UploadedFile } from '#server'
import { appendAudit, enqueueJob } from '#storage'
import { awardOf, type Recipient } from './award.ts'
import { partErased } from './erased-rows.ts'
import { fits, guessMapping, type Mapping } from './import/columns.ts'
import { type Linted, lint } from './import/lint.ts'
import { decodeCsv, readCsv, type Sheet } from './import/read-csv.ts'
import { intend, keep, type Prepared, secure } from './issue.ts'
import type { IssuerParts } from './parts.ts'
import { type Achievement, findAchievementById } from './records/achievements.ts'
import {
  advanceBatch,
  type Batch,
  beginBatch,
  findBatch,
  insertBatch,
  keepMapping,
  listAwardedAddresses,
  listMappings,
  type RowFailure,
  saveMapping,
} from './records/batches.ts'
import { listBatchRows } from './records/credentials.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'

/** The kind of job that issues one batch. */
export const BATCH_JOB = 'batch'

const batchPayload = z.object({ batch: z.string(), actor: z.string() })

/** So many rows are written down together, signed, and kept together. */
const CHUNK = 20

interface Upload {
  achievementId: string
  file: UploadedFile
  actor: string
}

/** Takes a file in. What cannot be read at all is refused now; its rows are looked at once their columns are known. */
export async function uploadResults(issuerId: string, upload: Upload, parts: IssuerParts): Promise<string> {
  const { db } = parts.storage
  if ((await findAchievementById(db, issuerId, upload.achievementId)) === undefined) {
    throw new PassportError('request.notFound', 'There is no such achievement here.')
  }
  const content = decodeCsv(upload.file.bytes)
  if (readCsv(content).rows.length === 0) {
    throw new PassportError('csv.malformed', 'The file has the names of columns and no rows below them.')
  }
  const fileName = upload.file.name.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'results.csv'
  const { achievementId, actor: createdBy } = upload
  return await insertBatch(db, { issuerId, achievementId, fileName, content, createdBy }, parts.now())
}

/** A batch with all that can be said of it. */
export interface OpenBatch {
  batch: Batch
  achievement: Achievement
  sheet: Sheet
  /** The rows, not in the sheet, whose person was erased since. */
  erased: number[]
  /** The mapping that was chosen, else a saved one that fits, else a guess. */
  mapping: Mapping
  savedAs: string | undefined
}

/** A batch of this issuer, or `request.notFound`. After 30 days the file is forgotten, and its sheet is empty. */
export async function openBatch(issuerId: string, id: string, { storage }: IssuerParts): Promise<OpenBatch> {
  const batch = await findBatch(storage.db, issuerId, id)
  const achievement = batch && (await findAchievementById(storage.db, issuerId, batch.achievementId))
  if (batch === undefined || achievement === undefined) {
    throw new PassportError('request.notFound', 'There is no such import here.')
  }
  const { sheet, erased } = partErased(batch.content === '' ? { columns: [], rows: [] } : readCsv(batch.content))
  const saved = (await listMappings(storage.db, issuerId)).find(({ mapping }) => fits(mapping, sheet.columns))
  return {
    batch,
    achievement,
    sheet,
    erased,
    mapping: batch.mapping ?? saved?.mapping ?? guessMapping(sheet.columns),
    savedAs: saved?.name,
  }
}

/** Says which column is what, and keeps that under a name for the next time. Throws `request.invalid`, `request.conflict`. */
export async function mapColumns(
  issuerId: string,
  id: string,
  { mapping, saveAs }: { mapping: Mapping; saveAs: string | undefined },
  parts: IssuerParts,
): Promise<void> {
  const { sheet } = await openBatch(issuerId, id, parts)
  const { columns } = mapping
  if (!fits(mapping, sheet.columns)) throw new PassportError('request.invalid', 'The file has no such column.')
  if (columns.name === undefined && (columns.givenName === undefined || columns.familyName === undefined)) {
    throw new PassportError(
      'request.invalid',
      'Choose the column with the full name, or those with first and last name.',
    )
  }
  if (columns.awardedOn === undefined && mapping.awardedOn === undefined) {
    throw new PassportError('request.invalid', 'Choose the column with the date, or give one date for all rows.')
  }
  if (!(await keepMapping(parts.storage.db, issuerId, id, mapping))) throw begunAlready()
  if (saveAs !== undefined) await saveMapping(parts.storage.db, issuerId, saveAs, mapping, parts.now())
}

/** Every row looked at, as it would be issued. */
export async function checkRows(
  { batch, achievement, sheet, mapping }: OpenBatch,
  { storage, now }: IssuerParts,
): Promise<Linted> {
  const alreadyAwarded = await listAwardedAddresses(storage.db, batch.issuerId, achievement.slug, batch.id)
  const today = now().toISOString().slice(0, 10)
  return lint(sheet, mapping, { grade: achievement.body.grade, today, alreadyAwarded })
}

/** Begins the issue of the good rows, in the background. It begins once, however often it is asked for. */
export async function startBatch(issuerId: string, id: string, actor: string, parts: IssuerParts): Promise<void> {
  const open = await openBatch(issuerId, id, parts)
  const { good } = await checkRows(open, parts)
  if (good.length === 0) throw new PassportError('request.invalid', 'There is no row that can be awarded.')
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    if (!(await beginBatch(together, issuerId, id, good.length))) throw begunAlready()
    await enqueueJob(
      together,
      { kind: BATCH_JOB, owner: issuerId, payload: { batch: id, actor }, total: good.length },
      now,
    )
    await appendAudit(together, { actor, action: 'batch.started', subject: id, detail: { rows: good.length } }, now)
  })
  parts.wake()
}

/**
 * Issues a batch row by row; begun again after a crash it goes on where it was, and no row is issued twice. When the
 * service stops it ends early, and the next start takes the batch up again.
 */
export function issueBatch(parts: IssuerParts, stopping: AbortSignal): JobHandler {
  return async ({ owner, payload }, progress) => {
    const { batch: id, actor } = batchPayload.parse(payload)
    const issuer = await getIssuer(parts.storage.db, owner)
    const open = await openBatch(owner, id, parts)
    const { good } = await checkRows(open, parts)
    const failures: RowFailure[] = []
    let done = 0
    for (let start = 0; start < good.length; start += CHUNK) {
      if (stopping.aborted) return { issued: done }
      const rows = good.slice(start, start + CHUNK)
      failures.push(...(await issueRows(rows, { issuer, open, actor }, parts)))
      done += rows.length
      await advanceBatch(parts.storage.db, owner, id, { done, failures })
      await progress(done, good.length)
      parts.wake()
    }
    await advanceBatch(parts.storage.db, owner, id, { done, failures, state: 'done' })
    return { issued: done - failures.length, failed: failures.length }
  }
}

async function issueRows(
  rows: readonly { row: number; recipient: Recipient }[],
  { issuer, open, actor }: { issuer: Issuer; open: OpenBatch; actor: string },
  parts: IssuerParts,
): Promise<RowFailure[]> {
  const { batch, achievement } = open
  const now = parts.now()
  const begun = await parts.storage.transaction(async (together) => {
    const numbers = rows.map(({ row }) => row)
    const before = new Map(
      (await listBatchRows(together, issuer.id, batch.id, numbers)).map((one) => [one.batch_row, one]),
    )
    const intents: { row: number; intent: Prepared }[] = []
    for (const { row, recipient } of rows) {
      const award = awardOf(achievement, recipient, { issuer, baseUrl: parts.config.baseUrl, now })
      const found = before.get(row)
      if (found?.state === 'issued') continue
      const fresh = { ...award, batch: { id: batch.id, row } }
      intents.push({ row, intent: found ?? (await intend(together, fresh, issuer, parts)) })
    }
    return intents
  })
  const failures: RowFailure[] = []
  const signed: { intent: Prepared; credential: JsonObject }[] = []
  for (const { row, intent } of begun) {
    try {
      signed.push({ intent, credential: await secure(intent.unsigned, issuer, parts) })
    } catch (error) {
      if (!(error instanceof PassportError)) throw error
      failures.push({ row, reason: error.message })
    }
  }
  await parts.storage.transaction(async (together) => {
    for (const { intent, credential } of signed) {
      await keep(together, intent, credential, { issuer, asked: { actor }, parts })
    }
  })
  return failures
}

/** Takes up batches that nobody is at work on: their service was stopped, or their job was given up. */
export async function resumeBatches({ storage, now }: IssuerParts): Promise<void> {
  const running = await storage.db
    .selectFrom('batch')
    .select(['id', 'issuer_id', 'created_by'])
    .where('state', '=', 'running')
    .where((batch) =>
      batch.not(
        batch.exists(
          batch
            .selectFrom('job')
            .select('job.id')
            .where('job.kind', '=', BATCH_JOB)
            .whereRef('job.owner', '=', 'batch.issuer_id')
            .where('job.state', 'in', ['queued', 'running']),
        ),
      ),
    )
    .execute()
  for (const { id, issuer_id: owner, created_by: actor } of running) {
    await enqueueJob(storage.db, { kind: BATCH_JOB, owner, payload: { batch: id, actor } }, now())
  }
}

const begunAlready = () => new PassportError('request.conflict', 'These rows are being awarded already, or have been.')
