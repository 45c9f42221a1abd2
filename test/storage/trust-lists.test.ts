import { describe, expect, test } from '@jest/globals'
import { findTrustList, keepTrustList } from '#storage'
import { databases, ENGINES } from './engines.ts'

const URL_ = 'https://register.example/list'
const version = (sequence: number, digest = `z${sequence}`) => ({
  name: 'Register',
  sequence,
  digest,
  body: new TextEncoder().encode(`list ${digest}`),
  asOf: new Date('2026-11-25T12:00:00Z'),
})

describe.each(ENGINES)('versions of trust lists on %s', (engine) => {
  const database = databases(engine)

  test('the newest is kept, and neither an older one nor another of the same number', async () => {
    const { db } = await database.open('verifier', await database.newPlace())
    // A time in milliseconds is larger than 32 bits.
    const newest = version(1_764_072_000_000)
    expect(await keepTrustList(db, URL_, version(6))).toBe(true)
    expect(await keepTrustList(db, URL_, newest)).toBe(true)
    expect(await keepTrustList(db, URL_, version(7))).toBe(false)
    expect(await keepTrustList(db, URL_, version(newest.sequence, 'zOther'))).toBe(false)
    expect(await keepTrustList(db, URL_, { ...newest, asOf: new Date('2026-11-26T00:00:00Z') })).toBe(true)
    const kept = await findTrustList(db, URL_)
    expect(kept).toMatchObject({
      sequence: newest.sequence,
      digest: newest.digest,
      asOf: new Date('2026-11-26T00:00:00Z'),
    })
    expect(Buffer.from(kept?.body ?? [])).toEqual(Buffer.from(newest.body))
    expect(await findTrustList(db, 'https://other.example')).toBeUndefined()
  })
})
