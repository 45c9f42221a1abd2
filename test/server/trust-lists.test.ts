import { beforeEach, describe, expect, test } from '@jest/globals'
import { sign, type TrustListSource } from '#credential'
import type { JsonObject } from '#platform'
import { followTrustLists, type KeptTrustList, type TrustListStore } from '../../server/trust-lists.ts'
import { makeSigner } from '../credential/keys.ts'
import { contexts, makeWorld, NOW } from '../credential/world.ts'
import { actionFor, entity, unsignedList } from '../trust/list.ts'

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
  const keyOf = ({ url, signer }: TrustListSource) => `${signer} ${url}`
  return {
    find: async (source) => kept.get(keyOf(source)),
    async keep(source, next) {
      const before = kept.get(keyOf(source))
      const isAllowed = before === undefined || before.sequence < next.sequence || before.digest === next.digest
      if (isAllowed) kept.set(keyOf(source), next)
      return isAllowed
    },
  }
}

let store: TrustListStore
beforeEach(() => {
  store = inMemory()
})
async function read(document: object | undefined, now = NOW) {
  const lists = followTrustLists(sources, store)
  await lists.read(makeWorld(document ? { [URL_]: document } : {}, { now }))
  return lists.at(now)
}

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
    const named = { url: URL_, name: 'Register of Providers', code: 'fetch.failed', asOf: NOW }
    const seen = { sequence: 7, digest: (await store.find({ url: URL_, signer: register.did }))?.digest }
    expect(unavailableLists).toEqual([{ ...named, signer: register.did, place: 0, seen }])
  })

  test('is that of whoever must have signed it: a new signer’s list at the same address begins anew', async () => {
    await read(await version(7))
    const next = makeSigner()
    const theirs = await sign(unsignedList(next.did, [entity('did:web:college.example')]).credential, {
      suite: 'eddsa-rdfc-2022',
      signer: next.signer,
      now: NOW,
      contexts,
    })
    const lists = followTrustLists([{ url: URL_, signer: next.did }], store)
    await lists.read(makeWorld({ [URL_]: theirs }))
    expect(lists.at(NOW).trustLists).toMatchObject([{ operator: next.did, sequence: 1, refused: null }])
    expect((await read(await version(6))).trustLists).toMatchObject([{ sequence: 7, refused: 'trust.rolledBack' }])
  })

  test('is none where there never was one', async () => {
    const document: JsonObject = { ...(await version(1)), name: 'Altered' }
    expect(await read(document)).toEqual({
      trustLists: [],
      unavailableLists: [
        { url: URL_, name: URL_, code: 'trust.forged', asOf: null, signer: register.did, place: 0, seen: null },
      ],
    })
  })
})

describe('one that is slow', () => {
  const never = new Promise<never>(() => undefined)
  const SLOW = 'https://slow.example/list'

  test('holds up none of the others, at the start and later', async () => {
    const both = [{ url: SLOW, signer: 'did:web:slow.example' }, ...sources]
    const lists = followTrustLists(both, store, { patienceMs: 100 })
    const worldWith = async (sequence: number) => {
      const { load, ...world } = makeWorld({ [URL_]: await version(sequence) })
      return { ...world, load: (...asked: Parameters<typeof load>) => (asked[0] === SLOW ? never : load(...asked)) }
    }
    await lists.read(await worldWith(1))
    expect(lists.at(NOW)).toMatchObject({
      trustLists: [{ sequence: 1 }],
      unavailableLists: [{ url: SLOW, code: 'fetch.failed' }],
    })
    // Nobody waits for the slow one a second time.
    await lists.read(await worldWith(2))
    expect(lists.at(NOW).trustLists).toMatchObject([{ sequence: 2 }])
  })

  test('is waited for by all who ask at once', async () => {
    const lists = followTrustLists(sources, store)
    const world = makeWorld({ [URL_]: await version(1) })
    void lists.read(world)
    await lists.read(world)
    expect(lists.at(NOW).trustLists).toHaveLength(1)
  })

  test('that a list leads to leaves the list itself good', async () => {
    const owner = makeSigner()
    const THEIRS = 'https://owner.example/list'
    const owning = entity(owner.did, { recognisedIn: THEIRS, actions: [actionFor({ action: 'recognise' })] })
    const late = new AbortController()
    const by = { suite: 'eddsa-rdfc-2022' as const, now: NOW, contexts }
    const { load, ...world } = makeWorld({
      [URL_]: await sign(unsignedList(register.did, [owning]).credential, { ...by, signer: register.signer }),
    })
    const lists = followTrustLists(sources, store, { late: () => late.signal })
    await lists.read({
      ...world,
      load(...asked) {
        late.abort()
        return load(...asked)
      },
    })
    expect(lists.at(NOW).trustLists).toMatchObject([{ unavailable: [{ url: THEIRS, code: 'fetch.timeout' }] }])
  })

  test('serves only as long as it is valid itself', async () => {
    const lists = followTrustLists(sources, store)
    await lists.read(makeWorld({ [URL_]: await version(1, 'Short', { validUntil: '2026-12-01T00:00:00Z' }) }))
    expect(lists.at(NOW).trustLists).toHaveLength(1)
    const over = lists.at(new Date('2026-12-01T00:00:00Z'))
    expect(over).toMatchObject({
      trustLists: [],
      unavailableLists: [{ url: URL_, name: 'Short', code: 'trust.expired', asOf: NOW }],
    })
  })
})

test('the parts of a long list are read once, and again only where the list is another', async () => {
  const many = Array.from({ length: 101 }, (_, at) => entity(`did:web:college-${at}.example`))
  const publish = async (sequence: number) => {
    const { credential, shards } = unsignedList(register.did, many, { sequence })
    const how = { suite: 'eddsa-rdfc-2022', signer: register.signer, now: NOW, contexts } as const
    const pages = shards.map(({ url, bytes }): [string, string] => [url, new TextDecoder().decode(bytes)])
    return makeWorld({ [URL_]: await sign(credential, how), ...Object.fromEntries(pages) })
  }
  const lists = followTrustLists(sources, store)
  let parts = 0
  const readFrom = async (world: Awaited<ReturnType<typeof publish>>) => {
    const load: typeof world.load = (url, options) => {
      if (url !== URL_) parts += 1
      return world.load(url, options)
    }
    await lists.read({ ...world, load })
    return lists.at(NOW).trustLists.map(({ sequence, entities }) => [sequence, entities.size])
  }
  const first = await publish(1)
  expect([await readFrom(first), parts]).toEqual([[[1, 101]], 1])
  expect([await readFrom(first), parts]).toEqual([[[1, 101]], 1])
  expect([await readFrom(await publish(2)), parts]).toEqual([[[2, 101]], 2])
})
