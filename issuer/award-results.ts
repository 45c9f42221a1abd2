import { sql } from 'kysely'
import { z } from 'zod'
import { SignedAlike } from '#credential'
import { PassportError } from '#platform'
import type { JobHandler } from '#server'
import { appendAudit, enqueueJob, makeKindDue } from '#storage'
import { type BegunRows, beginRows, keepRows } from './award-rows.ts'
import { checkBeside, checkHere } from './check-holds.ts'
import { CHECK_JOB, checkResults, readResults } from './check-results.ts'
import { MAIL_JOB } from './claim-mail.ts'
import { openBatch } from './import-results.ts'
import type { IssuerParts } from './parts.ts'
import { type BatchRow, eachRows } from './records/batch-rows.ts'
import { advanceBatch, beginBatch, findContent, type RowFailure } from './records/batches.ts'
import { getIssuer } from './records/issuers.ts'
import { secureAll } from './secure.ts'
import { suspendedFor } from './suspended-for.ts'

/** The kind of job that issues one batch. */
export const BATCH_JOB = 'batch'

const batchPayload = z.object({ batch: z.string(), actor: z.string() })

/** So many rows are written down together, signed, verified, and kept together. */
const CHUNK = 200

/** With more rows than that, verifying them in workers saves more time than it takes to start these. */
const LARGE = 1_000

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
    const under = { issuer, open, actor }
    const check = open.batch.total > LARGE ? checkBeside(parts.config.extraContexts) : checkHere(parts.contexts)
    const alike = { alike: new SignedAlike(parts.contexts), check }
    const failures: RowFailure[] = []
    let done = 0
    const keepAfter = async (before: Promise<void>, rows: readonly BatchRow[], begun: BegunRows) => {
      const [secured] = await Promise.all([secureAll(begun.intents, issuer, parts, alike), before])
      failures.push(...begun.failures, ...(await keepRows(rows, begun, secured, under, parts)))
      done += rows.length
      await advanceBatch(db, owner, id, { done, failures })
      await progress(done, open.batch.total)
    }
    let keeping = Promise.resolve()
    try {
      // While some rows are verified and kept, the next are written down and signed.
      for await (const rows of eachRows(db, id, { of: 'good', limit: CHUNK })) {
        if (stopping.aborted) break
        const next = keepAfter(keeping, rows, await beginRows(rows, under, parts))
        // What goes wrong there is met where it is waited for.
        next.catch(() => undefined)
        await keeping
        keeping = next
      }
      await keeping
    } finally {
      await check.close()
    }
    if (stopping.aborted) return { issued: done }
    await parts.storage.transaction(async (together) => {
      await advanceBatch(together, owner, id, { done, failures, state: 'done' })
      await makeKindDue(together, owner, MAIL_JOB, parts.now())
    })
    parts.wake()
    return { issued: done - failures.length, failed: failures.length }
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
