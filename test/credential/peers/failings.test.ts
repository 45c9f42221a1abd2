import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  loadTrustList,
  presentationOf,
  type Report,
  readTrustList,
  receiveJson,
  SECURING,
  STATUS_LIST_LENGTH,
  sign,
  statusListCredential,
  statusListEntry,
  verify,
  verifyPresentation,
  writeBit,
} from '#credential'
import { base64url, type JsonObject } from '#platform'
import { entity, unsignedList } from '../../trust/list.ts'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

/** What others get wrong, each with our answer; the numbers are those of the survey that the product began with. */

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const LIST = 'https://college.example/lists/1'
const OTHER_LIST = 'https://college.example/lists/2'

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const BADGE = sampleCredential('')['@context'] as string[]

const signed = (changes: JsonObject = {}) => sign(sampleCredential(issuer.did, changes), how)
const outcomes = ({ checks }: Report) => Object.fromEntries(checks.map(({ code, outcome }) => [code, outcome]))

/** A status list of the issuer, with that place set. */
async function listWith(url: string, purpose: 'revocation' | 'suspension', place: number) {
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
  writeBit(bits, place, true)
  const period = { validFrom: new Date('2026-11-25T11:00:00Z'), validUntil: new Date('2026-11-27T11:00:00Z') }
  return sign(statusListCredential({ url, issuer: issuer.did, purpose, bits, ...period }), how)
}

let revoked: JsonObject
let revocations: JsonObject
let suspensions: JsonObject

beforeAll(async () => {
  revocations = await listWith(LIST, 'revocation', 94_567)
  suspensions = await listWith(OTHER_LIST, 'suspension', 12)
  revoked = await signed({ credentialStatus: statusListEntry(LIST, 'revocation', 94_567) })
})

describe('1: an unsigned, expired statement over http makes nobody recognised', () => {
  const list = () =>
    unsignedList(issuer.did, [entity(issuer.did)], {
      url: 'https://register.example/list',
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2026-12-31T00:00:00Z',
    }).credential
  const source = { url: 'https://register.example/list', signer: issuer.did }

  test('a list is believed only when the signer that the verifier named signed it, and in its time', async () => {
    const good = await sign(list(), how)
    const world = makeWorld({ [source.url]: good })
    await expect(loadTrustList(source, world)).resolves.toMatchObject({ url: source.url })
    for (const bad of [
      list(),
      { ...good, proof: undefined },
      { ...good, validUntil: '2026-11-24T00:00:00Z' },
      await sign({ ...list(), validUntil: '2026-11-24T00:00:00Z' }, how),
      `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(list()))}.`,
    ]) {
      await expect(loadTrustList(source, makeWorld({ [source.url]: bad as object }))).rejects.toThrow()
    }
    await expect(
      readTrustList(Buffer.from(JSON.stringify(good)), { ...source, signer: makeSigner().did, asOf: NOW }, world),
    ).rejects.toThrow()
  })
})

describe('2: a status that cannot be looked up is never left out', () => {
  test.each<[string, JsonObject]>([
    ['at an address that does not answer', statusListEntry('https://nobody.example/list', 'revocation', 1)],
    ['of a kind that nobody knows', { id: 'urn:x:1', type: 'https://moon.example/terms#Phase' }],
  ])('%s', async (_, credentialStatus) => {
    const report = await verify(receiveJson(await signed({ credentialStatus })), makeWorld())
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
    expect(report.checks).toContainEqual(expect.objectContaining({ check: 'status', outcome: 'unknown' }))
  })
})

test('3: the second of two status entries is looked at like the first', async () => {
  const credentialStatus = [statusListEntry(LIST, 'revocation', 1), statusListEntry(OTHER_LIST, 'suspension', 12)]
  const world = makeWorld({ [LIST]: revocations, [OTHER_LIST]: suspensions })
  const report = await verify(receiveJson(await signed({ credentialStatus })), world)
  expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  expect(outcomes(report)).toMatchObject({ 'status.suspended': 'failed', 'status.ok': 'passed' })
})

test('4: a credential that begins in 2099 has a good signature and is not valid yet, and says both', async () => {
  const report = await verify(receiveJson(await signed({ validFrom: '2099-01-01T00:00:00Z' })), makeWorld())
  expect(report).toMatchObject({ verdict: 'rejected', standing: 'notYetValid' })
  expect(outcomes(report)).toMatchObject({ 'proof.ok': 'passed', 'dates.notYetValid': 'failed' })
})

test('5: what could not be checked and what is false are told apart', async () => {
  const unreachable = statusListEntry('https://nobody.example/list', 'revocation', 1)
  const past = { validUntil: '2026-07-01T00:00:00Z', credentialStatus: unreachable }
  const report = await verify(receiveJson(await signed(past)), makeWorld())
  expect(outcomes(report)).toMatchObject({ 'dates.expired': 'failed', 'status.unreachable': 'unknown' })
})

test('6: a revoked credential is not accepted, whatever its signature', async () => {
  const report = await verify(receiveJson(revoked), makeWorld({ [LIST]: revocations }))
  expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  expect(outcomes(report)).toMatchObject({ 'proof.ok': 'passed', 'status.revoked': 'failed' })
})

test('7: a presentation that answers another question is not accepted', async () => {
  const holder = makeSigner()
  const { findSuite } = await import('../../../credential/proof/suites.ts')
  const presentation = { ...presentationOf([await signed()]), holder: holder.did }
  const made = await findSuite('eddsa-rdfc-2022')?.sign(presentation, holder.signer, { created: NOW, contexts })
  // Signed as an assertion and with no challenge: both are reasons to refuse it where a question was asked.
  const replayed = { ...presentation, proof: made ?? {} }
  const report = await verifyPresentation(replayed, makeWorld(), { challenge: 'asked-now', domain: 'verifier.example' })
  expect(report.verdict).toBe('rejected')
})

test('10: no schema, context or picture is ever fetched', async () => {
  const asked: string[] = []
  const world = makeWorld(
    {},
    {
      load: async (url) => {
        asked.push(url)
        throw new Error('there is no network')
      },
    },
  )
  const credentialSchema = {
    id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/x.json',
    type: '1EdTechJsonSchemaValidator2019',
  }
  const report = await verify(
    receiveJson(await signed({ '@context': [...BADGE, EXTENSIONS], credentialSchema })),
    world,
  )
  expect(report.verdict).toBe('accepted')
  expect(asked).toEqual([])
})

test('11: an issuer signs with eddsa-rdfc-2022 unless it chooses, and with no suite from before', () => {
  expect(Object.keys(SECURING)[0]).toBe('eddsa-rdfc-2022')
  expect(Object.keys(SECURING)).not.toContain('Ed25519Signature2020')
})

test('12: embedded proofs are verified, and their status lists too', async () => {
  const credential = await signed({ credentialStatus: statusListEntry(LIST, 'revocation', 7) })
  const report = await verify(receiveJson(credential), makeWorld({ [LIST]: revocations }))
  expect(report).toMatchObject({ verdict: 'accepted', securing: 'data-integrity' })
  expect(outcomes(report)).toMatchObject({ 'proof.ok': 'passed', 'status.ok': 'passed' })
})

test('13: a W3C credential that is no badge gets its status check like any other', async () => {
  const plain = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: issuer.did,
    credentialSubject: { id: 'did:example:someone' },
    credentialStatus: statusListEntry(LIST, 'revocation', 94_567),
  }
  const report = await verify(receiveJson(await sign(plain, how)), makeWorld({ [LIST]: revocations }))
  expect(outcomes(report)).toMatchObject({ 'status.revoked': 'failed' })
})
