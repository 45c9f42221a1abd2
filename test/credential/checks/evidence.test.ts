import { expect, test } from '@jest/globals'
import { receiveJson, sign, verify, type World } from '#credential'
import {
  base58Encode,
  base64url,
  digestMultibase,
  type JsonObject,
  PassportError,
  sha256,
  sha384,
  sha512,
} from '#platform'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const

const URL = 'https://college.example/evidence/report.pdf'
const FILE = new TextEncoder().encode('the report')
const sri = (bytes: Uint8Array) => `sha384-${Buffer.from(sha384(bytes)).toString('base64')}`

const resource = (more: JsonObject = {}): JsonObject => ({ id: URL, type: 'Evidence', digestSRI: sri(FILE), ...more })
const V2 = 'https://www.w3.org/ns/credentials/v2'

async function check(changes: JsonObject, world: Partial<World> = {}) {
  const credential = await sign(sampleCredential(issuer.did, changes), how)
  const report = await verify(receiveJson(credential), makeWorld({}, world))
  const found = report.checks.filter((one) => one.check === 'evidence')
  return { verdict: report.verdict, standing: report.standing, found, codes: found.map(({ code }) => code) }
}
const file = (bytes = FILE, name = 'any.pdf') => ({ supplied: [{ name, bytes }] })

test('without evidence there is nothing to compare', async () => {
  expect((await check({})).codes).toEqual(['evidence.none'])
})

test('a file that did not come with it is mentioned, and nobody is asked for it', async () => {
  let asked = 0
  const load: World['load'] = async () => {
    asked += 1
    throw new PassportError('fetch.failed', 'Nobody.')
  }
  expect(await check({ evidence: [resource()] }, { load })).toMatchObject({
    verdict: 'accepted',
    found: [{ outcome: 'notice', code: 'evidence.notSupplied', detail: { count: 1 } }],
  })
  expect(asked).toBe(0)
})

test.each<[string, JsonObject]>([
  ['SHA-384 as subresource integrity', {}],
  ['SHA-256 as subresource integrity', { digestSRI: `sha256-${Buffer.from(sha256(FILE)).toString('base64')}` }],
  ['the strongest of several', { digestSRI: `sha256-${'A'.repeat(43)}= ${sri(FILE)}` }],
  ['a multihash in base58', { digestSRI: undefined, digestMultibase: digestMultibase(FILE) }],
  [
    'a multihash in base64url',
    { digestSRI: undefined, digestMultibase: `u${base64url(Uint8Array.of(0x12, 0x20, ...sha256(FILE)))}` },
  ],
  [
    'a multihash of SHA-512',
    { digestSRI: undefined, digestMultibase: `z${base58Encode(Uint8Array.of(0x13, 0x40, ...sha512(FILE)))}` },
  ],
  ['both', { digestMultibase: digestMultibase(FILE) }],
])('a file that came with it has the digest that was signed: %s', async (_how, digests) => {
  const { digestSRI, ...rest } = resource(digests)
  const item = digestSRI === undefined ? rest : { ...rest, digestSRI }
  expect(await check({ evidence: [item] }, file())).toMatchObject({ verdict: 'accepted', codes: ['evidence.ok'] })
})

test('a changed file of the same name is a reason to stop, and no forgery of the credential', async () => {
  const changed = file(new TextEncoder().encode('the repory'), 'folder/report.pdf')
  expect(await check({ evidence: [resource()] }, changed)).toMatchObject({
    verdict: 'rejected',
    standing: 'unchecked',
    found: [{ outcome: 'failed', code: 'evidence.mismatch', detail: { resource: URL } }],
  })
})

test('one right digest beside a wrong one is not enough', async () => {
  const both = resource({ digestMultibase: digestMultibase('something else') })
  expect((await check({ evidence: [both] }, file(FILE, 'report.pdf'))).codes).toEqual(['evidence.mismatch'])
})

test('another file is not taken for the one that is named', async () => {
  expect((await check({ evidence: [resource()] }, file(new Uint8Array(3)))).codes).toEqual(['evidence.notSupplied'])
})

test('on request a file is fetched and compared', async () => {
  const from = (bytes: Uint8Array) => ({ fetchEvidence: async (url: string) => (url === URL ? bytes : FILE) })
  expect((await check({ evidence: [resource()] }, from(FILE))).codes).toEqual(['evidence.ok'])
  expect((await check({ evidence: [resource()] }, from(new Uint8Array(1)))).codes).toEqual(['evidence.mismatch'])
  const down = {
    fetchEvidence: async () => {
      throw new PassportError('fetch.failed', 'Nobody.')
    },
  }
  expect(await check({ evidence: [resource()] }, down)).toMatchObject({
    verdict: 'accepted',
    codes: ['evidence.unreachable'],
  })
})

test('no more than ten files are fetched', async () => {
  let asked = 0
  const fetchEvidence = async () => {
    asked += 1
    return FILE
  }
  const many = Array.from({ length: 12 }, (_, index) => resource({ id: `${URL}?${index}` }))
  const { found } = await check({ evidence: many }, { fetchEvidence })
  expect(asked).toBe(10)
  expect(found.map(({ code, detail }) => [code, detail.count])).toEqual([
    ['evidence.ok', 10],
    ['evidence.notSupplied', 2],
  ])
})

test('evidence without a digest, or with one that cannot be read, is said to be so', async () => {
  const { digestSRI: _, ...bare } = resource({ id: `${URL}2` })
  const odd = resource({ digestSRI: 'md5-abc' })
  expect((await check({ evidence: [bare, odd] }, file())).codes).toEqual(['evidence.unsupported', 'evidence.noDigest'])
})

test('the digest of a pinned context is compared at once', async () => {
  const related = (bytes: Uint8Array): JsonObject => ({ id: V2, digestSRI: sri(bytes) })
  expect((await check({ relatedResource: related(contexts.bytes(V2)) })).codes).toEqual(['evidence.ok'])
  expect(await check({ relatedResource: related(FILE) })).toMatchObject({
    verdict: 'rejected',
    codes: ['evidence.mismatch'],
  })
})

test('a file that is one of two whose addresses end alike is no wrong one of the other', async () => {
  const other = resource({ id: 'https://college.example/annex/report.pdf', digestSRI: sri(new Uint8Array(3)) })
  const found = await check({ evidence: [resource(), other] }, file(FILE, 'report.pdf'))
  expect(found).toMatchObject({ verdict: 'accepted', codes: ['evidence.ok', 'evidence.notSupplied'] })
})
