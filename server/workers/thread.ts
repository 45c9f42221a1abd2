import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type Done, doneWith, type FromWorker, type Kept, type ToWorker, type WorkerStart } from './messages.ts'

/** One job, or a lot of them, took more time of the processor than it is given; its worker was stopped. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget'
}

/** A lot that waited for the one before it, which ended the worker: nothing is known of it. */
export class NotBegun extends Error {
  override readonly name = 'NotBegun'
}

/** A lot that holds something no other thread can have. The worker is as good as before. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
}

/** What a lot of jobs comes with. */
export interface Surroundings {
  /** The same for all of them, and sent with each lot. */
  setting: unknown
  /** Large and seldom new, compared by identity: a thread is sent each once. */
  kept: readonly object[]
  /** Gets what a worker asks for. */
  answer: (what: string, args: readonly unknown[]) => Promise<unknown>
}

/** A worker that does one lot of jobs after the other. */
export interface Thread {
  /**
   * Throws `NotSent`; `OverBudget`, or what ended the worker, which is then good for nothing more. A lot that is given while another is at
   * work waits in the worker, and throws `NotBegun` where that other ends it.
   */
  work(jobs: readonly unknown[], surroundings: Surroundings): Promise<readonly Done[]>
  /** Ends it at once, whatever it does. */
  end(): Promise<void>
  /** Whether it is good for nothing more. */
  hasEnded(): boolean
}

export interface ThreadOptions {
  /** The module that does the work; it exports `begin`. */
  module: URL
  data: unknown
  /** How long one job may keep the processor busy, in milliseconds. Waiting for the network does not count. */
  budgetMs: number
  /** How much a worker may keep in memory, in MiB. */
  memoryMb: number
}

const LOOK_MS = 50

interface Given {
  surroundings: Surroundings
  resolve: (results: readonly Done[]) => void
  reject: (error: Error) => void
}

/** Starts a worker. What it is given before it is ready waits. */
export function startThread({ module, data, budgetMs, memoryMb }: ThreadOptions): Thread {
  const progress = new Int32Array(new SharedArrayBuffer(4))
  const start: WorkerStart = { module: module.href, data, progress }
  const worker = new Worker(new URL('./inside.ts', import.meta.url), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  })
  const ready = Promise.withResolvers<string | undefined>()
  const numbers = new Map<object, number>()
  let last = 0
  /** The first is at work, the others wait. */
  const given: Given[] = []
  let stopWatching = () => {}
  let isOver = false

  const post = (message: ToWorker) => worker.postMessage(message)
  const rest = () => {
    stopWatching()
    worker.unref()
  }
  const fail = (error: Error) => {
    ready.reject(error)
    const [atWork, ...waiting] = given.splice(0)
    atWork?.reject(error)
    for (const one of waiting) one.reject(new NotBegun('The worker ended before this was begun.'))
    rest()
  }
  // Somebody waits for it only while there is work.
  ready.promise.catch(() => undefined)
  worker.unref()
  worker.on('error', (error) =>
    fail(isOutOfMemory(error) ? new OverBudget('It took too much memory.') : toError(error)),
  )
  worker.on('exit', () => {
    isOver = true
    fail(new Error('The worker has ended.'))
  })
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') ready.resolve(message.thread)
    else if (message.kind === 'ask') void answer(message)
    else {
      given.shift()?.resolve(message.results)
      if (given.length === 0) rest()
    }
  })

  async function answer({ id, what, args }: Extract<FromWorker, { kind: 'ask' }>): Promise<void> {
    const [atWork] = given
    if (atWork === undefined) return
    const { surroundings } = atWork
    const done = await doneWith(() => surroundings.answer(what, args))
    post({ kind: 'answer', id, done })
  }

  function stop(): void {
    fail(new OverBudget('It took too much time.'))
    void worker.terminate()
  }

  /** What the worker does not have yet goes with its number, the rest by the number alone. */
  function numbered(kept: readonly object[]): Kept[] {
    const sent = kept.map((value): Kept => {
      const known = numbers.get(value)
      if (known !== undefined) return { id: known }
      last += 1
      numbers.set(value, last)
      return { id: last, value }
    })
    for (const value of numbers.keys()) if (!kept.includes(value)) numbers.delete(value)
    return sent
  }

  return {
    async work(jobs, surroundings) {
      worker.ref()
      const thread = await ready.promise
      try {
        post({ kind: 'work', jobs, setting: surroundings.setting, kept: numbered(surroundings.kept) })
      } catch (cause) {
        numbers.clear()
        if (given.length === 0) rest()
        throw new NotSent('It cannot be sent to a worker.', { cause })
      }
      const { promise, resolve, reject } = Promise.withResolvers<readonly Done[]>()
      given.push({ surroundings, resolve, reject })
      if (given.length === 1) stopWatching = watch(() => spent(worker, thread), progress, budgetMs, stop)
      worker.ref()
      return promise
    },
    async end() {
      await worker.terminate()
    },
    hasEnded: () => isOver,
  }
}

/** Looks now and then whether the worker gets on, and calls out where it was busy for too long with nothing done. */
function watch(clock: () => Spent, progress: Int32Array, budgetMs: number, callOut: () => void): () => void {
  let done = Atomics.load(progress, 0)
  let since = clock()
  const timer = setInterval(() => {
    const now = clock()
    const doneNow = Atomics.load(progress, 0)
    // Busy is also who waits for a processor that others have.
    const busy = Math.min(now.busy - since.busy, now.processor - since.processor)
    if (doneNow === done && busy > budgetMs) callOut()
    if (doneNow === done) return
    done = doneNow
    since = now
  }, LOOK_MS)
  return () => clearInterval(timer)
}

interface Spent {
  /** Milliseconds in which it did not wait for a message. */
  busy: number
  /** Milliseconds of the processor; those of the whole process where the system does not tell of one thread. */
  processor: number
}

function spent(worker: Worker, thread: string | undefined): Spent {
  return { busy: worker.performance.eventLoopUtilization().active, processor: processorTimeOf(thread) }
}

function processorTimeOf(thread: string | undefined): number {
  try {
    if (thread !== undefined) return Number.parseInt(readFileSync(`/proc/${thread}/schedstat`, 'utf8'), 10) / 1e6
  } catch {
    // It has ended, or its figures are kept from us.
  }
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
