import { availableParallelism } from 'node:os'
import { type Done, errorOf } from './messages.ts'
import {
  NotBegun,
  NotSent,
  OverBudget,
  type Surroundings,
  startThread,
  type Thread,
  type ThreadOptions,
} from './thread.ts'

/** What came of one job. The error is `OverBudget` where the job took more than it is given. */
export type JobResult<Result> = { value: Result } | { error: Error }

/** Workers that share out jobs which keep a processor busy. */
export interface WorkerPool<Job, Result> {
  /** Does all jobs, and answers for each in order. It never throws: what went wrong is in the answers. */
  run(jobs: readonly Job[], surroundings: Surroundings): Promise<JobResult<Result>[]>
  /** Ends all workers. What they had not done fails. */
  close(): Promise<void>
}

export interface PoolOptions extends Pick<ThreadOptions, 'module' | 'data'> {
  /** How many workers there may be; one for each processor unless stated. */
  size?: number
  budgetMs?: number
  memoryMb?: number
}

/** How many jobs go to a worker in one message: sent one by one, each takes as long again. */
const LOT = 32
/** Each worker gets several lots, so that none waits long for the last of them. */
const LOTS_EACH = 4
/** How many lots of a batch a worker has that no other batch waits for: while it does one, the next is there already. */
const AT_HAND = 2
/** How many jobs of one batch may be stopped before the rest of it is left. */
const MAX_STOPPED = 4
const IDLE_MS = 30_000
const BUDGET_MS = 500
const MEMORY_MB = 256

/** Some jobs of a batch, and the place of the first of them. */
interface Lot {
  from: number
  jobs: readonly unknown[]
}

/** It waits as long as it has lots that no worker has. */
interface Batch {
  lots: Lot[]
  surroundings: Surroundings
  settle: (place: number, result: JobResult<unknown>) => void
  stopped: number
}

/**
 * A pool of workers. They start when there is work, and end when there has been none for a while. Batches take turns, lot
 * by lot, so that a long one keeps no other waiting. A job that takes too much is stopped with its worker; those that were
 * sent with it are done again by another, each by itself.
 */
export function createPool<Job, Result>(options: PoolOptions): WorkerPool<Job, Result> {
  const { size = availableParallelism(), budgetMs = BUDGET_MS, memoryMb = MEMORY_MB, module, data } = options
  const waiting: Batch[] = []
  /** Of which batches each thread has lots. */
  const threads = new Map<Thread, Batch[]>()
  let isClosed = false
  let resting: NodeJS.Timeout | undefined

  function handOut(): void {
    clearTimeout(resting)
    for (let [batch] = waiting; batch !== undefined; [batch] = waiting) {
      const thread = freest(batch)
      if (thread === undefined) return
      waiting.shift()
      const lot = batch.lots.shift()
      if (batch.lots.length > 0) waiting.push(batch)
      if (lot !== undefined) void give(lot, batch, thread)
    }
    if ([...threads.values()].every((lots) => lots.length === 0))
      resting = setTimeout(() => void endAll(), IDLE_MS).unref()
  }

  /** A thread with nothing to do; for a batch that has the workers to itself, also one that does a lot of it. */
  function freest(batch: Batch): Thread | undefined {
    for (const thread of threads.keys()) if (thread.hasEnded()) threads.delete(thread)
    const having = (what: (lots: readonly Batch[]) => boolean) => [...threads].find(([, lots]) => what(lots))?.[0]
    const idle = having((lots) => lots.length === 0)
    if (idle !== undefined) return idle
    if (threads.size < size) {
      const thread = startThread({ module, data, budgetMs, memoryMb })
      threads.set(thread, [])
      return thread
    }
    if (waiting.length > 1) return undefined
    return having((lots) => lots.length < AT_HAND && lots.every((one) => one === batch))
  }

  async function give(lot: Lot, batch: Batch, thread: Thread): Promise<void> {
    const lots = threads.get(thread) ?? []
    lots.push(batch)
    try {
      const results = await thread.work(lot.jobs, batch.surroundings)
      for (const [index, done] of results.entries()) batch.settle(lot.from + index, resultOf(done))
    } catch (error) {
      if (!(error instanceof NotSent)) {
        threads.delete(thread)
        void thread.end()
      }
      goOnWithout(lot, batch, error instanceof Error ? error : new Error(String(error)))
    }
    lots.splice(lots.indexOf(batch), 1)
    handOut()
  }

  /** Which of several jobs ended the worker is not known: each is tried by itself. */
  function goOnWithout(lot: Lot, batch: Batch, error: Error): void {
    const isUntouched = error instanceof NotBegun
    if ((isUntouched || lot.jobs.length > 1) && !isClosed) {
      const each = lot.jobs.map((job, index) => ({ from: lot.from + index, jobs: [job] }))
      batch.lots.push(...(isUntouched ? [lot] : each))
      if (!waiting.includes(batch)) waiting.push(batch)
      return
    }
    fail(lot, batch, error)
    batch.stopped += 1
    if (batch.stopped >= MAX_STOPPED) leave(batch, new OverBudget('Too much of the batch took too much time.'))
  }

  function leave(batch: Batch, error: Error): void {
    for (const lot of batch.lots.splice(0)) fail(lot, batch, error)
    if (waiting.includes(batch)) waiting.splice(waiting.indexOf(batch), 1)
  }

  async function endAll(): Promise<void> {
    const ending = [...threads.keys()]
    threads.clear()
    await Promise.all(ending.map((thread) => thread.end()))
  }

  return {
    run(jobs, surroundings) {
      const { promise, resolve } = Promise.withResolvers<JobResult<Result>[]>()
      const results: JobResult<Result>[] = []
      let left = jobs.length
      const settle = (place: number, result: JobResult<unknown>) => {
        results[place] = result as JobResult<Result>
        left -= 1
        if (left === 0) resolve(results)
      }
      const batch: Batch = { lots: lotsOf(jobs, size), surroundings, settle, stopped: 0 }
      if (isClosed) leave(batch, closed())
      else if (jobs.length > 0) waiting.push(batch)
      if (jobs.length === 0) resolve([])
      handOut()
      return promise
    },
    async close() {
      isClosed = true
      for (const batch of [...waiting]) leave(batch, closed())
      clearTimeout(resting)
      await endAll()
    },
  }
}

const closed = () => new Error('The workers have been ended.')

function fail({ from, jobs }: Lot, batch: Batch, error: Error): void {
  for (const index of jobs.keys()) batch.settle(from + index, { error })
}

function lotsOf(jobs: readonly unknown[], size: number): Lot[] {
  const length = Math.min(LOT, Math.ceil(jobs.length / (size * LOTS_EACH)))
  return Array.from({ length: jobs.length === 0 ? 0 : Math.ceil(jobs.length / length) }, (_, index) => {
    const from = index * length
    return { from, jobs: jobs.slice(from, from + length) }
  })
}

const resultOf = (done: Done): JobResult<unknown> =>
  'fault' in done ? { error: errorOf(done.fault) } : { value: done.value }
