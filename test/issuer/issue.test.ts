import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { receiveJson, verify } from '#credential'
import type { JsonObject } from '#platform'
import { createFetch, createLoad, createWorld } from '#server'
import { listAudit, verifyChain } from '#storage'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import { createIssuer } from '../../issuer/create-issuer.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { sampleCredential } from '../credential/sample.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let running: RunningIssuer
let college: CreatedIssuer
let academy: CreatedIssuer

beforeAll(async () => {
  running = await runIssuer()
  college = await newIssuer(running, { name: 'College', slug: 'college', suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' })
  academy = await newIssuer(running, { name: 'Academy', slug: 'academy' })
})

afterAll(() => running.stop())

/** Verifies as anyone would: over HTTP, with nothing but what is published. */
async function verifyOverHttp(credential: object) {
  const documents = { find: async () => undefined, keep: async () => undefined }
  const load = createLoad({ fetch: createFetch({ allowLoopback: true }), documents })
  const settings = { contexts: loadContexts(), load, allowLoopback: true, statusMaxAgeSeconds: 0, trustLists: [] }
  return await verify(receiveJson(JSON.parse(JSON.stringify(credential))), await createWorld(settings)())
}

const statusUrl = ({ issueUrl }: CreatedIssuer) => issueUrl.replace(/issue$/, 'status')
const entry = (statusPurpose: string) => ({ type: 'BitstringStatusListEntry', statusPurpose })
const countCredentials = async () =>
  (await running.parts.storage.db.selectFrom('credential').select('id').execute()).length

test('issues a badge that anyone can verify, keeping its order and content', async () => {
  const { issuer: _, ...badge } = sampleCredential(college.did)
  const { status, json, headers } = await post(college.issueUrl, { credential: badge }, college.apiKey)
  expect(status).toBe(201)
  const { verifiableCredential } = json
  const { proof: _proof, credentialStatus, issuer, ...rest } = verifiableCredential
  expect(JSON.stringify(rest)).toBe(JSON.stringify(badge))
  expect(issuer).toEqual({ id: college.did, type: ['Profile'], name: 'College' })
  expect(credentialStatus).toHaveLength(2)
  const report = await verifyOverHttp(verifiableCredential)
  expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([])
  expect(report.verdict).toBe('accepted')
  expect(headers.get('location')).toMatch(/\/badges\/[0-9a-f-]{36}$/)
})

test.each(['EdDSA', 'ES256'] as const)('issues a JWT with %s as an enveloped credential', async (algorithm) => {
  const slug = `jwt-${algorithm.toLowerCase()}`
  const issuer = await newIssuer(running, { slug, algorithm, did: algorithm === 'EdDSA' ? 'web' : 'key' })
  const { json } = await post(issuer.issueUrl, { credential: PLAIN }, issuer.apiKey)
  expect(json.verifiableCredential.type).toBe('EnvelopedVerifiableCredential')
  expect((await verifyOverHttp(json.verifiableCredential)).verdict).toBe('accepted')
})

test('gives the same answer to the same key 32 times at once, and issues once', async () => {
  const before = await countCredentials()
  const ask = () => post(academy.issueUrl, { credential: PLAIN }, academy.apiKey, { 'idempotency-key': 'one' })
  const answers = await Promise.all(Array.from({ length: 32 }, ask))
  const done = answers.filter(({ status }) => status === 201)
  expect(done.length).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
  const again = await ask()
  expect(again.status).toBe(201)
  for (const { json } of done) expect(json).toEqual(again.json)
  expect(await countCredentials()).toBe(before + 1)
})

test('refuses a key that was used for another credential', async () => {
  const headers = { 'idempotency-key': 'two' }
  await post(academy.issueUrl, { credential: PLAIN }, academy.apiKey, headers)
  const other = { ...PLAIN, id: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0009' }
  const { status, json } = await post(academy.issueUrl, { credential: other }, academy.apiKey, headers)
  expect([status, json.code]).toEqual([422, 'idempotency.mismatch'])
})

test('lets a key be used again after a request that was refused', async () => {
  const headers = { 'idempotency-key': 'three' }
  const bad = { ...PLAIN, nonsense: 'no context defines this' }
  expect((await post(college.issueUrl, { credential: bad }, college.apiKey, headers)).status).toBe(422)
  expect((await post(college.issueUrl, { credential: PLAIN }, college.apiKey, headers)).status).toBe(201)
})

test('takes a place in the lists that nobody else has', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(academy.issueUrl, { credential: PLAIN }, academy.apiKey)),
  )
  expect(answers.every(({ status }) => status === 201)).toBe(true)
  const rows = await running.parts.storage.db.selectFrom('status_index').select(['list_id', 'position']).execute()
  expect(new Set(rows.map(({ list_id, position }) => `${list_id} ${position}`)).size).toBe(rows.length)
})

test('IHE-49: a badge without a level or a method is refused by named errors, until it says that they do not apply', async () => {
  const whole = sampleCredential(college.did)
  const subject = whole.credentialSubject as JsonObject
  const achievement = subject.achievement as JsonObject
  const [level, skill] = achievement.alignment as JsonObject[]
  const { assessmentMethod: _method, ...unassessed } = achievement
  const ask = (changes: JsonObject, alignment: unknown) => {
    const credentialSubject = { ...subject, ...changes, achievement: { ...unassessed, alignment } }
    return post(college.issueUrl, { credential: { ...whole, credentialSubject } }, college.apiKey)
  }
  const before = await countCredentials()
  const { status, json } = await ask({}, [skill])
  expect([status, json.code]).toEqual([422, 'award.incomplete'])
  expect(json.errors.map(({ code, pointer }: Record<string, unknown>) => [code, pointer])).toEqual([
    ['award.levelMissing', '/credentialSubject/achievement/alignment'],
    ['award.assessmentMethodMissing', '/credentialSubject/achievement/assessmentMethod'],
  ])
  expect(await countCredentials()).toBe(before)
  const fieldExplanation = ['Level', 'AssessmentMethod'].map((field) => ({
    ...{ type: ['FieldExplanation'], field, reason: 'NotApplicable', explanation: 'A prize.' },
  }))
  expect((await ask({ fieldExplanation }, [skill])).status).toBe(201)
  const inWords = await ask({ fieldExplanation }, [{ ...level, targetUrl: 'urn:level:4' }, skill])
  expect([inWords.json.code, inWords.json.errors[0].code]).toEqual(['award.incomplete', 'award.levelInWordsOnly'])
})

describe('refuses, with a code,', () => {
  const cases: [string, object, number, string][] = [
    ["another's issuer", { ...PLAIN, issuer: 'did:web:other.example' }, 422, 'shape.invalid'],
    ['a term that no context defines', { ...PLAIN, nonsense: 1 }, 422, 'shape.invalid'],
    [
      'an unknown context',
      { ...PLAIN, '@context': [...PLAIN['@context'], 'https://x.example'] },
      422,
      'contexts.unknown',
    ],
    ['a written-in context', { ...PLAIN, '@context': [...PLAIN['@context'], { x: 'y:z' }] }, 422, 'contexts.inline'],
    ['a status of its own', { ...PLAIN, credentialStatus: entry('revocation') }, 422, 'shape.invalid'],
    ['a proof that is there already', { ...PLAIN, proof: { type: 'DataIntegrityProof' } }, 422, 'shape.invalid'],
    ['a date that is none', { ...PLAIN, validFrom: 'soon' }, 422, 'shape.invalid'],
    ['a credential without a subject', { ...PLAIN, credentialSubject: undefined }, 422, 'shape.invalid'],
  ]
  test.each(cases)('%s', async (_, credential, status, code) => {
    const answer = await post(college.issueUrl, { credential }, college.apiKey)
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  test('what is not JSON, and what is not asked for', async () => {
    expect((await post(college.issueUrl, '{"credential":', college.apiKey)).status).toBe(400)
    expect((await post(college.issueUrl, '{"credential":{},"credential":{}}', college.apiKey)).json.code).toBe(
      'json.duplicateKey',
    )
    expect((await post(college.issueUrl, {}, college.apiKey)).status).toBe(422)
  })

  test('a wrong key, and the key of another issuer', async () => {
    expect((await post(college.issueUrl, { credential: PLAIN }, 'spk_wrong')).status).toBe(401)
    expect((await post(college.issueUrl, { credential: PLAIN }, academy.apiKey)).status).toBe(403)
    const nowhere = college.issueUrl.replace('/college/', '/nobody/')
    expect((await post(nowhere, { credential: PLAIN }, college.apiKey)).status).toBe(404)
  })

  test('a suite with an algorithm that it cannot use, and a slug that is taken', async () => {
    const impossible = { name: 'X', suite: 'eddsa-rdfc-2022', algorithm: 'ES256' } as const
    await expect(createIssuer(impossible, running.parts)).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(newIssuer(running, { slug: 'college' })).rejects.toMatchObject({ code: 'request.conflict' })
  })
})

test('leaves a failed intent, and nothing that could be claimed, of what could not be signed', async () => {
  const rows = await running.parts.storage.db
    .selectFrom('credential')
    .selectAll()
    .where('state', '=', 'failed')
    .execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ signed }) => signed === null)).toBe(true)
})

test('keeps a commitment to what it signed, and an unbroken trail', async () => {
  const { db } = running.parts.storage
  const row = await db.selectFrom('credential').selectAll().where('state', '=', 'issued').executeTakeFirstOrThrow()
  expect(row.commitment).toMatch(/^[0-9a-f]{64}$/)
  expect((await listAudit(db, { subject: row.id })).map(({ action }) => action)).toContain('credential.issued')
  expect(await verifyChain(db)).toMatchObject({ intact: true })
})

describe('status', () => {
  test('a revocation shows in the list as soon as it is acknowledged, and is final', async () => {
    const id = 'urn:uuid:11111111-1111-4111-8111-111111111111'
    const { json } = await post(college.issueUrl, { credential: { ...PLAIN, id } }, college.apiKey)
    const body = { credentialId: id, credentialStatus: entry('revocation'), status: true, reason: 'wrong person' }
    expect((await post(statusUrl(college), body, college.apiKey)).status).toBe(200)
    const report = await verifyOverHttp(json.verifiableCredential)
    expect(report.checks.map(({ code }) => code)).toContain('status.revoked')
    expect((await post(statusUrl(college), { ...body, status: false }, college.apiKey)).status).toBe(409)
    const suspension = { credentialId: id, credentialStatus: entry('suspension') }
    expect((await post(statusUrl(college), suspension, college.apiKey)).status).toBe(409)
    expect((await post(statusUrl(college), body, college.apiKey)).status).toBe(200)
  })

  test('a suspension can be taken back', async () => {
    const id = 'urn:uuid:22222222-2222-4222-8222-222222222222'
    const { json } = await post(academy.issueUrl, { credential: { ...PLAIN, id } }, academy.apiKey)
    const set = (status: boolean) =>
      post(statusUrl(academy), { credentialId: id, credentialStatus: entry('suspension'), status }, academy.apiKey)
    await set(true)
    expect((await verifyOverHttp(json.verifiableCredential)).verdict).toBe('rejected')
    await set(false)
    expect((await verifyOverHttp(json.verifiableCredential)).verdict).toBe('accepted')
  })

  test('of changes at the same time none is lost, and each list begins later than the one before', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `urn:uuid:33333333-3333-4333-8333-3333333333${10 + index}`)
    const issued = await Promise.all(
      ids.map((id) => post(academy.issueUrl, { credential: { ...PLAIN, id } }, academy.apiKey)),
    )
    const url = `${running.url}/issuers/academy/status/revocation-1`
    const validFrom = async () => {
      const { id } = (await (await fetch(url)).json()) as { id: string }
      return JSON.parse(Buffer.from(id.split('.')[1] ?? '', 'base64url').toString()).validFrom as string
    }
    const before = await validFrom()
    await Promise.all(
      ids.map((id) =>
        post(statusUrl(academy), { credentialId: id, credentialStatus: entry('revocation') }, academy.apiKey),
      ),
    )
    expect((await validFrom()) > before).toBe(true)
    for (const { json } of issued) {
      const { checks } = await verifyOverHttp(json.verifiableCredential)
      expect(checks.map(({ code }) => code)).toContain('status.revoked')
    }
  })

  test('a list is served alike to all, for a short time, and without a cookie', async () => {
    const url = `${running.url}/issuers/college/status/revocation-1`
    const first = await fetch(url)
    expect(first.headers.get('content-type')).toBe('application/vc')
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(first.headers.get('cache-control')).toBe('public, max-age=1')
    const etag = first.headers.get('etag') ?? ''
    // Not with fetch: it adds a Cache-Control of its own, which asks for the whole list.
    const status = await new Promise((resolve) => {
      get(url, { headers: { 'if-none-match': etag, 'accept-encoding': 'gzip, deflate' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
    })
    expect(status).toBe(304)
  })

  test('what another issuer issued is not there', async () => {
    const id = 'urn:uuid:44444444-4444-4444-8444-444444444444'
    await post(college.issueUrl, { credential: { ...PLAIN, id } }, college.apiKey)
    const body = { credentialId: id, credentialStatus: entry('revocation') }
    expect((await post(statusUrl(academy), body, academy.apiKey)).json.code).toBe('credential.notFound')
  })
})

test('a credential without an id is revoked by the id of its status entry, by its own issuer only', async () => {
  const { json } = await post(college.issueUrl, { credential: PLAIN }, college.apiKey)
  const [{ id }] = json.verifiableCredential.credentialStatus
  const revoke = { credentialStatus: { ...entry('revocation'), id } }
  expect((await post(statusUrl(academy), revoke, academy.apiKey)).status).toBe(404)
  expect((await post(statusUrl(college), revoke, college.apiKey)).status).toBe(200)
  expect((await verifyOverHttp(json.verifiableCredential)).checks).toContainEqual(
    expect.objectContaining({ code: 'status.revoked' }),
  )
  expect((await post(statusUrl(college), { credentialStatus: entry('revocation') }, college.apiKey)).status).toBe(422)
})
