import { setImmediate as others } from 'node:timers/promises'
import { type Json, PassportError } from '#platform'
import type { Log } from './log.ts'
import { PROBLEMS } from './problem.ts'

/** A job in our hands until its lease ends. */
export interface LeasedJob {
  id: string
  kind: string
  owner: string
  payload: Json
  attempts: number
  leaseId: string
}

/** Where jobs wait. Every step but the first answers whether the job still was ours. */
export interface JobStore {
  lease(wanted: { kinds: readonly string[]; leaseSeconds: number }, now: Date): Promise<LeasedJob | undefined>
  progress(
    job: LeasedJob,
    progress: { done: number; total?: number; leaseSeconds: number },
    now: Date,
  ): Promise<boolean>
  finish(job: LeasedJob, result: Json, now: Date): Promise<boolean>
  fail(job: LeasedJob, error: string, now: Date): Promise<boolean>
  retry(job: LeasedJob, error: string, runAt: Date): Promise<boolean>
}

/**
 * Does one job. It may be called again for the same job after a crash, so what was done is looked up, not assumed.
 * `progress` throws once the job is no longer ours.
 */
export type JobHandler = (job: LeasedJob, progress: (done: number, total?: number) => Promise<void>) => Promise<Json>

export interface Jobs {
  start(): void
  /** Looks for work now instead of at the next turn. */
  wake(): void
  /** Takes no more jobs, and waits for the one that runs. */
  stop(): Promise<void>
}

const MAX_ATTEMPTS = 6
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 10 * 60_000

/** Does the jobs of these kinds, one after the other; what fails is tried again, each time later. */
export function createJobs({
  store,
  handlers,
  log,
  now = () => new Date(),
  pollMs = 1_000,
  leaseSeconds = 30,
}: {
  store: JobStore
  handlers: Readonly<Record<string, JobHandler>>
  log: Log
  now?: () => Date
  pollMs?: number
  leaseSeconds?: number
}): Jobs {
  const kinds = Object.keys(handlers)
  let stopped = false
  let isWoken = false
  let rouse: () => void = () => undefined
  let running: Promise<void> | undefined

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isWoken || stopped ? 0 : pollMs)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function runOne(): Promise<boolean> {
    isWoken = false
    const job = await store.lease({ kinds, leaseSeconds }, now())
    if (job === undefined) return false
    let last: { done: number; total?: number } = { done: 0 }
    const report = async (done: number, total?: number) => {
      last = { done, ...(total === undefined ? {} : { total }) }
      if (!(await store.progress(job, { ...last, leaseSeconds }, now()))) throw lost()
    }
    // A long step keeps its lease without saying anything new.
    const heartbeat = setInterval(
      () => {
        report(last.done, last.total).catch((error: unknown) => log.error('job.heartbeat', error, labelOf(job)))
      },
      (leaseSeconds * 1_000) / 3,
    )
    try {
      const result = (await handlers[job.kind]?.(job, report)) ?? null
      await store.finish(job, result, now())
      log.info('job.done', labelOf(job))
    } catch (error) {
      log.error('job.failed', error, labelOf(job))
      await settle(job, error)
    } finally {
      clearInterval(heartbeat)
    }
    return true
  }

  async function settle(job: LeasedJob, error: unknown): Promise<void> {
    const text = error instanceof PassportError ? `${error.code}: ${error.message}` : 'internal'
    if (job.attempts >= MAX_ATTEMPTS || isFinal(error)) await store.fail(job, text, now())
    else await store.retry(job, text, new Date(now().getTime() + retryDelay(job.attempts)))
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      try {
        if (await runOne()) {
          // A database within the process answers at once: nobody else would have a turn while there are jobs.
          await others()
          continue
        }
      } catch (error) {
        log.error('jobs.store', error)
      }
      if (!stopped) await pause()
    }
  }

  return {
    start() {
      running ??= loop()
    },
    wake() {
      isWoken = true
      rouse()
    },
    async stop() {
      stopped = true
      rouse()
      await running
    },
  }
}

/** One second after the first failure, then four times as long each time, at most ten minutes. */
function retryDelay(attempts: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 4 ** Math.max(0, attempts - 1))
}

/** Whether trying again cannot help, because what was asked is wrong. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof PassportError)) return false
  const [status] = PROBLEMS[error.code]
  return status >= 400 && status < 500 && status !== 424 && status !== 429
}

const labelOf = ({ id, kind, attempts }: LeasedJob) => ({ id, kind, attempt: attempts })

const lost = () => new PassportError('request.conflict', 'Another worker has taken over this job.')
