import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { SerializableError, Test, TestResult } from '@jest/test-result'

/** What is used of jest's configuration. */
export interface GlobalConfig {
  maxWorkers: number
  noStackTrace: boolean
  expand?: boolean
  testNamePattern?: string
  testTimeout?: number
}

/** A test file to run. */
export interface Order {
  path: string
  config: Test['context']['config']
  globalConfig: GlobalConfig
}

/** What a worker answers to each order. */
export type Outcome = { result: TestResult } | { error: SerializableError }

type OnStart = (test: Test) => Promise<void>
type OnResult = (test: Test, result: TestResult) => Promise<void>
type OnFailure = (test: Test, error: SerializableError) => Promise<void>

/**
 * Runs jest's test files in plain Node processes, one after another in each, as many at once as `maxWorkers` says. Jest's
 * own runner gives each file a context of its own and loads every module anew in it, without Node's compile cache: that
 * was a third of the whole run. Here modules are loaded once a process, by Node itself, and so are PostgreSQL and the
 * browser. See `docs/testing.md` for what that asks of a test.
 */
export default class PlainRunner {
  readonly supportsEventEmitters = false
  readonly #globalConfig: GlobalConfig

  constructor(globalConfig: GlobalConfig) {
    this.#globalConfig = globalConfig
  }

  async runTests(tests: Test[], _watcher: unknown, onStart: OnStart, onResult: OnResult, onFailure: OnFailure) {
    const waiting = [...tests]
    const runSome = async () => {
      let worker: Worker | undefined
      for (let test = waiting.shift(); test; test = waiting.shift()) {
        worker ??= new Worker()
        await onStart(test)
        const order = { path: test.path, config: test.context.config, globalConfig: this.#globalConfig }
        const outcome = await worker.run(order)
        if ('result' in outcome) await onResult(test, outcome.result)
        else await onFailure(test, outcome.error)
        if (!worker.isAlive) worker = undefined
      }
      await worker?.stop()
    }
    await Promise.all(Array.from({ length: this.#globalConfig.maxWorkers }, runSome))
  }
}

class Worker {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'worker.ts'), { serialization: 'advanced' })
  isAlive = true

  /** One at a time. A process that dies gives an error for its file, and is not to be used again. */
  run(order: Order): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const died = (code: number | null, signal: string | null) => {
      this.isAlive = false
      const message = `The process that ran this file ended: ${signal ?? `exit ${code}`}.`
      resolve({ error: { message, stack: message } })
    }
    this.#child.once('exit', died)
    this.#child.once('message', (outcome: Outcome) => {
      this.#child.off('exit', died)
      resolve(outcome)
    })
    this.#child.send(order)
    return promise
  }

  /** The worker ends what its tests shared, then itself. */
  async stop(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#child.once('exit', () => resolve())
    this.#child.disconnect()
    await promise
  }
}
