import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { presentSdJwt, receiveCompact, receiveJson, type SigningAlgorithm, verify, type World } from '#credential'
import { asText, isObject, type JsonObject } from '#platform'
import type { RunningIssuer } from '../../issuer/start.ts'
import { sampleCredential } from '../credential/sample.ts'
import { makeWorld } from '../credential/world.ts'
import { newIssuer, post, runIssuer } from './service.ts'

let running: RunningIssuer
beforeAll(async () => {
  running = await runIssuer()
})
afterAll(() => running.stop())

/** A world of now that asks whoever is there, each time anew. */
const world = (): World =>
  makeWorld(
    {},
    {
      now: new Date(),
      allowLoopback: true,
      load: async (url) => ({ bytes: new Uint8Array(await (await fetch(url)).arrayBuffer()), asOf: new Date() }),
    },
  )
const check = (credential: JsonObject) => verify(receiveJson(credential), world())
const statusOf = async (credential: JsonObject) =>
  (await check(credential)).checks.filter(({ check }) => check === 'status').map(({ code }) => code)

function unsigned(): JsonObject {
  const { issuer: _filledIn, ...credential } = sampleCredential('')
  return { ...credential, id: `urn:uuid:${crypto.randomUUID()}`, validFrom: '2026-01-01T00:00:00Z' }
}

describe.each<[algorithm: SigningAlgorithm, did: 'key' | 'web']>([
  ['EdDSA', 'web'],
  ['ES256', 'key'],
  ['ES384', 'web'],
  ['ES384', 'key'],
  ['RS256', 'web'],
  ['RS256', 'key'],
])('an issuer of VC-JWTs with %s, named by did:%s', (algorithm, did) => {
  test('issues what verifies, and revokes it', async () => {
    const slug = `jwt-${algorithm}-${did}`.toLowerCase()
    const college = await newIssuer(running, { slug, suite: 'vc-jwt', algorithm, did })
    const credential = unsigned()
    const { status, json } = await post(college.issueUrl, { credential }, college.apiKey)
    expect(status).toBe(201)
    const { header } = receivedJwt(json.verifiableCredential)
    expect(header).toMatchObject({ alg: algorithm, typ: 'vc+jwt' })
    expect(await check(json.verifiableCredential)).toMatchObject({ verdict: 'accepted', securing: 'vc-jwt' })
    await setStatus(college, { credentialId: asText(credential.id), purpose: 'revocation', isSet: true })
    expect(await check(json.verifiableCredential)).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  })
})

test('an RSA key is published as a JsonWebKey of 2048 bits', async () => {
  const college = await newIssuer(running, { slug: 'rsa', algorithm: 'RS256', did: 'web' })
  const document = await (await fetch(`${running.parts.config.baseUrl}/issuers/rsa/did.json`)).json()
  expect(document).toMatchObject({ id: college.did, verificationMethod: [{ type: 'JsonWebKey' }] })
  const { publicKeyJwk: jwk } = document.verificationMethod[0]
  expect(Object.keys(jwk).sort()).toEqual(['e', 'kty', 'n'])
  expect(Buffer.from(jwk.n, 'base64url')).toHaveLength(256)
})

describe.each<[algorithm: SigningAlgorithm, did: 'key' | 'web']>([
  ['ES256', 'web'],
  ['ES384', 'key'],
  ['EdDSA', 'web'],
])('an issuer of SD-JWT VCs with %s, named by did:%s', (algorithm, did) => {
  test('issues what verifies, and suspends, reinstates and revokes it in a Token Status List', async () => {
    const slug = `sd-${algorithm}-${did}`.toLowerCase()
    const college = await newIssuer(running, { slug, suite: 'sd-jwt-vc', algorithm, did })
    const credential = unsigned()
    const { status, json } = await post(college.issueUrl, { credential }, college.apiKey)
    expect(status).toBe(201)
    const { verifiableCredential } = json
    expect(verifiableCredential).toMatchObject({ type: 'EnvelopedVerifiableCredential' })
    expect(verifiableCredential.id).toMatch(/^data:application\/dc\+sd-jwt,/)
    const { header, claims } = receivedJwt(verifiableCredential)
    expect(header).toMatchObject({ alg: algorithm, typ: 'dc+sd-jwt' })
    expect(claims).toMatchObject({ iss: college.did, jti: credential.id })
    expect(claims).not.toHaveProperty('sub')
    const uri = `${running.parts.config.baseUrl}/issuers/${slug}/status/token-1`
    expect(claims.status).toEqual({ status_list: { uri, idx: expect.any(Number) } })
    expect(await check(verifiableCredential)).toMatchObject({ verdict: 'accepted', securing: 'sd-jwt' })
    expect(await statusOf(verifiableCredential)).toEqual(['status.ok'])
    const change = { credentialId: asText(credential.id) }
    await setStatus(college, { ...change, purpose: 'suspension', isSet: true })
    expect(await statusOf(verifiableCredential)).toEqual(['status.suspended'])
    await setStatus(college, { ...change, purpose: 'suspension', isSet: false })
    expect(await statusOf(verifiableCredential)).toEqual(['status.ok'])
    await setStatus(college, { ...change, purpose: 'suspension', isSet: true })
    await setStatus(college, { ...change, purpose: 'revocation', isSet: true })
    expect(await statusOf(verifiableCredential)).toEqual(['status.revoked'])
  })
})

test('it lets its holder leave out everything but what the request calls mandatory', async () => {
  const college = await newIssuer(running, { slug: 'mandatory', suite: 'sd-jwt-vc', algorithm: 'ES256' })
  const ask = (mandatoryPointers: unknown) =>
    post(college.issueUrl, { credential: unsigned(), options: { mandatoryPointers } }, college.apiKey)
  const { status, json } = await ask(['/credentialSubject/assurance'])
  expect(status).toBe(201)
  const bare = presentSdJwt(asText(json.verifiableCredential.id).split(',')[1] ?? '', [])
  const { verdict, credential } = await verify(receiveCompact(bare), world())
  expect(verdict).toBe('accepted')
  expect(credential?.credentialSubject).toEqual({
    type: ['AchievementSubject', 'SkillsPassportSubject'],
    assurance: 'ExternallyQualityAssured',
  })
  expect(await ask(['/credentialSubject/nothing'])).toMatchObject({ status: 400, json: { code: 'pointer.unknown' } })
})

test('its list is served as what it is', async () => {
  await newIssuer(running, { slug: 'lists', suite: 'sd-jwt-vc', algorithm: 'ES256' })
  const base = `${running.parts.config.baseUrl}/issuers/lists/status`
  const answer = await fetch(`${base}/token-1`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/statuslist+jwt'])
  expect((await fetch(`${base}/token-2`)).status).toBe(404)
  expect((await fetch(`${base}/revocation-1`)).status).toBe(404)
})

test('it keeps the status itself, and has no room for names that SD-JWT keeps', async () => {
  const college = await newIssuer(running, { slug: 'keeps', suite: 'sd-jwt-vc', algorithm: 'ES256' })
  const refused = async (changes: JsonObject) => {
    const { status, json } = await post(college.issueUrl, { credential: { ...unsigned(), ...changes } }, college.apiKey)
    return [status, json.code]
  }
  expect(await refused({ status: { status_list: { idx: 0, uri: 'https://x.example' } } })).toEqual([
    422,
    'shape.invalid',
  ])
  expect(await refused({ evidence: [{ type: ['Evidence'], _sd: ['x'] }] })).toEqual([422, 'shape.invalid'])
})

function receivedJwt(credential: JsonObject) {
  const received = receiveJson(credential)
  if (!('jwt' in received)) throw new Error(received.securing)
  return received.jwt
}

async function setStatus(
  { issueUrl, apiKey }: { issueUrl: string; apiKey: string },
  { credentialId, purpose, isSet }: { credentialId: string; purpose: string; isSet: boolean },
) {
  const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: purpose }
  const url = issueUrl.replace(/issue$/, 'status')
  const { status, json } = await post(url, { credentialId, credentialStatus, status: isSet }, apiKey)
  expect(isObject(json)).toBe(true)
  expect(status).toBe(200)
}
