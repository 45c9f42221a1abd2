import { type Json, parseJson, uuid } from '#platform'
import type { Storage } from './open.ts'
import type { Queries } from './schema/database.ts'
import type { JobState, JobTable } from './schema/every-service.ts'

/** A piece of long work, and how far it is. */
export interface Job {
  id: string
  kind: string
  owner: string
  payload: Json
  state: JobState
  done: number
  total: number
  attempts: number
  result: Json
  error: string | null
  createdAt: string
  finishedAt: string | null
}

/** A job in the hands of one worker, until the lease ends. Each step names the lease, so a late worker changes nothing. */
export interface LeasedJob extends Job {
  leaseId: string
}

/** A piece of work to be done; at once unless a time is stated. */
export interface NewJob {
  kind: string
  owner: string
  payload: Json
  total?: number | undefined
  runAt?: Date | undefined
}

/** Puts a job in the queue, in the transaction of what it belongs to. */
export async function enqueueJob(db: Queries, job: NewJob, now: Date): Promise<string> {
  const row = rowOf(job, now)
  await db.insertInto('job').values(row).execute()
  return row.id
}

/** The same for many, in one statement. */
export async function enqueueJobs(db: Queries, jobs: readonly NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return
  await db
    .insertInto('job')
    .values(jobs.map((job) => rowOf(job, now)))
    .execute()
}

function rowOf(job: NewJob, now: Date): JobTable {
  return {
    id: uuid(),
    kind: job.kind,
    owner: job.owner,
    payload: JSON.stringify(job.payload),
    state: 'queued',
    progress_done: 0,
    progress_total: job.total ?? 0,
    run_at: (job.runAt ?? now).toISOString(),
    lease_id: null,
    leased_until: null,
    attempts: 0,
    result: null,
    error: null,
    created_at: now.toISOString(),
    finished_at: null,
  }
}

/** Makes a job due now that was put in the queue for later, when what it works on is whole. */
export async function makeDue(db: Queries, owner: string, id: string, now: Date): Promise<void> {
  await db
    .updateTable('job')
    .set({ run_at: now.toISOString() })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', '=', 'queued')
    .execute()
}

/** Makes all jobs of a kind due now that an owner has in the queue for later. */
export async function makeKindDue(db: Queries, owner: string, kind: string, now: Date): Promise<void> {
  const time = now.toISOString()
  await db
    .updateTable('job')
    .set({ run_at: time })
    .where('kind', '=', kind)
    .where('owner', '=', owner)
    .where('state', '=', 'queued')
    .where('run_at', '>', time)
    .execute()
}

/** Takes the job that has waited longest of these kinds, or one whose worker went away. Two workers never get the same. */
export async function leaseJob(
  storage: Storage,
  { kinds, leaseSeconds }: { kinds: readonly string[]; leaseSeconds: number },
  now: Date,
): Promise<LeasedJob | undefined> {
  if (kinds.length === 0) return undefined
  const time = now.toISOString()
  const leaseId = uuid()
  const row = await storage.db
    .updateTable('job')
    .set((column) => ({
      state: 'running',
      lease_id: leaseId,
      leased_until: after(now, leaseSeconds),
      attempts: column('attempts', '+', 1),
    }))
    .where('id', '=', (inner) => {
      const due = inner
        .selectFrom('job')
        .select('id')
        .where('kind', 'in', kinds)
        .where((row) =>
          row.or([
            row.and([row('state', '=', 'queued'), row('run_at', '<=', time)]),
            row.and([row('state', '=', 'running'), row('leased_until', '<=', time)]),
          ]),
        )
        .orderBy('run_at')
        .limit(1)
      return storage.engine === 'postgresql' ? due.forUpdate().skipLocked() : due
    })
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : { ...jobOf(row), leaseId }
}

/** Says how far a job is, and keeps its lease. Answers whether the job is still this worker's. */
export async function reportProgress(
  db: Queries,
  { id, leaseId }: Pick<LeasedJob, 'id' | 'leaseId'>,
  progress: { done: number; total?: number; leaseSeconds: number },
  now: Date,
): Promise<boolean> {
  const { done, total, leaseSeconds } = progress
  const changes = {
    progress_done: done,
    leased_until: after(now, leaseSeconds),
    ...(total === undefined ? {} : { progress_total: total }),
  }
  return await change(db, id, leaseId, changes)
}

/** Ends a job well. Answers whether it still was this worker's. */
export async function finishJob(
  db: Queries,
  { id, leaseId }: Pick<LeasedJob, 'id' | 'leaseId'>,
  result: Json,
  now: Date,
): Promise<boolean> {
  const changes = {
    state: 'done',
    result: JSON.stringify(result),
    error: null,
    finished_at: now.toISOString(),
  } as const
  return await change(db, id, leaseId, { ...changes, ...RELEASED })
}

/** Ends a job badly, for good. The error is a code and a sentence, not a stack. */
export async function failJob(
  db: Queries,
  { id, leaseId }: Pick<LeasedJob, 'id' | 'leaseId'>,
  error: string,
  now: Date,
): Promise<boolean> {
  return await change(db, id, leaseId, { state: 'failed', error, finished_at: now.toISOString(), ...RELEASED })
}

/** Puts a job back, to be tried again at a time. */
export async function retryJob(
  db: Queries,
  { id, leaseId }: Pick<LeasedJob, 'id' | 'leaseId'>,
  error: string,
  runAt: Date,
): Promise<boolean> {
  return await change(db, id, leaseId, { state: 'queued', error, run_at: runAt.toISOString(), ...RELEASED })
}

/** A job of this owner; another's is not found. */
export async function findJob(db: Queries, owner: string, id: string): Promise<Job | undefined> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).where('owner', '=', owner).executeTakeFirst()
  return row === undefined ? undefined : jobOf(row)
}

/** The jobs of this owner of one kind, the newest first. */
export async function listJobs(db: Queries, owner: string, kind: string): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map(jobOf)
}

/** Forgets a job of this owner that has ended. Answers whether there was one. */
export async function forgetJob(db: Queries, owner: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('job')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', 'in', ['done', 'failed'])
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Forgets jobs that ended before a time, all or those of one kind. */
export async function sweepJobs(db: Queries, before: Date, kind?: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('job')
    .where('finished_at', '<', before.toISOString())
    .$if(kind !== undefined, (those) => those.where('kind', '=', kind ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const RELEASED = { lease_id: null, leased_until: null }

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString()

async function change(db: Queries, id: string, leaseId: string, changes: Partial<JobTable>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set(changes)
    .where('id', '=', id)
    .where('lease_id', '=', leaseId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function jobOf(row: JobTable): Job {
  return {
    id: row.id,
    kind: row.kind,
    owner: row.owner,
    payload: parseJson(row.payload),
    state: row.state,
    done: row.progress_done,
    total: row.progress_total,
    attempts: row.attempts,
    result: row.result === null ? null : parseJson(row.result),
    error: row.error,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}
