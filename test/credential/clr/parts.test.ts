import { expect, test } from '@jest/globals'
import {
  isJwtPresentation,
  isPresentation,
  learnerRecord,
  receiveJson,
  sign,
  summarise,
  verify,
  verifyPresentation,
} from '#credential'
import { isObject, type JsonObject } from '#platform'
import { validate } from '#schemas'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const college = makeSigner()
const academy = makeSigner()
const by = ({ signer }: typeof college) => ({ suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts }) as const
const OLA = { type: 'IdentityObject', hashed: false, identityHash: 'Ola Adeyemi', identityType: 'name' }

const UNIT = 'https://college.example/units/1'
const WHOLE = 'https://college.example/certificates/2'

function badge(issuer: typeof college, achievementId: string, name: string, changes: JsonObject = {}) {
  const sample = sampleCredential(issuer.did)
  const subject = isObject(sample.credentialSubject) ? sample.credentialSubject : {}
  const achievement = isObject(subject.achievement) ? subject.achievement : {}
  return sign(
    {
      ...sample,
      id: `urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c00${name.length}`,
      credentialSubject: { ...subject, achievement: { ...achievement, id: achievementId, name } },
      ...changes,
    },
    by(issuer),
  )
}

const unit = badge(college, UNIT, 'Unit 1')
const whole = badge(academy, WHOLE, 'Certificate')

async function record(credentials: JsonObject[], changes: JsonObject = {}) {
  const unsigned = learnerRecord({
    id: 'urn:uuid:5d0a7b0e-3333-4a4e-9d66-0d3f3f7c0003',
    name: 'Transcript of Ola Adeyemi',
    issuer: { id: college.did, type: ['Profile'], name: 'Example Independent College' },
    validFrom: NOW,
    identifier: [OLA],
    credentials,
    associations: [{ associationType: 'isPartOf', sourceId: UNIT, targetId: WHOLE }],
    partial: true,
  })
  return sign({ ...unsigned, ...changes }, by(college))
}
const check = async (credential: JsonObject, world = makeWorld()) => verify(receiveJson(credential), world)
const codes = (report: Awaited<ReturnType<typeof check>>) =>
  report.checks.filter((one) => one.check === 'parts').map(({ code }) => code)

test('a record of several credentials is verified as a whole and in each part', async () => {
  const signed = await record([await unit, await whole])
  expect(validate('learner-record', signed)).toEqual([])
  const report = await check(signed)
  expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
  expect(codes(report)).toEqual(['parts.ok'])
  expect(report.reports?.map(({ verdict, standing }) => [verdict, standing])).toEqual([
    ['accepted', 'genuine'],
    ['accepted', 'genuine'],
  ])
})

test('it says what it holds, and how that belongs together', async () => {
  const credential = await record([
    await unit,
    await sign(sampleCredential(academy.did), { ...by(academy), suite: 'vc-jwt' }),
  ])
  expect(summarise({ credential, digest: '' })).toMatchObject({
    title: 'Transcript of Ola Adeyemi',
    recipientName: 'Ola Adeyemi',
    record: {
      titles: ['Unit 1', 'Network Security Operations'],
      associations: [{ type: 'isPartOf', source: 'Unit 1', target: WHOLE }],
    },
  })
  const report = await check(credential)
  expect(codes(report)).toEqual(['parts.ok'])
  expect(report.verdict).toBe('accepted')
})

test('a record without the form of one is refused', async () => {
  const signed = await record([await unit])
  const { name: _, proof: _proof, ...nameless } = signed
  const report = await check(await sign(nameless, by(college)))
  expect(report.checks.find(({ check }) => check === 'shape')?.code).toBe('shape.invalid')
})

test('a part that was forged before the record was signed is found, and the record itself stays genuine', async () => {
  const forged = { ...(await whole), name: 'Doctorate' }
  const report = await check(await record([await unit, forged]))
  expect(report).toMatchObject({ verdict: 'rejected', standing: 'genuine' })
  expect(report.checks).toContainEqual({
    check: 'parts',
    outcome: 'failed',
    code: 'parts.faulty',
    detail: { count: 2, faulty: 1 },
  })
  expect(report.reports?.map(({ standing }) => standing)).toEqual(['genuine', 'notGenuine'])
})

test('a part that was changed within the record breaks the record', async () => {
  const signed = await record([await unit])
  const text = JSON.stringify(signed).replace('Unit 1', 'Unit 9')
  expect(await check(JSON.parse(text))).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
})

test('a part that cannot be checked leaves the whole undecided, and genuine', async () => {
  const far = { ...academy, did: 'did:web:academy.example' }
  const unreachable = await badge({ ...far, signer: { ...academy.signer, id: `${far.did}#key-1` } }, WHOLE, 'Far')
  const report = await check(await record([await unit, unreachable]))
  expect(report).toMatchObject({ verdict: 'undecided', standing: 'genuine' })
  expect(codes(report)).toEqual(['parts.unchecked'])
})

test('a part about somebody else is pointed out', async () => {
  const about = async (id: string) => {
    const sample = sampleCredential(college.did)
    const subject = isObject(sample.credentialSubject) ? sample.credentialSubject : {}
    return sign({ ...sample, id: `${id}/award`, credentialSubject: { ...subject, id } }, by(college))
  }
  const parts = [await about('did:example:ola'), await about('did:example:eve')]
  const signed = await record(parts)
  const { proof: _, ...unsigned } = signed
  const subject = isObject(unsigned.credentialSubject) ? unsigned.credentialSubject : {}
  const named = await sign({ ...unsigned, credentialSubject: { ...subject, id: 'did:example:ola' } }, by(college))
  const report = await check(named)
  expect(report.checks).toContainEqual(expect.objectContaining({ code: 'parts.otherSubject', detail: { count: 1 } }))
  expect(report.verdict).toBe('accepted')
})

test('a part that cannot be read is a fault of that part', async () => {
  const damaged = {
    type: 'EnvelopedVerifiableCredential',
    id: 'data:application/vc+jwt,e30.e30.e30',
    '@context': 'https://www.w3.org/ns/credentials/v2',
  }
  const report = await check(await record([await unit, damaged]))
  expect(report.reports?.[1]).toMatchObject({ verdict: 'rejected' })
})

test('a record inside a record is looked into, and one deeper is not', async () => {
  const inner = await record([await unit])
  const middle = await record([inner], { id: 'urn:uuid:5d0a7b0e-3333-4a4e-9d66-0d3f3f7c0004' })
  expect(codes(await check(middle))).toEqual(['parts.ok'])
  const outer = await record([middle], { id: 'urn:uuid:5d0a7b0e-3333-4a4e-9d66-0d3f3f7c0005' })
  expect(codes(await check(outer))).toEqual(['parts.unchecked'])
})

test('a record that nobody signed is credentials put together: each is answered for by itself, and the whole by nobody', async () => {
  const { proof: _signature, ...unsigned } = await record([await unit, { ...(await whole), name: 'Doctorate' }])
  expect(isPresentation(unsigned)).toBe(true)
  const { verdict, checks, reports } = await verifyPresentation(unsigned, makeWorld())
  expect([verdict, checks.map(({ code }) => code)]).toEqual(['rejected', ['holder.unsigned', 'holder.unsignedRecord']])
  expect(reports.map((report) => report.standing)).toEqual(['genuine', 'notGenuine'])
  // A signed one is a credential, as a token too, and one without credentials is one that lacks its proof.
  const signed = await record([await unit])
  expect(isPresentation(signed)).toBe(false)
  const { proof: _embedded, ...claims } = signed
  const token = await sign(claims, { ...by(college), suite: 'vc-jwt' })
  const compact = /eyJ[\w.-]+/.exec(JSON.stringify(token))?.[0] ?? ''
  expect([compact.split('.').length, isJwtPresentation(compact)]).toEqual([3, false])
  const empty = { ...unsigned, credentialSubject: { type: ['ClrSubject'], verifiableCredential: [] } }
  expect(isPresentation(empty)).toBe(false)
  expect((await check(empty)).verdict).toBe('rejected')
})

test('what a record holds that is no object is answered for like every other part', async () => {
  const parts = [await unit, 'eyJhbGciOiJub25lIn0.e30.', 5]
  const { proof: _, ...unsigned } = await record([await unit])
  const subject = isObject(unsigned.credentialSubject) ? unsigned.credentialSubject : {}
  const mixed = { ...unsigned, credentialSubject: { ...subject, verifiableCredential: parts } }
  const { verdict, reports } = await verifyPresentation(mixed, makeWorld())
  expect([verdict, reports.map((one) => one.verdict)]).toEqual(['rejected', ['accepted', 'rejected', 'rejected']])
  const signed = await sign(mixed, { ...by(college), suite: 'eddsa-jcs-2022' })
  expect((await check(signed)).reports?.map((one) => one.verdict)).toEqual(['accepted', 'rejected', 'rejected'])
})

test('what calls itself a presentation is one, even if it calls itself a record too', async () => {
  const { proof: _, ...unsigned } = await record([await unit])
  const both = { ...unsigned, type: ['VerifiablePresentation', 'ClrCredential'], verifiableCredential: [await whole] }
  const { reports, checks } = await verifyPresentation(both, makeWorld())
  expect(reports.map(({ credential }) => credential?.id)).toEqual([(await whole).id])
  expect(checks.map(({ code }) => code)).toEqual(['holder.unsigned'])
})
