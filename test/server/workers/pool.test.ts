import { afterEach, expect, test } from '@jest/globals'
import { PassportError } from '#platform'
import { createPool, type PoolOptions, type WorkerPool } from '../../../server/workers/pool.ts'

const pools: WorkerPool<unknown, unknown>[] = []
const poolOf = (options: Partial<PoolOptions> = {}) => {
  const module = new URL('./toy-worker.ts', import.meta.url)
  const pool = createPool<unknown, unknown>({ module, data: 'told at the start', size: 2, ...options })
  pools.push(pool)
  return pool
}
const around = { setting: { by: 2 }, kept: [], answer: async () => undefined }

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

test('answers for each job in order, with what they all come with', async () => {
  const numbers = Array.from({ length: 300 }, (_, index) => index)
  const results = await poolOf().run(
    numbers.map((double) => ({ double })),
    { ...around, kept: [new Map()] },
  )
  expect(results).toEqual(numbers.map((one) => ({ value: { product: one * 2, data: 'told at the start', kept: 1 } })))
  expect(await poolOf().run([], around)).toEqual([])
})

test('gets what a worker asks for, and hands on what is thrown', async () => {
  const answer = async (what: string, [word]: readonly unknown[]) => {
    if (word === 'nothing') throw new PassportError('fetch.failed', 'There is nothing.')
    return `${what} ${String(word)}`
  }
  const jobs = [{ ask: 'hello' }, { ask: 'nothing' }, { refuse: true }, { break: true }]
  const [said, failed, refused, broken] = await poolOf().run(jobs, { ...around, answer })
  expect(said).toEqual({ value: 'say hello' })
  expect(failed).toMatchObject({ error: { code: 'fetch.failed', message: 'There is nothing.' } })
  expect(refused).toMatchObject({ error: { code: 'json.malformed', details: { row: 7 } } })
  expect(broken).toMatchObject({ error: { message: 'Nobody foresaw this.' } })
  expect(broken).not.toHaveProperty('error.code')
})

test('stops a job that takes too long, and does those that were sent with it', async () => {
  const pool = poolOf({ size: 1, budgetMs: 60 })
  const jobs = [{ double: 1 }, { spin: true }, { double: 3 }, { double: 4 }, { double: 5 }, { double: 6 }]
  const results = await pool.run(jobs, around)
  expect(results[1]).toMatchObject({ error: { name: 'OverBudget' } })
  const products = results.flatMap((one) => ('value' in one ? [one.value] : []))
  expect(products).toMatchObject([2, 6, 8, 10, 12].map((product) => ({ product })))
})

test('what waits in a worker for the lot before it keeps its own surroundings, and is not lost with it', async () => {
  const pool = poolOf({ size: 1, budgetMs: 60 })
  const saying = (by: number) => ({ ...around, setting: { by }, answer: async () => `asked of ${by}` })
  const together = [saying(2), saying(3), saying(4)].map((each) => pool.run([{ ask: 'whom' }, { double: 1 }], each))
  expect(await Promise.all(together)).toMatchObject(
    [2, 3, 4].map((by) => [{ value: `asked of ${by}` }, { value: { product: by } }]),
  )
  const [stopped, others] = await Promise.all([
    pool.run([{ spin: true }], around),
    pool.run(
      Array.from({ length: 8 }, () => ({ double: 1 })),
      saying(5),
    ),
  ])
  expect(stopped).toMatchObject([{ error: { name: 'OverBudget' } }])
  expect(others).toMatchObject(Array.from({ length: 8 }, () => ({ value: { product: 5 } })))
})

test('gives no job to a worker that is busy with another batch while one is idle', async () => {
  const pool = poolOf()
  const { promise: slowly, resolve: goOn } = Promise.withResolvers<unknown>()
  const slow = pool.run([{ ask: 'something that takes its time' }], { ...around, answer: () => slowly })
  await pool.run([{ double: 1 }], around)
  for (let at = 0; at < 5; at++) expect(await pool.run([{ double: at }], around)).toHaveLength(1)
  goOn('at last')
  expect(await slow).toEqual([{ value: 'at last' }])
})

test('answers for a job that cannot be sent, and for those beside it', async () => {
  const pool = poolOf({ size: 1 })
  const odd = { double: 1, how: () => 2 }
  const [beside, together] = await Promise.all([
    pool.run([{ double: 2 }], around),
    pool.run([{ double: 3 }, odd, { double: 4 }], around),
  ])
  expect(beside).toMatchObject([{ value: { product: 4 } }])
  expect(together).toMatchObject([{ value: { product: 6 } }, { error: { name: 'NotSent' } }, { value: { product: 8 } }])
})

test('keeps no other batch waiting for one that is stopped again and again, and leaves the rest of it', async () => {
  const pool = poolOf({ size: 1, budgetMs: 30 })
  const order: string[] = []
  const hostile = pool.run(
    Array.from({ length: 40 }, () => ({ spin: true })),
    around,
  )
  const honest = pool.run([{ double: 1 }], around)
  await Promise.all([
    hostile.then((results) => {
      order.push('hostile')
      expect(results).toHaveLength(40)
      expect(results.every((one) => 'error' in one && one.error.name === 'OverBudget')).toBe(true)
    }),
    honest.then((results) => {
      order.push('honest')
      expect(results).toMatchObject([{ value: { product: 2 } }])
    }),
  ])
  expect(order).toEqual(['honest', 'hostile'])
})

test('answers for a job that ends its worker, and goes on with another', async () => {
  const pool = poolOf({ size: 1 })
  const [died, went] = await pool.run([{ die: true }, { double: 2 }], around)
  expect(died).toMatchObject({ error: { message: 'The worker has ended.' } })
  expect(went).toMatchObject({ value: { product: 4 } })
})

test('fails what is not done when it is closed', async () => {
  const pool = poolOf({ size: 1 })
  const running = pool.run([{ spin: true }], around)
  await pool.close()
  expect(await running).toMatchObject([{ error: { message: 'The worker has ended.' } }])
  expect(await pool.run([{ double: 1 }], around)).toMatchObject([{ error: {} }])
})
