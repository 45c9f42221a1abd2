import { describe, expect, test } from '@jest/globals'
import { enqueueJob, failJob, findJob, finishJob, leaseJob, reportProgress, retryJob, sweepJobs } from '#storage'
import { databases, ENGINES, later, NOON } from './engines.ts'

const job = { kind: 'batch', owner: 'issuer-1', payload: { rows: 3 } }
const batch = { kinds: ['batch'], leaseSeconds: 30 }

describe.each(ENGINES)('jobs on %s', (engine) => {
  const database = databases(engine)

  test('many workers never get the same one', async () => {
    const place = await database.place()
    const [a, b] = [await database.open('issuer', place), await database.open('issuer', place)]
    for (let n = 0; n < 20; n++) await enqueueJob(a.db, job, later(n))
    const leases = await Promise.all(Array.from({ length: 32 }, (_, n) => leaseJob(n % 2 ? a : b, batch, later(60))))
    // A worker that looked while all were in other hands went away empty; asking again gives it one if one is left.
    const ids = leases.flatMap((leased) => (leased === undefined ? [] : [leased.id]))
    for (let more = await leaseJob(a, batch, later(60)); more; more = await leaseJob(a, batch, later(60)))
      ids.push(more.id)
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(20)
  })

  test('are taken in order, of the kinds asked for, and not before their time', async () => {
    const storage = await database.open('issuer')
    await enqueueJob(storage.db, { ...job, runAt: later(60) }, NOON)
    await enqueueJob(storage.db, { ...job, kind: 'mail' }, NOON)
    const second = await enqueueJob(storage.db, job, later(2))
    const first = await enqueueJob(storage.db, job, later(1))
    expect((await leaseJob(storage, batch, later(3)))?.id).toBe(first)
    expect((await leaseJob(storage, batch, later(3)))?.id).toBe(second)
    expect(await leaseJob(storage, batch, later(3))).toBeUndefined()
    expect(await leaseJob(storage, { ...batch, kinds: [] }, later(3))).toBeUndefined()
    expect(await leaseJob(storage, { ...batch, kinds: ['mail'] }, later(3))).toMatchObject({
      kind: 'mail',
      payload: { rows: 3 },
    })
  })

  test('go on in other hands when a worker goes away, and it cannot finish them any more', async () => {
    const storage = await database.open('issuer')
    const id = await enqueueJob(storage.db, { ...job, total: 3 }, NOON)
    const lost = await leaseJob(storage, batch, NOON)
    if (lost === undefined) throw new Error('nothing to lease')
    expect(await reportProgress(storage.db, lost, { done: 1, leaseSeconds: 30 }, later(20))).toBe(true)
    expect(await leaseJob(storage, batch, later(49))).toBeUndefined()
    const taken = await leaseJob(storage, batch, later(50))
    expect(taken).toMatchObject({ id, attempts: 2, done: 1, total: 3 })
    if (taken === undefined) throw new Error('nothing to lease')
    expect(await reportProgress(storage.db, lost, { done: 2, leaseSeconds: 30 }, later(51))).toBe(false)
    expect(await finishJob(storage.db, lost, null, later(51))).toBe(false)
    expect(await finishJob(storage.db, taken, { issued: 3 }, later(52))).toBe(true)
    const finished = { state: 'done', result: { issued: 3 }, finishedAt: later(52).toISOString() }
    expect(await findJob(storage.db, 'issuer-1', id)).toMatchObject(finished)
    expect(await leaseJob(storage, batch, later(500))).toBeUndefined()
  })

  test('are tried again at the time said, or given up with the reason', async () => {
    const storage = await database.open('issuer')
    const id = await enqueueJob(storage.db, job, NOON)
    const first = await leaseJob(storage, batch, NOON)
    if (first === undefined) throw new Error('nothing to lease')
    expect(await retryJob(storage.db, first, 'fetch.failed', later(10))).toBe(true)
    expect(await leaseJob(storage, batch, later(9))).toBeUndefined()
    const second = await leaseJob(storage, batch, later(10))
    if (second === undefined) throw new Error('nothing to lease')
    expect(await failJob(storage.db, second, 'fetch.failed', later(11))).toBe(true)
    expect(await findJob(storage.db, 'issuer-1', id)).toMatchObject({
      state: 'failed',
      error: 'fetch.failed',
      attempts: 2,
    })
    expect(await leaseJob(storage, batch, later(500))).toBeUndefined()
    expect(await sweepJobs(storage.db, later(12))).toBe(1)
  })

  test('are seen by their owner only', async () => {
    const { db } = await database.open('issuer')
    const id = await enqueueJob(db, job, NOON)
    expect(await findJob(db, 'issuer-2', id)).toBeUndefined()
    expect(await findJob(db, 'issuer-1', id)).toMatchObject({ state: 'queued' })
  })
})
