import { beforeEach, describe, expect, test } from '@jest/globals'
import { sign } from '#credential'
import type { JsonObject } from '#platform'
import { type KeptTrustList, readTrustLists, type TrustListStore } from '../../server/trust-lists.ts'
import { makeSigner } from '../credential/keys.ts'
import { contexts, makeWorld, NOW } from '../credential/world.ts'
import { entity, unsignedList } from '../trust/list.ts'

const register = makeSigner()
const URL_ = 'https://register.example/trust-list'
const sources = [{ url: URL_, signer: register.did }]
const version = (sequence: number, name = 'Register of Providers', changes = {}) =>
  sign(unsignedList(register.did, [entity('did:web:college.example')], { sequence, name, ...changes }).credential, {
    suite: 'eddsa-rdfc-2022',
    signer: register.signer,
    now: NOW,
    contexts,
  })

/** The store's rule in the fewest words; that of the database is tested with it. */
function inMemory(): TrustListStore {
  const kept = new Map<string, KeptTrustList>()
  return {
    find: async (url) => kept.get(url),
    async keep(url, next) {
      const before = kept.get(url)
      const isAllowed = before === undefined || before.sequence < next.sequence || before.digest === next.digest
      if (isAllowed) kept.set(url, next)
      return isAllowed
    },
  }
}

let store: TrustListStore
beforeEach(() => {
  store = inMemory()
})
const read = (document: object | undefined, now = NOW) =>
  readTrustLists(sources, makeWorld(document ? { [URL_]: document } : {}, { now }), store)

describe('the last good version of a list', () => {
  test.each<[string, string, () => Promise<object | undefined>]>([
    ['an older one', 'trust.rolledBack', () => version(6)],
    ['another of the same number', 'trust.forked', () => version(7, 'The other')],
    [
      'one that follows another than was seen',
      'trust.forked',
      () => version(8, 'Next', { previousDigest: 'zQmOther' }),
    ],
    ['one that was altered', 'trust.forged', async () => ({ ...(await version(8)), name: 'Altered' })],
    ['one without a signature', 'trust.notSigned', async () => ({ ...(await version(8)), proof: undefined })],
    ['one that is out of date', 'trust.expired', () => version(8, 'Late', { validUntil: '2026-11-24T00:00:00Z' })],
    ['no answer', 'fetch.failed', async () => undefined],
  ])('serves instead of %s, which is said', async (_, code, make) => {
    expect((await read(await version(7))).trustLists).toMatchObject([{ sequence: 7, refused: null }])
    const { trustLists, unavailableLists } = await read(await make())
    expect(unavailableLists).toEqual([])
    expect(trustLists).toMatchObject([{ sequence: 7, refused: code, name: 'Register of Providers' }])
    expect((await read(await version(9))).trustLists).toMatchObject([{ sequence: 9, refused: null }])
  })

  test('is named with its age, and not used, once it is out of date itself', async () => {
    const good = await version(7, 'Register of Providers', { validUntil: '2026-12-01T00:00:00Z' })
    await read(good)
    const { trustLists, unavailableLists } = await read(undefined, new Date('2026-12-02T00:00:00Z'))
    expect(trustLists).toEqual([])
    expect(unavailableLists).toEqual([{ url: URL_, name: 'Register of Providers', code: 'fetch.failed', asOf: NOW }])
  })

  test('is none where there never was one', async () => {
    const document: JsonObject = { ...(await version(1)), name: 'Altered' }
    expect(await read(document)).toEqual({
      trustLists: [],
      unavailableLists: [{ url: URL_, name: URL_, code: 'trust.forged', asOf: null }],
    })
  })
})
