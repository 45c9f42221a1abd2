import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { derive, receiveJson, verify } from '#credential'
import { asText, type JsonObject } from '#platform'
import { createFetch, createLoad, createWorld } from '#server'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { sampleCredential } from '../credential/sample.ts'
import { newIssuer, post, runIssuer } from './service.ts'

let running: RunningIssuer

beforeAll(async () => {
  running = await runIssuer()
})

afterAll(() => running.stop())

const contexts = loadContexts()

/** Verifies as anyone would: over HTTP, with nothing but what is published. */
async function verifyOverHttp(credential: JsonObject) {
  const documents = { find: async () => undefined, keep: async () => undefined }
  const load = createLoad({ fetch: createFetch({ allowLoopback: true }), documents })
  const settings = { contexts, load, allowLoopback: true, statusMaxAgeSeconds: 0, trustLists: [] }
  return await verify(receiveJson(credential), await createWorld(settings)())
}

describe.each([
  ['ecdsa-sd-2023', 'ES256', 'ecdsa-rdfc-2019'],
  ['bbs-2023', 'BBS', 'bbs-2023'],
] as const)('an issuer that signs with %s', (suite, algorithm, ofLists) => {
  let college: CreatedIssuer
  beforeAll(async () => {
    const name = `${suite} College`
    college = await newIssuer(running, { name, slug: suite, suite, algorithm, did: 'web', status: true })
  })

  const issue = (options?: object, headers?: Record<string, string>) =>
    post(
      college.issueUrl,
      { credential: sampleCredential(college.did), ...(options ? { options } : {}) },
      college.apiKey,
      headers,
    )

  test('gives a credential of which parts verify, its status too', async () => {
    const { status, json } = await issue()
    expect(status).toBe(201)
    const part = await derive(json.verifiableCredential, ['/awardedDate'], contexts)
    const report = await verifyOverHttp(part)
    expect(report).toMatchObject({ verdict: 'accepted' })
    expect(report.checks.map(({ code }) => code)).toContain('status.ok')
    expect(JSON.stringify(part)).not.toContain('Ola')
    const [entry] = part.credentialStatus as JsonObject[]
    const list = await (await fetch(asText(entry?.statusListCredential))).json()
    expect(list.proof.cryptosuite).toBe(ofLists)
  }, 60_000)

  test('keeps what the request says is mandatory, and refuses what is not there', async () => {
    const mandatoryPointers = ['/issuer', '/credentialSubject/assurance', '/credentialStatus']
    const { json } = await issue({ mandatoryPointers })
    const part = await derive(json.verifiableCredential, ['/awardedDate'], contexts)
    expect(part.credentialSubject).toMatchObject({ assurance: 'ExternallyQualityAssured' })
    expect(Object.keys(part)).not.toContain('validFrom')
    for (const unknown of [['/nothing'], ['issuer'], ['/credentialSubject/achievement/alignment/9']]) {
      const refused = await issue({ mandatoryPointers: unknown })
      expect([refused.status, refused.json.code]).toEqual([400, 'pointer.unknown'])
    }
    expect((await issue({ mandatoryPointers: 'all' })).status).toBe(422)
  }, 60_000)

  test('lets nobody leave out whether it was revoked, whatever the request calls mandatory', async () => {
    const { json } = await issue({ mandatoryPointers: ['/issuer'] })
    const part = await derive(json.verifiableCredential, ['/awardedDate', '/type'], contexts)
    const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }
    const { id: credentialId } = json.verifiableCredential
    const revoke = college.issueUrl.replace(/issue$/, 'status')
    expect((await post(revoke, { credentialId, credentialStatus }, college.apiKey)).status).toBe(200)
    expect((await verifyOverHttp(part)).checks.map(({ code }) => code)).toContain('status.revoked')
  }, 60_000)

  test('answers the same request once, and another one under its key not at all', async () => {
    const headers = { 'idempotency-key': `${suite}-1` }
    const first = await issue({ mandatoryPointers: ['/issuer'] }, headers)
    expect((await issue({ mandatoryPointers: ['/issuer'] }, headers)).json).toEqual(first.json)
    const other = await issue({ mandatoryPointers: ['/name'] }, headers)
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.mismatch'])
  }, 60_000)
})

test('a suite that signs everything as one takes no mandatory pointers', async () => {
  const college = await newIssuer(running, { slug: 'whole', suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' })
  const body = { credential: sampleCredential(college.did), options: { mandatoryPointers: ['/issuer'] } }
  const { status, json } = await post(college.issueUrl, body, college.apiKey)
  expect([status, json.code]).toEqual([422, 'request.invalid'])
})
