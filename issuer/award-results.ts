import { sql } from 'kysely'
import { z } from 'zod'
import { SignedAlike } from '#credential'
import { PassportError } from '#platform'
import type { JobHandler } from '#server'
import { appendAudit, enqueueJob, makeKindDue } from '#storage'
import { awardOf } from './award.ts'
import { CHECK_JOB, checkResults, readResults } from './check-results.ts'
import { MAIL_JOB } from './claim-mail.ts'
import { type OpenBatch, openBatch } from './import-results.ts'
import { intendAll, type Prepared } from './intend.ts'
import { keepAll, type Signed } from './keep.ts'
import type { IssuerParts } from './parts.ts'
import { type BatchRow, listRows, noteFailures } from './records/batch-rows.ts'
import { advanceBatch, beginBatch, findContent, listAwardedAddresses, type RowFailure } from './records/batches.ts'
import { failIntents, listBatchRows } from './records/credentials.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'
import { secureAll } from './secure.ts'
import { suspendedFor } from './suspended-for.ts'

/** The kind of job that issues one batch. */
export const BATCH_JOB = 'batch'

const batchPayload = z.object({ batch: z.string(), actor: z.string() })

/** So many rows are written down together, signed, and kept together. */
const CHUNK = 200

/** The messages of a batch go when it is done, so that they do not hold it up; or after so long, if it takes longer. */
const MAIL_WAIT_MS = 60_000

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
    }
    await parts.storage.transaction(async (together) => {
      await advanceBatch(together, owner, id, { done, failures, state: 'done' })
      await makeKindDue(together, owner, MAIL_JOB, parts.now())
    })
    parts.wake()
    return { issued: done - failures.length, failed: failures.length }
  }
}

interface Under {
  issuer: Issuer
  open: OpenBatch
  actor: string
  alike: SignedAlike
}

/** What was written down for a row. */
interface Begun {
  row: number
  intent: Prepared
}

async function issueRows(rows: readonly BatchRow[], under: Under, parts: IssuerParts): Promise<RowFailure[]> {
  const { issuer, open, actor, alike } = under
  const { begun, failures } = await beginRows(rows, under, parts)
  const intents = begun.map(({ intent }) => intent)
  const secured = await secureAll(intents, issuer, parts, alike)
  const signed: Signed[] = []
  for (const { row, intent } of begun) {
    const came = secured.get(intent.id)
    if (came instanceof PassportError) failures.push({ row, reason: came.message })
    else if (came !== undefined) signed.push({ intent, credential: came })
  }
  const sendAt = new Date(parts.now().getTime() + MAIL_WAIT_MS)
  await parts.storage.transaction(async (together) => {
    const { kept, refused } = await keepAll(together, signed, { issuer, asked: { actor, sendAt }, parts })
    for (const { row, intent } of begun) {
      const refusal = refused.get(intent.id)
      if (refusal !== undefined) failures.push({ row, reason: refusal.message })
    }
    const without = signed.flatMap(({ intent: { id } }) => (kept.has(id) ? [] : [id]))
    await failIntents(together, without)
    const numbers = rows.map(({ row }) => row)
    await noteFailures(together, open.batch.id, numbers, failures)
  })
  return failures
}

/** Writes down what is to be signed for those rows that have no award yet; and why nothing is for others. */
async function beginRows(
  rows: readonly BatchRow[],
  { issuer, open }: Under,
  parts: IssuerParts,
): Promise<{ begun: Begun[]; failures: RowFailure[] }> {
  const { batch, achievement } = open
  const now = parts.now()
  const numbers = rows.map(({ row }) => row)
  const addresses = rows.flatMap(({ recipient }) => recipient?.email ?? [])
  const failures: RowFailure[] = []
  const begun: Begun[] = []
  await parts.storage.transaction(async (together) => {
    const found = await listBatchRows(together, issuer.id, batch.id, numbers)
    const before = new Map(found.map((one) => [one.batch_row, one]))
    // Whoever got the award elsewhere since the rows were checked does not get it twice.
    const awarded = await listAwardedAddresses(together, batch, achievement.slug, addresses)
    const fresh: { row: number; award: ReturnType<typeof awardOf> }[] = []
    for (const { row, recipient } of rows) {
      const intent = before.get(row)
      if (intent?.state === 'issued' || recipient === null) continue
      if (intent !== undefined) {
        begun.push({ row, intent })
      } else if (recipient.email !== undefined && awarded.has(recipient.email)) {
        failures.push({ row, reason: 'This person has this award already' })
      } else {
        const award = awardOf(achievement, recipient, { issuer, baseUrl: parts.config.baseUrl, now })
        fresh.push({ row, award: { ...award, batch: { id: batch.id, row } } })
      }
    }
    const awards = fresh.map(({ award }) => award)
    for (const [at, intent] of (await intendAll(together, awards, issuer, parts)).entries()) {
      const row = fresh[at]?.row ?? 0
      if (intent instanceof PassportError) failures.push({ row, reason: intent.message })
      else begun.push({ row, intent })
    }
  })
  return { begun, failures }
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
