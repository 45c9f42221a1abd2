import { describe, expect, test } from '@jest/globals'
import { findTrustList, keepTrustList } from '#storage'
import { databases, ENGINES } from './engines.ts'

const PLACE = { url: 'https://register.example/list', signer: 'did:web:register.example' }
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
    expect(await keepTrustList(db, PLACE, version(6))).toBe(true)
    expect(await keepTrustList(db, PLACE, newest)).toBe(true)
    expect(await keepTrustList(db, PLACE, version(7))).toBe(false)
    expect(await keepTrustList(db, PLACE, version(newest.sequence, 'zOther'))).toBe(false)
    expect(await keepTrustList(db, PLACE, { ...newest, asOf: new Date('2026-11-26T00:00:00Z') })).toBe(true)
    const kept = await findTrustList(db, PLACE)
    expect(kept).toMatchObject({
      sequence: newest.sequence,
      digest: newest.digest,
      asOf: new Date('2026-11-26T00:00:00Z'),
    })
    expect(Buffer.from(kept?.body ?? [])).toEqual(Buffer.from(newest.body))
    expect(await findTrustList(db, { ...PLACE, url: 'https://other.example' })).toBeUndefined()
  })

  test('that of another signer at the same address is another list', async () => {
    const { db } = await database.open('verifier', await database.newPlace())
    const other = { ...PLACE, signer: 'did:web:other.example' }
    expect(await keepTrustList(db, PLACE, version(6))).toBe(true)
    expect(await findTrustList(db, other)).toBeUndefined()
    expect(await keepTrustList(db, other, version(1))).toBe(true)
    expect(await findTrustList(db, PLACE)).toMatchObject({ sequence: 6 })
  })
})
