import { describe, expect, test } from '@jest/globals'
import { presentationOf, readTrustList, sign, verifyPresentation } from '#credential'
import type { JsonObject } from '#platform'
import type { MissingList, RecognisedEntity, TrustPolicy } from '#trust'
import { entity, unsignedList } from '../trust/list.ts'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const URL_ = 'https://register.example/trust-list'
const register = makeSigner()
const college = makeSigner()
const by = ({ signer }: typeof register) => ({ suite: 'eddsa-rdfc-2022' as const, signer, now: NOW, contexts })
const list = (changes = {}, entities: RecognisedEntity[] = [entity(college.did)], signer = register) =>
  sign(unsignedList(signer.did, entities, { sequence: 7, ...changes }).credential, by(signer))
const award = () => sign(sampleCredential(college.did), by(college))

const missing: MissingList = {
  url: URL_,
  name: 'Register of Providers',
  code: 'fetch.failed',
  asOf: null,
  signer: register.did,
  place: 0,
  seen: null,
}
const digestOf = async (document: JsonObject) =>
  (await readTrustList(new TextEncoder().encode(JSON.stringify(document)), { ...missing, asOf: NOW }, makeWorld()))
    .digest

/** What is found of the award with that list beside it. */
async function presented(document: JsonObject, world: Parameters<typeof makeWorld>[1] = {}) {
  const held = await award()
  const presentation = presentationOf([document, held])
  const { reports } = await verifyPresentation(presentation, makeWorld({}, { unavailableLists: [missing], ...world }))
  expect(reports.map(({ credential }) => credential)).toEqual([held])
  const [report] = reports
  return {
    recognition: report?.recognition,
    found: report?.checks.filter(({ code }) => code.startsWith('recognition.stapled')),
    verdict: report?.verdict,
  }
}

test('serves for one that could not be had, which is said with the day it was signed', async () => {
  expect(await presented(await list())).toMatchObject({
    verdict: 'accepted',
    recognition: { outcome: 'recognised', isStapled: true, asOf: '2026-11-01T00:00:00.000Z' },
    found: [
      {
        outcome: 'notice',
        code: 'recognition.stapled',
        detail: { list: 'Register of Providers', url: URL_, asOf: '2026-11-01T00:00:00.000Z' },
      },
    ],
  })
})

test('holds now, whatever date is asked about, and answers no question of the holder', async () => {
  const at = new Date('2026-10-30T00:00:00Z')
  expect(await presented(await list(), { at, asked: { challenge: 'c' } })).toMatchObject({
    recognition: { isStapled: true },
  })
})

describe('is not used', () => {
  const other = makeSigner()
  test.each<[string, string, () => Promise<JsonObject>, Partial<MissingList>]>([
    ['by somebody whom the verifier does not trust', 'trust.wrongSigner', () => list({}, undefined, other), {}],
    ['from another address', 'trust.wrongSigner', () => list({ url: 'https://register.example/trust-list2' }), {}],
    ['that was altered', 'trust.forged', async () => ({ ...(await list()), name: 'Altered' }), {}],
    ['that nobody signed', 'trust.notSigned', async () => unsignedList(register.did, []).credential, {}],
    ['that is out of date', 'trust.expired', () => list({ validUntil: '2026-11-24T00:00:00Z' }), {}],
    ['that is older than was seen', 'trust.rolledBack', () => list(), { seen: { sequence: 8, digest: 'z8' } }],
    ['of the same number as another', 'trust.forked', () => list(), { seen: { sequence: 7, digest: 'z7' } }],
    [
      'that follows another than was seen',
      'trust.forked',
      () => list({ previousDigest: 'zOther' }),
      { seen: { sequence: 6, digest: 'z6' } },
    ],
  ])('where it is one %s', async (_, reason, make, changes) => {
    expect(await presented(await make(), { unavailableLists: [{ ...missing, ...changes }] })).toMatchObject({
      verdict: 'accepted',
      recognition: { outcome: 'listUnavailable' },
      found: [{ outcome: 'notice', code: 'recognition.stapledRefused', detail: { reason } }],
    })
  })

  test('where the verifier has its own', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(await list({ sequence: 9 }, [entity(register.did)])))
    const own = await readTrustList(bytes, { url: URL_, signer: register.did, asOf: NOW }, makeWorld())
    const { recognition, found } = await presented(await list(), { trustLists: [own], unavailableLists: [] })
    expect(recognition).toMatchObject({ outcome: 'notListed' })
    expect(found).toEqual([])
  })
})

test('is used where it is the very one that was seen last', async () => {
  const document = await list()
  const seen = { sequence: 7, digest: await digestOf(document) }
  expect((await presented(document, { unavailableLists: [{ ...missing, seen }] })).recognition?.isStapled).toBe(true)
})

test('has its place among the lists, since the first that knows the issuer may decide', async () => {
  const second = makeSigner()
  const source = { url: 'https://second.example/list', signer: second.did, asOf: NOW }
  const suspended = entity(college.did, { action: { suspensions: [{ from: new Date('2020-01-01'), until: null }] } })
  const bytes = new TextEncoder().encode(JSON.stringify(await list({ url: source.url }, [suspended], second)))
  const had = await readTrustList(bytes, source, makeWorld())
  const first = async (place: number, trustPolicy: TrustPolicy = 'first') => {
    const world = { trustLists: [had], unavailableLists: [{ ...missing, place }], trustPolicy }
    return (await presented(await list(), world)).recognition?.outcome
  }
  expect([await first(0), await first(1)]).toEqual(['recognised', 'notAtThatDate'])
})

test('alone is no presentation of credentials', async () => {
  await expect(verifyPresentation(presentationOf([await list()]), makeWorld())).rejects.toMatchObject({
    code: 'shape.invalid',
  })
})

test('does not shift the evidence of the credentials beside it', async () => {
  const presentation = presentationOf([await list(), await award()], [null, { log: 'x' }])
  const { reports } = await verifyPresentation(presentation, makeWorld())
  expect(reports[0]?.checks.map(({ code }) => code)).toContain('log.invalid')
})
