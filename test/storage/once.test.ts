import { describe, expect, test } from '@jest/globals'
import {
  abandonIdempotent,
  beginIdempotent,
  finishIdempotent,
  keepSignInCode,
  keepToken,
  peekToken,
  sweepIdempotency,
  sweepOneTime,
  takeSignInCode,
  takeToken,
} from '#storage'
import { databases, ENGINES, later, NOON } from './engines.ts'

const AT_ONCE = 32
const code = { id: 'flow', codeHash: 'right', payload: 'account', tries: 5, expiresAt: later(600) }
const link = { token: 'secret', purpose: 'signIn', payload: 'account', expiresAt: later(600) }
const request = { scope: 'issuer-1', key: 'k', requestHash: 'h', resource: 'credential-1' }

describe.each(ENGINES)('what may happen once, on %s', (engine) => {
  const database = databases(engine)

  test('a code that many try at once is taken by one', async () => {
    const place = await database.place()
    const [a, b] = [await database.open('wallet', place), await database.open('wallet', place)]
    await keepSignInCode(a.db, { ...code, tries: AT_ONCE })
    const tries = Array.from({ length: AT_ONCE }, (_, n) => takeSignInCode((n % 2 ? a : b).db, 'flow', 'right', NOON))
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'ended')).toHaveLength(AT_ONCE - 1)
  })

  test('a code is burned after its tries, even for the right answer', async () => {
    const { db } = await database.open('wallet')
    await keepSignInCode(db, code)
    for (let left = 4; left >= 0; left--) {
      expect(await takeSignInCode(db, 'flow', 'wrong', NOON)).toEqual({ outcome: 'wrong', triesLeft: left })
    }
    expect(await takeSignInCode(db, 'flow', 'right', NOON)).toEqual({ outcome: 'ended' })
  })

  test('wrong answers given at once are all counted', async () => {
    const { db } = await database.open('wallet')
    await keepSignInCode(db, code)
    const tries = Array.from({ length: AT_ONCE }, () => takeSignInCode(db, 'flow', 'wrong', NOON))
    const wrong = (await Promise.all(tries)).filter(({ outcome }) => outcome === 'wrong')
    expect(wrong).toHaveLength(5)
  })

  test('a code counts until it expires, in its own flow', async () => {
    const { db } = await database.open('wallet')
    await keepSignInCode(db, code)
    expect(await takeSignInCode(db, 'flow', 'right', later(600))).toEqual({ outcome: 'ended' })
    expect(await takeSignInCode(db, 'other', 'right', NOON)).toEqual({ outcome: 'ended' })
    expect(await takeSignInCode(db, 'flow', 'right', later(599))).toEqual({ outcome: 'taken', payload: 'account' })
  })

  test('a link that many use at once works for one', async () => {
    const { db } = await database.open('wallet')
    await keepToken(db, link)
    const uses = Array.from({ length: AT_ONCE }, () => takeToken(db, 'secret', 'signIn', NOON))
    const outcomes = (await Promise.all(uses)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'used')).toHaveLength(AT_ONCE - 1)
  })

  test('looking at a link changes nothing, and says what became of it', async () => {
    const { db } = await database.open('wallet')
    await keepToken(db, link)
    const peek = (at = NOON) => peekToken(db, 'secret', 'signIn', at)
    expect([await peek(), await peek(), await peek(later(600))]).toEqual(['usable', 'usable', 'expired'])
    expect(await peekToken(db, 'secret', 'invitation', NOON)).toBe('unknown')
    expect(await takeToken(db, 'secret', 'invitation', NOON)).toEqual({ outcome: 'unknown' })
    expect(await takeToken(db, 'secret', 'signIn', later(600))).toEqual({ outcome: 'expired' })
    expect(await takeToken(db, 'secret', 'signIn', NOON)).toEqual({ outcome: 'taken', payload: 'account' })
    expect(await peek()).toBe('used')
  })

  test('a link is kept as its hash alone', async () => {
    const { db } = await database.open('wallet')
    await keepToken(db, link)
    const rows = await db.selectFrom('one_time_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('secret')
  })

  test('what has ended is swept, and what has not stays', async () => {
    const { db } = await database.open('wallet')
    await keepToken(db, link)
    await keepSignInCode(db, code)
    expect(await sweepOneTime(db, later(600))).toBe(0)
    expect(await sweepOneTime(db, later(601))).toBe(2)
  })

  test('of the same request sent many times at once, one begins', async () => {
    const { db } = await database.open('issuer')
    const tries = Array.from({ length: AT_ONCE }, (_, n) => beginIdempotent(db, { ...request, resource: `${n}` }, NOON))
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'begin')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'inProgress')).toHaveLength(AT_ONCE - 1)
  })

  test('the same request gets the same answer, and another request under its key is refused', async () => {
    const { db } = await database.open('issuer')
    await beginIdempotent(db, request, NOON)
    await finishIdempotent(db, { scope: 'issuer-1', key: 'k', status: 201, answer: '{"a":1}' })
    await finishIdempotent(db, { scope: 'issuer-1', key: 'k', status: 500, answer: 'late' })
    const again = await beginIdempotent(db, { ...request, resource: 'credential-2' }, later(3600))
    expect(again).toEqual({ outcome: 'answered', resource: 'credential-1', status: 201, answer: '{"a":1}' })
    expect(await beginIdempotent(db, { ...request, requestHash: 'x' }, NOON)).toEqual({ outcome: 'mismatch' })
    const elsewhere = await beginIdempotent(db, { ...request, scope: 'issuer-2' }, NOON)
    expect(elsewhere).toMatchObject({ outcome: 'begin', resumed: false })
  })

  test('a try that was cut off is taken over by one, for the same resource', async () => {
    const { db } = await database.open('issuer')
    await beginIdempotent(db, request, NOON)
    expect(await beginIdempotent(db, request, later(59))).toEqual({ outcome: 'inProgress' })
    const tries = Array.from({ length: AT_ONCE }, () => beginIdempotent(db, { ...request, resource: 'new' }, later(60)))
    const begun = (await Promise.all(tries)).filter(({ outcome }) => outcome === 'begin')
    expect(begun).toEqual([{ outcome: 'begin', resource: 'credential-1', resumed: true }])
  })

  test('a request that was refused may be sent again, and an old key is forgotten', async () => {
    const { db } = await database.open('issuer')
    await beginIdempotent(db, request, NOON)
    await abandonIdempotent(db, 'issuer-1', 'k')
    expect(await beginIdempotent(db, { ...request, requestHash: 'x' }, NOON)).toMatchObject({ outcome: 'begin' })
    expect(await sweepIdempotency(db, NOON)).toBe(0)
    expect(await sweepIdempotency(db, later(1))).toBe(1)
  })
})
