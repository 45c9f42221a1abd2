import { sql } from 'kysely'
import { z } from 'zod'
import { SignedAlike } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import type { JobHandler } from '#server'
import { appendAudit, enqueueJob } from '#storage'
import { awardOf } from './award.ts'
import { CHECK_JOB, checkResults, readResults } from './check-results.ts'
import { type OpenBatch, openBatch } from './import-results.ts'
import { intend, keep, type Prepared, secure } from './issue.ts'
import type { IssuerParts } from './parts.ts'
import { type BatchRow, listRows, noteFailures } from './records/batch-rows.ts'
import { advanceBatch, beginBatch, findContent, listAwardedAddresses, type RowFailure } from './records/batches.ts'
import { failIntents, listBatchRows } from './records/credentials.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'
import { suspendedFor } from './suspended-for.ts'

/** The kind of job that issues one batch. */
export const BATCH_JOB = 'batch'

const batchPayload = z.object({ batch: z.string(), actor: z.string() })

/** So many rows are written down together, signed, and kept together. */
const CHUNK = 20

/** Begins the issue of the good rows, in the background. It begins once, however often it is asked for. */
export async function startBatch(issuerId: string, id: string, actor: string, parts: IssuerParts): Promise<void> {
  const { batch, achievement } = await openBatch(issuerId, id, parts)
  if (batch.state === 'checked' && batch.good === 0) {
    throw new PassportError('request.invalid', 'There is no row that can be awarded.')
  }
  const suspended = await suspendedFor(achievement, parts)
  if (suspended !== undefined) {
    throw new PassportError('award.suspended', `${suspended} The rows can be awarded when that is lifted.`)
  }
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const rows = await beginBatch(together, issuerId, id)
    if (rows === undefined) {
      throw new PassportError(
        'request.conflict',
        'These rows are not ready to be awarded, are being awarded already, or have been.',
      )
    }
    await enqueueJob(together, { kind: BATCH_JOB, owner: issuerId, payload: { batch: id, actor }, total: rows }, now)
    await appendAudit(together, { actor, action: 'batch.started', subject: id, detail: { rows } }, now)
  })
  parts.wake()
}

/**
 * Issues a batch row by row; begun again after a crash it goes on where it was, and no row is issued twice. When the
 * service stops it ends early, and the next start takes the batch up again.
 */
export function issueBatch(parts: IssuerParts, stopping: AbortSignal): JobHandler {
  return async ({ owner, payload }, progress) => {
    const { db } = parts.storage
    const { batch: id, actor } = batchPayload.parse(payload)
    const issuer = await getIssuer(db, owner)
    // A batch begun by a release that read the file again each time has no rows yet.
    if ((await findContent(db, { issuerId: owner, id })) !== '') {
      await readResults((await openBatch(owner, id, parts)).batch, parts, { progress, stopping })
      await checkResults((await openBatch(owner, id, parts)).batch, parts, { progress, stopping })
    }
    const open = await openBatch(owner, id, parts)
    const alike = new SignedAlike(parts.contexts)
    const failures: RowFailure[] = []
    let done = 0
    for (let after = 0; ; ) {
      const rows = await listRows(db, id, { of: 'good', after, limit: CHUNK })
      const last = rows.at(-1)
      if (last === undefined) break
      if (stopping.aborted) return { issued: done }
      failures.push(...(await issueRows(rows, { issuer, open, actor, alike }, parts)))
      after = last.row
      done += rows.length
      await advanceBatch(db, owner, id, { done, failures })
      await progress(done, open.batch.total)
      parts.wake()
    }
    await advanceBatch(db, owner, id, { done, failures, state: 'done' })
    return { issued: done - failures.length, failed: failures.length }
  }
}

async function issueRows(
  rows: readonly BatchRow[],
  { issuer, open, actor, alike }: { issuer: Issuer; open: OpenBatch; actor: string; alike: SignedAlike },
  parts: IssuerParts,
): Promise<RowFailure[]> {
  const { batch, achievement } = open
  const now = parts.now()
  const numbers = rows.map(({ row }) => row)
  const addresses = rows.flatMap(({ recipient }) => recipient?.email ?? [])
  const failures: RowFailure[] = []
  const begun = await parts.storage.transaction(async (together) => {
    const before = new Map(
      (await listBatchRows(together, issuer.id, batch.id, numbers)).map((one) => [one.batch_row, one]),
    )
    // Whoever got the award elsewhere since the rows were checked does not get it twice.
    const awarded = await listAwardedAddresses(together, batch, achievement.slug, addresses)
    const intents: { row: number; intent: Prepared }[] = []
    for (const { row, recipient } of rows) {
      const found = before.get(row)
      if (found?.state === 'issued' || recipient === null) continue
      if (found === undefined && recipient.email !== undefined && awarded.has(recipient.email)) {
        failures.push({ row, reason: 'This person has this award already' })
        continue
      }
      const award = awardOf(achievement, recipient, { issuer, baseUrl: parts.config.baseUrl, now })
      const fresh = { ...award, batch: { id: batch.id, row } }
      const intent = found ?? (await unlessSuspended(row, failures, () => intend(together, fresh, issuer, parts)))
      if (intent !== undefined) intents.push({ row, intent })
    }
    return intents
  })
  const signed: { row: number; intent: Prepared; credential: JsonObject }[] = []
  for (const { row, intent } of begun) {
    try {
      signed.push({ row, intent, credential: await secure(intent.unsigned, issuer, parts, { alike }) })
    } catch (error) {
      if (!(error instanceof PassportError)) throw error
      failures.push({ row, reason: error.message })
    }
  }
  await parts.storage.transaction(async (together) => {
    for (const { row, intent, credential } of signed) {
      const around = { issuer, asked: { actor }, parts }
      const kept = await unlessSuspended(row, failures, () => keep(together, intent, credential, around))
      if (kept === undefined) await failIntents(together, [intent.id])
    }
    await noteFailures(together, batch.id, numbers, failures)
  })
  return failures
}

/** What a row comes to; or, where what it depends on is suspended, undefined with that as the row's failure. */
async function unlessSuspended<T>(row: number, failures: RowFailure[], act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof PassportError) || error.code !== 'award.suspended') throw error
    failures.push({ row, reason: error.message })
    return undefined
  }
}

/** Takes up batches that nobody is at work on: their service was stopped, or their job was given up. */
export async function resumeBatches({ storage, now }: IssuerParts): Promise<void> {
  const idle = await storage.db
    .selectFrom('batch')
    .select(['id', 'issuer_id', 'created_by', 'state'])
    .where('state', 'in', ['uploaded', 'checking', 'running'])
    .where((batch) =>
      batch.not(
        batch.exists(
          batch
            .selectFrom('job')
            .select('job.id')
            .where('job.kind', 'in', [CHECK_JOB, BATCH_JOB])
            .whereRef('job.owner', '=', 'batch.issuer_id')
            .where(sql<boolean>`job.payload like '%' || batch.id || '%'`)
            .where('job.state', 'in', ['queued', 'running']),
        ),
      ),
    )
    .execute()
  for (const { id, issuer_id: owner, created_by: actor, state } of idle) {
    const kind = state === 'running' ? BATCH_JOB : CHECK_JOB
    await enqueueJob(storage.db, { kind, owner, payload: { batch: id, actor } }, now())
  }
}
