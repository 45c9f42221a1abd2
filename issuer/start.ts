import { createJobs, listen } from '#server'
import { storesOf } from '#storage'
import { createApp } from './app.ts'
import { BATCH_JOB, issueBatch, resumeBatches } from './award-results.ts'
import { CASCADE_JOB, carryOut, resumeCascades } from './cascade.ts'
import { CHECK_JOB, checkBatch } from './check-results.ts'
import { MAIL_JOB, sendMail } from './claim-mail.ts'
import { readConfig } from './config.ts'
import { checkLogs, signCheckpoints } from './issue-log.ts'
import { type IssuerParts, openParts } from './parts.ts'
import { settleUnfinished } from './settle.ts'
import { sweep } from './sweep.ts'
import { resumeTracing, TRACE_JOB, traceOlder } from './trace-dependencies.ts'

export interface RunningIssuer {
  /** The service's own address, as its settings say it. */
  url: string
  parts: IssuerParts
  /** Lets what runs finish, then closes everything. */
  stop(): Promise<void>
}

const SWEEP_MS = 60 * 60_000
/** What is issued within one second comes under one checkpoint. */
const CHECKPOINT_MS = 1_000

/** Settings → parts → listening. What a crash left is settled before the first request is taken. */
export async function startIssuer(
  environment: Readonly<Record<string, string | undefined>>,
  options: { memory?: boolean } = {},
): Promise<RunningIssuer> {
  const config = readConfig(environment)
  const parts = await openParts(config, options)
  try {
    await settleUnfinished(parts)
    const store = storesOf(parts.storage).jobs
    await resumeBatches(parts)
    await resumeTracing(parts)
    await resumeCascades(parts)
    const stopping = new AbortController()
    const common = { store, log: parts.log, now: parts.now }
    // Queues of their own, so that nobody waits for a message, a suspension or a look at their file until a batch of thousands
    // is done.
    const queues = [
      createJobs({ ...common, handlers: { [MAIL_JOB]: sendMail(parts) } }),
      createJobs({ ...common, handlers: { [CHECK_JOB]: checkBatch(parts, stopping.signal) } }),
      createJobs({ ...common, handlers: { [BATCH_JOB]: issueBatch(parts, stopping.signal) } }),
      createJobs({
        ...common,
        handlers: { [TRACE_JOB]: traceOlder(parts, stopping.signal), [CASCADE_JOB]: carryOut(parts, stopping.signal) },
      }),
    ]
    parts.wake = () => {
      for (const queue of queues) queue.wake()
    }
    const listening = await listen(await createApp(parts), config)
    for (const queue of queues) queue.start()
    const checking = checkLogs(parts)
    const checkpoints = everySoOften(() => checking.then(() => signCheckpoints(parts)), CHECKPOINT_MS)
    const sweeping = setInterval(() => void sweep(parts), SWEEP_MS)
    parts.log.info('listening', { port: listening.port })
    return {
      url: config.baseUrl,
      parts,
      async stop() {
        clearInterval(sweeping)
        stopping.abort()
        await listening.stop()
        await Promise.all(queues.map((queue) => queue.stop()))
        await checkpoints.stop()
        await parts.close()
      },
    }
  } catch (error) {
    await parts.close()
    throw error
  }
}

/** Does something again and again, never twice at once; when it stops, once more. */
function everySoOften(work: () => Promise<void>, intervalMs: number): { stop(): Promise<void> } {
  let running = Promise.resolve()
  let isBusy = false
  const run = () => {
    if (isBusy) return
    isBusy = true
    running = work().finally(() => {
      isBusy = false
    })
  }
  const timer = setInterval(run, intervalMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
      await work()
    },
  }
}
