import { setImmediate as others } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { type Json, PassportError } from '#platform'
import { createJobs, type JobStore, type LeasedJob } from '#server'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A queue in memory that notes each step. */
function memoryQueue(...kinds: string[]) {
  const waiting = kinds.map(
    (kind, at): LeasedJob => ({ id: `j${at}`, kind, owner: 'o', payload: at, attempts: 1, leaseId: `l${at}` }),
  )
  const steps: string[] = []
  const delays: number[] = []
  let note: () => void = () => undefined
  const noted = new Promise<void>((resolve) => {
    note = () => {
      if (steps.filter((step) => !step.includes('progress')).length >= kinds.length) resolve()
    }
  })
  const say = (step: string) => {
    steps.push(step)
    note()
    return Promise.resolve(true)
  }
  const store: JobStore = {
    lease: async () => waiting.shift(),
    progress: (job, { done, total }) => say(`${job.id} progress ${done}/${total}`),
    finish: (job, result) => say(`${job.id} finished ${JSON.stringify(result)}`),
    fail: (job, error) => say(`${job.id} failed ${error}`),
    retry: (job, error, runAt) => {
      delays.push(runAt.getTime())
      return say(`${job.id} again ${error}`)
    },
  }
  return { store, steps, delays, waiting, allSettled: noted }
}

const now = () => new Date(0)

test('does the jobs in order and says how far it is', async () => {
  const { store, steps, allSettled } = memoryQueue('count', 'count')
  const count = async (
    { payload }: LeasedJob,
    progress: (done: number, total?: number) => Promise<void>,
  ): Promise<Json> => {
    await progress(1, 2)
    return payload
  }
  const jobs = createJobs({ store, handlers: { count }, log: silent, pollMs: 5, now })
  jobs.start()
  await allSettled
  await jobs.stop()
  expect(steps).toEqual(['j0 progress 1/2', 'j0 finished 0', 'j1 progress 1/2', 'j1 finished 1'])
})

test('between two jobs others have their turn, even where the store answers at once', async () => {
  const { store, steps, allSettled } = memoryQueue(...Array.from({ length: 100 }, () => 'quick'))
  const jobs = createJobs({ store, handlers: { quick: async () => null }, log: silent, pollMs: 5, now })
  jobs.start()
  let turns = 0
  while (steps.length < 100) {
    await others()
    turns++
  }
  await allSettled
  await jobs.stop()
  expect(turns).toBeGreaterThan(50)
})

test('what fails is tried again later, what is wrong is not, and neither stops the others', async () => {
  const { store, steps, delays, allSettled } = memoryQueue('unlucky', 'wrong', 'down', 'well')
  const handlers = {
    unlucky: () => Promise.reject(new Error('secret inside')),
    wrong: () => Promise.reject(new PassportError('csv.malformed', 'Row 3 has no name.')),
    down: () => Promise.reject(new PassportError('fetch.timeout', 'No answer.')),
    well: async () => null,
  }
  const jobs = createJobs({ store, handlers, log: silent, pollMs: 5, now })
  jobs.start()
  await allSettled
  await jobs.stop()
  expect(steps).toEqual([
    'j0 again internal',
    'j1 failed csv.malformed: Row 3 has no name.',
    'j2 again fetch.timeout: No answer.',
    'j3 finished null',
  ])
  expect(delays).toEqual([1_000, 1_000])
})

test('each retry comes later, and the sixth failure is the last', async () => {
  const { store, steps, delays, waiting, allSettled } = memoryQueue('a', 'a', 'a', 'a', 'a', 'a')
  for (const [at, job] of waiting.entries()) job.attempts = at + 1
  const jobs = createJobs({
    store,
    handlers: { a: () => Promise.reject(new Error('no')) },
    log: silent,
    pollMs: 5,
    now,
  })
  jobs.start()
  await allSettled
  await jobs.stop()
  expect(delays).toEqual([1_000, 4_000, 16_000, 64_000, 256_000])
  expect(steps.at(-1)).toBe('j5 failed internal')
})

test('stopping waits for the job that runs and begins no other', async () => {
  const { store, steps, waiting } = memoryQueue('slow', 'slow')
  let begun: () => void = () => undefined
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const slow = async () => {
    begun()
    await new Promise((resolve) => setTimeout(resolve, 50))
    return null
  }
  const jobs = createJobs({ store, handlers: { slow }, log: silent, pollMs: 5, now })
  jobs.start()
  await hasBegun
  await jobs.stop()
  expect(steps).toEqual(['j0 finished null'])
  expect(waiting).toHaveLength(1)
})

test('a worker whose lease was taken over stops', async () => {
  const { store, steps, allSettled } = memoryQueue('a')
  const lost: JobStore = { ...store, progress: async () => false }
  const a = async (_job: LeasedJob, progress: (done: number) => Promise<void>) => {
    await progress(1)
    return 'went on'
  }
  const jobs = createJobs({ store: lost, handlers: { a }, log: silent, pollMs: 5, now })
  jobs.start()
  await allSettled
  await jobs.stop()
  expect(steps).toEqual(['j0 failed request.conflict: Another worker has taken over this job.'])
})

test('a long job keeps its lease although it says nothing', async () => {
  const { store, steps, allSettled } = memoryQueue('quiet')
  const quiet = async () => {
    await new Promise((resolve) => setTimeout(resolve, 80))
    return null
  }
  const jobs = createJobs({ store, handlers: { quiet }, log: silent, pollMs: 5, leaseSeconds: 0.06, now })
  jobs.start()
  await allSettled
  await jobs.stop()
  expect(steps).toContain('j0 progress 0/undefined')
})
