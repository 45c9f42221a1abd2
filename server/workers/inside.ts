import { readlinkSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { keepCompiled } from '../compiled.ts'
import type { Begin, Done, FromWorker, Kept, ToWorker, WorkerStart } from './messages.ts'

/** Where a worker begins: it loads the module that does the work, and then does what it is sent. */

// Documents from outside cannot then reach every object's prototype by that name.
Reflect.deleteProperty(Object.prototype, '__proto__')
keepCompiled()

const { doneWith, errorOf } = await import('./messages.ts')
const { module, data, progress }: WorkerStart = workerData
const { begin }: { begin: Begin<unknown, unknown, unknown> } = await import(module)

/** More would finish together, late; fewer would wait for the network one after the other. */
const SIDE_BY_SIDE = 8

const asked = new Map<number, (done: Done) => void>()
let asks = 0
let kept = new Map<number, unknown>()

const post = (message: FromWorker) => parentPort?.postMessage(message)

const prepare = await begin({
  data,
  ask: (what, ...args) =>
    new Promise((resolve, reject) => {
      const id = asks++
      asked.set(id, (done) => ('fault' in done ? reject(errorOf(done.fault)) : resolve(done.value)))
      post({ kind: 'ask', id, what, args })
    }),
})

/** One lot after the other, in the order in which they come. */
let atWork = Promise.resolve()

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'work') {
    atWork = atWork.then(() => work(message))
    return
  }
  asked.get(message.id)?.(message.done)
  asked.delete(message.id)
})
post({ kind: 'ready', thread: ownThread() })

/** Only the thread itself can say which it is, to the system that is Linux. */
function ownThread(): string | undefined {
  try {
    return readlinkSync('/proc/thread-self')
  } catch {
    return undefined
  }
}

async function work({ jobs, setting, kept: sent }: Extract<ToWorker, { kind: 'work' }>): Promise<void> {
  kept = new Map(sent.map((one) => [one.id, contentOf(one)]))
  const doJob = prepare(setting, [...kept.values()])
  const results: Done[] = []
  const queue = jobs.entries()
  const worker = async () => {
    for (const [index, job] of queue) {
      results[index] = await doneWith(() => doJob(job))
      Atomics.add(progress, 0, 1)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  post({ kind: 'done', results })
}

function contentOf(one: Kept): unknown {
  return 'value' in one ? one.value : kept.get(one.id)
}
