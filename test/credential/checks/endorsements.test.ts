import { expect, test } from '@jest/globals'
import { receiveJson, sign, verify, type World } from '#credential'
import { asArray, asText, isObject, type JsonObject } from '#platform'
import { entity } from '../../trust/list.ts'
import { list } from '../../trust/register.ts'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const college = makeSigner()
const mark = makeSigner()
const by = ({ signer }: typeof college) => ({ suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts }) as const

const CREDENTIAL = 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0001'
const ACHIEVEMENT = 'https://college.example/modules/NSO4/v2'

function endorsement(about: string, endorser = mark, changes: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:5d0a7b0e-2222-4a4e-9d66-0d3f3f7c0002',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Quality mark',
    issuer: { id: endorser.did, type: ['Profile'], name: 'Example Quality Office' },
    validFrom: '2026-07-01T00:00:00Z',
    credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Well assessed.' },
    ...changes,
  }
}

const endorsed = async (changes: JsonObject) => sign(sampleCredential(college.did, changes), by(college))
const signedMark = (about: string, endorser = mark) => sign(endorsement(about, endorser), by(endorser))

/** A list that recognises these for awards such as the sample. */
const recognising = (...dids: string[]) =>
  list(
    'https://lists.example/1',
    'Register',
    'did:web:lists.example',
    dids.map((did) => entity(did, { name: `Known ${did.slice(-4)}` })),
  )
const knowing = (...dids: string[]) => makeWorld({}, { trustLists: [recognising(...dids)] })

async function found(credential: JsonObject, world: World = makeWorld()) {
  const report = await verify(receiveJson(credential), world)
  expect(report.standing).toBe('genuine')
  expect(report.verdict).toBe('accepted')
  return report.checks.filter(({ check }) => check === 'endorsements')
}
const codes = (results: { code: string }[]) => results.map(({ code }) => code)

test('an endorsement by a recognised body of a recognised issuer counts, whatever in the credential it is about', async () => {
  const world = knowing(mark.did, college.did)
  for (const [about, what] of [
    [CREDENTIAL, 'credential'],
    [ACHIEVEMENT, 'achievement'],
    [college.did, 'issuer'],
  ] as const) {
    const results = await found(await endorsed({ endorsement: [await signedMark(about)] }), world)
    expect(results).toEqual([
      {
        check: 'endorsements',
        outcome: 'passed',
        code: 'endorsements.ok',
        detail: { endorser: mark.did, name: `Known ${mark.did.slice(-4)}`, about: what },
      },
    ])
  }
})

test('endorsements are found with the achievement and with the issuer too, and as a JWT', async () => {
  const sample = sampleCredential(college.did)
  const subject = sample.credentialSubject
  const achievement = isObject(subject) && isObject(subject.achievement) ? subject.achievement : {}
  const envelope = await sign(endorsement(college.did), { ...by(mark), suite: 'vc-jwt' })
  const jwt = asText(envelope.id).slice(asText(envelope.id).indexOf(',') + 1)
  const credential = await endorsed({
    issuer: { ...(isObject(sample.issuer) ? sample.issuer : {}), endorsementJwt: [jwt] },
    credentialSubject: {
      ...(isObject(subject) ? subject : {}),
      achievement: { ...achievement, endorsement: [await signedMark(ACHIEVEMENT)] },
    },
  })
  const results = await found(credential, knowing(mark.did, college.did))
  expect(results.map(({ code, detail }) => [code, detail.about])).toEqual([
    ['endorsements.ok', 'achievement'],
    ['endorsements.ok', 'issuer'],
  ])
})

test('what only says something of somebody is by itself no award that its issuer is recognised for', async () => {
  const degree = await signedMark('did:example:ola', college)
  const world = knowing(college.did)
  const { recognition } = await verify(receiveJson(degree), world)
  expect(recognition).toMatchObject({ outcome: 'outOfScope', reason: 'scope' })
  const part = await verify(receiveJson(await endorsed({ endorsement: [await signedMark(college.did)] })), world)
  expect(part.recognition.outcome).toBe('recognised')
})

test('whoever is on no list vouches only by a name of their own', async () => {
  const results = await found(await endorsed({ endorsement: [await signedMark(CREDENTIAL)] }))
  expect(results).toMatchObject([
    { outcome: 'notice', code: 'endorsements.notListed', detail: { name: 'Example Quality Office' } },
  ])
})

test('a mark on an achievement of somebody else’s does not recommend an unknown issuer who copied its id', async () => {
  const world = knowing(mark.did)
  expect(codes(await found(await endorsed({ endorsement: [await signedMark(ACHIEVEMENT)] }), world))).toEqual([
    'endorsements.unbound',
  ])
  expect(codes(await found(await endorsed({ endorsement: [await signedMark(college.did)] }), world))).toEqual([
    'endorsements.ok',
  ])
})

test('an issuer that endorses itself is said to', async () => {
  const results = await found(await endorsed({ endorsement: [await signedMark(CREDENTIAL, college)] }))
  expect(codes(results)).toEqual(['endorsements.own'])
})

test('an endorsement of something else does not count', async () => {
  const results = await found(await endorsed({ endorsement: [await signedMark(`${CREDENTIAL}0`)] }), knowing(mark.did))
  expect(codes(results)).toEqual(['endorsements.otherSubject'])
})

test('a credential that is no endorsement does not count as one', async () => {
  const other = await sign({ ...sampleCredential(mark.did), id: CREDENTIAL }, by(mark))
  const { credentialSubject } = other
  expect(isObject(credentialSubject)).toBe(true)
  const jwt = await sign(
    {
      ...sampleCredential(mark.did),
      credentialSubject: { ...(isObject(credentialSubject) ? credentialSubject : {}), id: CREDENTIAL },
    },
    { ...by(mark), suite: 'vc-jwt' },
  )
  const compact = asText(jwt.id).split(',')[1] ?? ''
  expect(codes(await found(await endorsed({ endorsementJwt: [compact] }), knowing(mark.did)))).toEqual([
    'endorsements.otherSubject',
  ])
})

test('a forged endorsement does not count, and makes the credential no less genuine', async () => {
  const good = await signedMark(CREDENTIAL)
  const forged = { ...good, name: 'Royal quality mark' }
  const results = await found(await endorsed({ endorsement: [forged], endorsementJwt: ['e30.e30.e30'] }))
  expect(results).toMatchObject([
    { outcome: 'notice', code: 'endorsements.invalid', detail: { reason: 'proof.invalid' } },
    { outcome: 'notice', code: 'endorsements.invalid' },
  ])
})

test('an endorsement whose signer cannot be reached could not be checked', async () => {
  const far = { ...mark, did: 'did:web:office.example' }
  const signer = { ...mark.signer, id: `${far.did}#key-1` }
  const unreachable = await sign(endorsement(CREDENTIAL, far), { ...by(mark), signer })
  expect(await found(await endorsed({ endorsement: [unreachable] }))).toMatchObject([
    { outcome: 'notice', code: 'endorsements.unchecked', detail: { reason: 'did.unresolvable' } },
  ])
})

test('of many endorsements ten are looked at, and of endorsements of endorsements none but the first', async () => {
  const one = await signedMark(CREDENTIAL)
  const many = Array.from({ length: 12 }, (_, index) => ({ ...one, id: `${asText(one.id)}${index}` }))
  const results = await found(await endorsed({ endorsement: many }))
  expect(codes(results).filter((code) => code === 'endorsements.invalid')).toHaveLength(10)
  expect(results.at(-1)).toMatchObject({ code: 'endorsements.tooMany', detail: { count: 2 } })
  const report = await verify(receiveJson(await endorsed({ endorsement: [one] })), makeWorld({}, { depth: 2 }))
  expect(codes(report.checks.filter(({ check }) => check === 'endorsements'))).toEqual(['endorsements.notChecked'])
})

test('a credential without endorsements says so', async () => {
  expect(codes(await found(await endorsed({})))).toEqual(['endorsements.none'])
  expect(asArray((await endorsed({})).endorsement)).toEqual([])
})
