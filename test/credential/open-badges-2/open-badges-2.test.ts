import { describe, expect, test } from '@jest/globals'
import { type Report, receiveJson, receiveJwt, summarise, verify } from '#credential'
import { type JsonObject, keyObject } from '#platform'
import { multikeyOf } from '../../../credential/multikey.ts'
import { signClaims } from '../../../credential/proof/vc-jwt.ts'
import { actionFor, entity } from '../../trust/list.ts'
import { REGISTER } from '../../trust/register.ts'
import { makeSigner } from '../keys.ts'
import { makeWorld } from '../world.ts'

const HOME = 'https://college.example/ob2'
const CONTEXT = 'https://w3id.org/openbadges/v2'

const PROFILE = {
  '@context': CONTEXT,
  type: 'Issuer',
  id: `${HOME}/issuer.json`,
  name: 'Example Independent College',
  url: 'https://college.example',
}
const CLASS = {
  '@context': CONTEXT,
  type: 'BadgeClass',
  id: `${HOME}/class.json`,
  name: 'Network Security Operations',
  description: 'Assessed module.',
  image: `${HOME}/class.png`,
  criteria: { narrative: 'Pass both components.' },
  issuer: PROFILE.id,
}
const ASSERTION = {
  '@context': CONTEXT,
  type: 'Assertion',
  id: `${HOME}/assertion.json`,
  recipient: { type: 'email', hashed: false, identity: 'ola@example.org' },
  badge: CLASS.id,
  verification: { type: 'HostedBadge' },
  issuedOn: '2019-06-25T00:00:00Z',
} satisfies JsonObject

const SITE: Record<string, object> = { [PROFILE.id]: PROFILE, [CLASS.id]: CLASS, [ASSERTION.id]: ASSERTION }

/** A world in which a list knows the issuer by these keys, for its class. */
const listing = (keys: readonly string[], site: Record<string, object> = SITE) => {
  const pinned = keys.map((key) => ({ key, from: null, until: null, reason: null }))
  const action = actionFor({ scope: { achievements: [CLASS.id] }, from: new Date('2010-01-01T00:00:00Z') })
  const issuer = entity(PROFILE.id, { keys: pinned, actions: [action] })
  return makeWorld(site, { trustLists: [{ ...REGISTER, entities: new Map([[PROFILE.id, issuer]]) }] })
}

const codesOf = ({ checks }: Report) => checks.map(({ code }) => code)
const checkHosted = (assertion: JsonObject, site: Record<string, object> = SITE) =>
  verify(receiveJson(assertion), makeWorld(site))

describe('a hosted Open Badge 2.0', () => {
  test('is genuine where its own address says the same, and is shown as what it is', async () => {
    const report = await checkHosted(ASSERTION)
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine', securing: 'open-badges-2' })
    expect(codesOf(report)).toEqual(expect.arrayContaining(['shape.openBadges2', 'proof.hosted', 'issuer.ok']))
    expect(summarise({ credential: report.credential ?? {}, digest: '' })).toMatchObject({
      title: 'Network Security Operations',
      issuer: { name: 'Example Independent College' },
    })
  })

  test.each<[string, JsonObject, string]>([
    [
      'of somebody else',
      { recipient: { type: 'email', hashed: false, identity: 'eve@example.org' } },
      'proof.hostedOther',
    ],
    ['of something else', { badge: `${HOME}/better.json` }, 'proof.hostedOther'],
    ['of another day', { issuedOn: '2018-06-25T00:00:00Z' }, 'proof.hostedOther'],
  ])('%s than its own address says is not genuine', async (_, changes, code) => {
    const report = await checkHosted({ ...ASSERTION, ...changes })
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
    expect(codesOf(report)).toContain(code)
    expect(report.credential).toMatchObject({ id: ASSERTION.id, ...changes, badge: expect.anything() })
  })

  test('that is in other words at its own address says so, and is shown in those', async () => {
    const published = { ...ASSERTION, issuedOn: '2019-06-25T01:00:00+01:00', narrative: 'As published.' }
    const report = await checkHosted(
      { ...ASSERTION, narrative: 'As I like it.' },
      { ...SITE, [ASSERTION.id]: published },
    )
    expect(codesOf(report)).toEqual(expect.arrayContaining(['proof.hosted', 'proof.hostedDiffers']))
    expect(report).toMatchObject({ verdict: 'accepted', credential: { narrative: 'As published.' } })
  })

  test.each([
    ['its own address', ASSERTION.id, 'proof.unreachable'],
    ['its class', CLASS.id, 'issuer.unreachable'],
    ["its issuer's profile", PROFILE.id, 'issuer.unreachable'],
  ])('cannot be checked where %s does not answer', async (_, gone, code) => {
    const { [gone]: __, ...rest } = SITE
    const report = await checkHosted(ASSERTION, rest)
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
    expect(codesOf(report)).toContain(code)
  })

  test('is not its issuer’s where it is on somebody else’s website', async () => {
    const id = 'https://forger.example/assertion.json'
    const forged = { ...ASSERTION, id }
    const report = await checkHosted(forged, { ...SITE, [id]: forged })
    expect(report.verdict).toBe('rejected')
    expect(codesOf(report)).toContain('issuer.otherHost')
  })

  test.each<[string, JsonObject, string]>([
    ['revoked', { revoked: true, revocationReason: 'Awarded by mistake.' }, 'status.revoked'],
    ['expired', { expires: '2021-06-25T00:00:00Z' }, 'dates.expired'],
  ])('that is %s was genuine and is valid no more', async (_, changes, code) => {
    const assertion = { ...ASSERTION, ...changes }
    const report = await checkHosted(assertion, { ...SITE, [ASSERTION.id]: assertion })
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
    expect(codesOf(report)).toContain(code)
  })

  test('was signed with no key, so it is not its issuer’s by a list that knows that one by keys', async () => {
    const recognition = async (keys: string[]) => (await verify(receiveJson(ASSERTION), listing(keys))).recognition
    expect(await recognition([])).toMatchObject({ outcome: 'recognised' })
    expect(await recognition(['z6MkAny'])).toMatchObject({ outcome: 'notListed', reason: 'keyUnknown' })
  })

  test('that was revoked, as at a date before today may have held', async () => {
    const assertion = { ...ASSERTION, revoked: true }
    const world = makeWorld({ ...SITE, [ASSERTION.id]: assertion }, { at: new Date('2020-01-01T00:00:00Z') })
    const report = await verify(receiveJson(assertion), world)
    expect(report.verdict).toBe('undecided')
    expect(codesOf(report)).toContain('status.notThen')
  })

  test('is not accepted once its address says no more than that it was revoked', async () => {
    const now = { '@context': CONTEXT, type: 'Assertion', id: ASSERTION.id, revoked: true }
    const report = await checkHosted(ASSERTION, { ...SITE, [ASSERTION.id]: now })
    // That it is the same badge cannot be shown any more, so nothing is said of who awarded it.
    expect(report.verdict).toBe('undecided')
    expect(report.checks).toContainEqual(
      expect.objectContaining({ code: 'proof.unreachable', detail: expect.objectContaining({ reason: 'revoked' }) }),
    )
  })
})

describe('a signed Open Badge 2.0', () => {
  const { publicKey, signer } = makeSigner('RS256')
  const publicKeyPem = keyObject(publicKey).export({ format: 'pem', type: 'spki' }).toString()
  const KEY = { '@context': CONTEXT, type: 'CryptographicKey', id: `${HOME}/key.json`, owner: PROFILE.id, publicKeyPem }
  const signedClaims = {
    ...ASSERTION,
    id: 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0020',
    verification: { type: 'SignedBadge', creator: KEY.id },
  }
  const site = { ...SITE, [PROFILE.id]: { ...PROFILE, publicKey: KEY.id }, [KEY.id]: KEY }
  const checkSigned = async (claims: JsonObject, documents: Record<string, object> = site, by = signer) =>
    verify(receiveJwt(await signClaims(claims, {}, by)), makeWorld(documents))

  test('is genuine by a key that its issuer lists', async () => {
    const report = await checkSigned(signedClaims)
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine', securing: 'open-badges-2' })
  })

  test('is held against the keys by which a list knows its issuer', async () => {
    const received = receiveJwt(await signClaims(signedClaims, {}, signer))
    const recognition = async (key: string) => (await verify(received, listing([key], site))).recognition
    expect(await recognition(multikeyOf(publicKey))).toMatchObject({ outcome: 'recognised', key: { isRetired: false } })
    expect(await recognition('z6MkAny')).toMatchObject({ outcome: 'notListed', reason: 'keyNotListed' })
  })

  test('is not by a key of somebody else, nor once it is changed', async () => {
    expect(await checkSigned(signedClaims, site, makeSigner('RS256').signer)).toMatchObject({ verdict: 'rejected' })
    const [header, , signature] = (await signClaims(signedClaims, {}, signer)).split('.')
    const better = Buffer.from(JSON.stringify({ ...signedClaims, issuedOn: '2012-01-01T00:00:00Z' })).toString(
      'base64url',
    )
    const report = await verify(receiveJwt(`${header}.${better}.${signature}`), makeWorld(site))
    expect(codesOf(report)).toContain('proof.invalid')
  })

  test('is not believed for a key that the issuer’s profile does not list', async () => {
    const report = await checkSigned(signedClaims, { ...site, [PROFILE.id]: PROFILE })
    expect(report.verdict).toBe('rejected')
    expect(codesOf(report)).toContain('issuer.keyNotListed')
  })

  test.each<[string, Record<string, object>, string]>([
    [
      'whose key says that it is another’s',
      { [KEY.id]: { ...KEY, owner: 'https://other.example/issuer' } },
      'issuer.keyMismatch',
    ],
    ['whose key is none', { [KEY.id]: { ...KEY, publicKeyPem: 'PEM' } }, 'proof.invalid'],
  ])('%s is rejected', async (_, documents, code) => {
    const report = await checkSigned(signedClaims, { ...site, ...documents })
    expect(report.verdict).toBe('rejected')
    expect(codesOf(report)).toContain(code)
  })

  test.each([
    ['retired since', { expires: '2021-01-01T00:00:00Z' }, 'accepted', 'issuer.keyRetired'],
    ['retired before', { expires: '2019-01-01T00:00:00Z' }, 'rejected', 'issuer.keyEnded'],
    ['in other hands before', { revoked: '2019-01-01T00:00:00Z' }, 'rejected', 'issuer.keyCompromised'],
    ['in other hands since', { revoked: '2021-01-01T00:00:00Z' }, 'rejected', 'log.notWitnessed'],
  ])('by a key that was %s is judged by the time that it states', async (_, end, verdict, code) => {
    const report = await checkSigned(signedClaims, { ...site, [KEY.id]: { ...KEY, ...end } })
    expect(report.verdict).toBe(verdict)
    expect(codesOf(report)).toContain(code)
  })

  test('whose key is not there cannot be checked', async () => {
    const { [KEY.id]: _, ...rest } = site
    const report = await checkSigned(signedClaims, rest)
    expect(report.verdict).toBe('undecided')
    expect(codesOf(report)).toContain('proof.unreachable')
  })

  test('that has expired is valid no more, and one without a signature is none', async () => {
    const expired = await checkSigned({ ...signedClaims, expires: '2021-06-25T00:00:00Z' })
    expect(expired).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
    const bare = await verify(receiveJson(signedClaims), makeWorld(site))
    expect(codesOf(bare)).toContain('proof.missing')
  })

  test('on its issuer’s list of revoked ones is valid no more', async () => {
    const list = {
      '@context': CONTEXT,
      type: 'RevocationList',
      id: `${HOME}/revoked.json`,
      issuer: PROFILE.id,
      revokedAssertions: [signedClaims.id],
    }
    const profile = { ...PROFILE, publicKey: KEY.id, revocationList: list.id }
    const report = await checkSigned(signedClaims, { ...site, [PROFILE.id]: profile, [list.id]: list })
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
    const unreachable = await checkSigned(signedClaims, { ...site, [PROFILE.id]: profile })
    expect(unreachable.verdict).toBe('undecided')
    const at = new Date('2020-01-01T00:00:00Z')
    const world = makeWorld({ ...site, [PROFILE.id]: profile, [list.id]: list }, { at })
    const then = await verify(receiveJwt(await signClaims(signedClaims, {}, signer)), world)
    expect(codesOf(then)).toContain('status.notThen')
  })
})

test.each<[string, JsonObject]>([
  ['without anything', { '@context': CONTEXT, type: 'Assertion' }],
  ['with an address that is none', { ...ASSERTION, id: 'javascript:alert(1)' }],
  ['with a badge that is a number', { ...ASSERTION, badge: 5 }],
])('an assertion %s is not accepted, and nothing breaks', async (_, wrong) => {
  expect((await checkHosted(wrong)).verdict).not.toBe('accepted')
})
