import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { receiveJson, verify } from '#credential'
import { asArray, asText, isObject, type Json, type JsonObject, randomToken } from '#platform'
import { createFetch, createLoad, createWorld } from '#server'
import { changeStatus, type StatusAct } from '../../issuer/change-status.ts'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import { logEvidence } from '../../issuer/issue-log.ts'
import { searchCredentials } from '../../issuer/records/credentials.ts'
import { rotateKey } from '../../issuer/rotate-key.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { issuerOverTime } from '../../storage/migrations/0003-issuer.ts'
import { contexts } from '../credential/world.ts'
import { newIssuer, PLAIN, post, runIssuer, Visitor } from './service.ts'

let issuer: RunningIssuer
const college = (changes: Parameters<typeof newIssuer>[1] = {}) =>
  newIssuer(issuer, {
    slug: `c-${randomToken()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '0')}`,
    ...changes,
  })

beforeAll(async () => {
  issuer = await runIssuer()
})
afterAll(() => issuer.stop())

const issued = async ({ issueUrl, apiKey }: CreatedIssuer, credential: JsonObject = PLAIN): Promise<JsonObject> => {
  const { status, json } = await post(issueUrl, { credential }, apiKey)
  expect(status).toBe(201)
  return json.verifiableCredential
}

/** Checks as a verifier would that has just been started. */
const checked = async (credential: JsonObject, at?: Date, issueLogEvidence?: Json) => {
  const documents = new Map<string, { body: Uint8Array; asOf: Date }>()
  const world = createWorld({
    contexts,
    load: createLoad({
      fetch: createFetch({ allowLoopback: true }),
      documents: { find: async (url) => documents.get(url), keep: async (url, one) => void documents.set(url, one) },
    }),
    allowLoopback: true,
    statusMaxAgeSeconds: 0,
    trustLists: [],
    asHolder: true,
  })
  const { verdict, checks } = await verify(receiveJson(credential), { ...(await world(at)), issueLogEvidence })
  const codes = checks.filter(({ check }) => ['proof', 'issuer', 'status'].includes(check)).map(({ code }) => code)
  return { verdict, codes }
}

const documentOf = async ({ id }: CreatedIssuer): Promise<JsonObject> => {
  const found: unknown = await (await fetch(`${issuer.url}/issuers/${id}/did.json`)).json()
  return isObject(found as JsonObject) ? (found as JsonObject) : {}
}

const actor = 'staff:test'

/** Waits until the next second has begun, since signatures state whole ones; answers it. */
async function nextSecond(): Promise<Date> {
  const next = new Date((Math.floor(Date.now() / 1_000) + 1) * 1_000)
  await new Promise((resolve) => setTimeout(resolve, next.getTime() - Date.now() + 5))
  return next
}

test.each([
  'vc-jwt',
  'eddsa-rdfc-2022',
  'sd-jwt-vc',
  'ecdsa-sd-2023',
] as const)('IHE-83 (partly): after a rotation of %s old credentials hold and say so, and new ones are by the new key', async (suite) => {
  const made = await college({ suite, algorithm: undefined })
  const before = await issued(made)
  expect(await rotateKey(made.id, { reason: 'Yearly', actor }, issuer.parts)).toEqual({ number: 1, inUse: 2 })
  const after = await issued(made)
  expect(JSON.stringify(await documentOf(made))).not.toContain('Yearly')
  const status = suite === 'sd-jwt-vc' ? ['status.ok'] : ['status.ok', 'status.ok']
  expect(await checked(after)).toEqual({ verdict: 'accepted', codes: ['proof.ok', 'issuer.ok', ...status] })
  // The end is a whole second, which a moment later is over.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const codes = ['proof.ok', 'issuer.ok', 'issuer.keyRetired', ...status]
  expect(await checked(before)).toEqual({ verdict: 'accepted', codes })
})

test('a compromised key signs nothing from then on, and shows nothing of before without the log', async () => {
  const made = await college({ suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' })
  const before = await issued(made)
  const evidence = await evidenceOf(made)
  // A list that the old key signed, too, which nobody should believe any more.
  expect((await checked(before, undefined, evidence)).verdict).toBe('accepted')
  const since = await nextSecond()
  const between = await issued(made)
  const tooLate = await evidenceOf(made)
  const answer = await rotateKey(made.id, { compromisedSince: since, reason: 'Lost laptop', actor }, issuer.parts)
  expect(answer).toEqual({ number: 1, inUse: 2 })
  const after = await issued(made)
  const document = await documentOf(made)
  expect(document).toMatchObject({
    verificationMethod: [
      { id: `${made.did}#key-1`, revoked: since.toISOString().replace('.000', '') },
      { id: `${made.did}#key-2` },
    ],
    assertionMethod: [`${made.did}#key-2`],
    authentication: [`${made.did}#key-2`],
  })
  expect(await checked(between)).toEqual({
    verdict: 'rejected',
    codes: ['proof.ok', 'issuer.keyCompromised', 'status.notRun'],
  })
  expect(await checked(before)).toEqual({
    verdict: 'rejected',
    codes: ['proof.ok', 'log.notWitnessed', 'status.notRun'],
  })
  expect(await checked(before, undefined, evidence)).toEqual({
    verdict: 'accepted',
    codes: ['proof.ok', 'issuer.ok', 'log.witnessed', 'status.ok', 'status.ok'],
  })
  expect((await checked(before, undefined, tooLate)).verdict).toBe('rejected')
  expect((await checked(between, undefined, tooLate)).codes).toContain('issuer.keyCompromised')
  expect((await checked(after)).codes).toEqual(['proof.ok', 'issuer.ok', 'status.ok', 'status.ok'])
  const earlier = await checked(before, new Date(since.getTime() - 1))
  expect(earlier).toEqual({ verdict: 'undecided', codes: ['proof.ok', 'issuer.keyCompromisedLater', 'status.notRun'] })
})

test('of a key that was retired it can be told later that it was in other hands, and since earlier, once each', async () => {
  const made = await college()
  const before = await issued(made)
  await rotateKey(made.id, { actor }, issuer.parts)
  const report = (time: number, number = 1) =>
    rotateKey(made.id, { number, compromisedSince: new Date(time), actor }, issuer.parts)
  const now = issuer.parts.now().getTime()
  expect(await report(now)).toEqual({ number: 1, inUse: 2 })
  await expect(report(now)).rejects.toMatchObject({ code: 'request.conflict' })
  await expect(report(now - 1, 7)).rejects.toMatchObject({ code: 'request.notFound' })
  await expect(report(now + 60_000)).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(rotateKey(made.id, { number: 1, actor }, issuer.parts)).rejects.toMatchObject({
    code: 'request.conflict',
  })
  await report(now - 86_400_000)
  expect((await checked(before)).codes).toEqual(['proof.ok', 'issuer.keyCompromised', 'status.notRun'])
})

test('an issuer that is named by its key keeps it', async () => {
  const made = await college({ did: 'key' })
  await expect(rotateKey(made.id, { actor }, issuer.parts)).rejects.toThrow(/named by its key \(did:key\)/)
})

test('of two rotations at once one is refused, and the keys are in order', async () => {
  const made = await college()
  const both = await Promise.allSettled([1, 2].map(() => rotateKey(made.id, { number: 1, actor }, issuer.parts)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await documentOf(made)).verificationMethod).toHaveLength(2)
})

test('nothing is lost that is issued while keys are replaced', async () => {
  const made = await college({ algorithm: 'EdDSA' })
  const asked = Array.from({ length: 60 }, () => issued(made))
  for (let round = 0; round < 3; round += 1) await rotateKey(made.id, { actor }, issuer.parts)
  const all = await Promise.all(asked)
  await nextSecond()
  const verdicts = await Promise.all(all.map(async (one) => (await checked(one)).verdict))
  expect(new Set(verdicts)).toEqual(new Set(['accepted']))
})

test('what was signed with a key that had just ended is signed again with the new one', async () => {
  const made = await college({ algorithm: 'EdDSA' })
  const { keys, now } = issuer.parts
  let rotated: Promise<unknown> | undefined
  issuer.parts.keys = {
    ...keys,
    signer: async (...which) => {
      const found = await keys.signer(...which)
      issuer.parts.now = now
      rotated ??= rotateKey(made.id, { actor }, { ...issuer.parts, keys })
      await rotated
      issuer.parts.now = ahead
      return found
    },
  }
  // This copy of the service has a clock that runs ahead of the one where the key was replaced.
  const ahead = () => new Date(now().getTime() + 20_000)
  issuer.parts.now = ahead
  try {
    const envelope = await issued(made)
    const [, head = ''] = /,([^.]+)\./.exec(asText(envelope.id)) ?? []
    expect(Buffer.from(head, 'base64url').toString()).toContain('#key-2')
  } finally {
    issuer.parts.keys = keys
    issuer.parts.now = now
  }
})

test('another library verifies what the retired key signed and what the new one signs', async () => {
  const made = await college({ suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' })
  const before = await issued(made)
  await rotateKey(made.id, { actor }, issuer.parts)
  const after = await issued(made)
  await nextSecond()
  const document = await documentOf(made)
  const methods = asArray(document.verificationMethod).filter(isObject)
  const documentLoader = async (url: string) => {
    const method = methods.find(({ id }) => id === url)
    const key = method && { '@context': 'https://w3id.org/security/multikey/v1', ...method }
    return { contextUrl: null, documentUrl: url, document: key ?? (url === made.did ? document : contexts.get(url)) }
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  const checkStatus = async () => ({ verified: true })
  for (const credential of [before, after]) {
    expect(await vc.verifyCredential({ credential, suite, documentLoader, checkStatus })).toMatchObject({
      verified: true,
    })
  }
})

/** The evidence of the log for what was issued last. */
async function evidenceOf({ id }: CreatedIssuer): Promise<JsonObject> {
  const { rows } = await searchCredentials(issuer.parts.storage.db, id, {}, { page: 1, size: 1 })
  return (await logEvidence(id, rows[0]?.id ?? '', issuer.parts)) ?? {}
}

const asObject = (value: Json | undefined): JsonObject => asArray(value).find(isObject) ?? {}

/** Revokes, suspends or reinstates what was issued last. */
async function change({ id }: CreatedIssuer, act: StatusAct): Promise<void> {
  const { rows } = await searchCredentials(issuer.parts.storage.db, id, {}, { page: 1, size: 1 })
  await changeStatus(id, rows[0]?.id ?? '', { act, reason: undefined, actor }, issuer.parts)
}

test.each([
  'vc-jwt',
  'eddsa-rdfc-2022',
  'sd-jwt-vc',
] as const)('what was revoked since is good as at before, and what was suspended then is not: %s', async (suite) => {
  const made = await college({ suite, algorithm: undefined })
  const credential = await issued(made)
  const status = async (at?: Date) => {
    const { verdict, codes } = await checked(credential, at)
    return [verdict, ...codes.filter((code) => code.startsWith('status.') && code !== 'status.ok')]
  }
  const good = await nextSecond()
  await change(made, 'suspend')
  const suspended = await nextSecond()
  await change(made, 'reinstate')
  const reinstated = await nextSecond()
  await change(made, 'revoke')
  await nextSecond()
  expect(await status()).toEqual(['rejected', 'status.revoked'])
  expect(await status(good)).toEqual(['accepted'])
  expect(await status(suspended)).toEqual(['rejected', 'status.suspended'])
  expect(await status(reinstated)).toEqual(['accepted'])
  // After a rotation the lists of the past are by the new key, and still believed.
  await rotateKey(made.id, { compromisedSince: new Date(), actor }, issuer.parts)
  const next = await issued(made)
  expect((await checked(next, new Date(Date.now() - 1_000))).verdict).toBe('accepted')
})

test('a list of the past is one for all the time between two changes, and never passes for the list of today', async () => {
  const made = await college({ suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' })
  await issued(made)
  const at = async (timestamp: string) => {
    const address = new URL(`${issuer.url}/issuers/${made.id}/status/revocation-1`)
    address.searchParams.set('timestamp', timestamp)
    const response = await fetch(address)
    return { status: response.status, text: await response.text() }
  }
  const early = await at('2020-01-01T00:00:00Z')
  expect(early.status).toBe(200)
  expect((await at('2021-01-01T12:00:00+14:00')).text).toBe(early.text)
  const { validFrom, validUntil } = JSON.parse(early.text)
  expect(validFrom).toBe('1970-01-01T00:00:00.000Z')
  expect(new Date(validUntil).getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
  for (const bad of ['2999-01-01T00:00:00Z', 'yesterday', '2020-01-01', '2020-02-30T00:00:00Z', '']) {
    const { status, text } = await at(bad)
    expect([bad, status < 500 && status >= 400, text.includes('request.')]).toEqual([bad, true, true])
  }
})

test('an administrator replaces and reports keys on the console, told first what that means', async () => {
  const made = await college()
  await issued(made)
  const visitor = new Visitor(issuer.url)
  await visitor.signIn(made.staffSignInUrl)
  const place = '/console/settings/signing-keys'
  expect((await visitor.get('/console/settings')).html).toContain(`href="${place}"`)
  expect((await visitor.get(place)).html).toContain('In use now')
  expect((await visitor.post(`${place}/rotate`, { number: '1', reason: 'Yearly' })).location).toBe(place)
  const page = (await visitor.get(place)).html
  expect((await visitor.post(`${place}/rotate`, { number: '1' })).status).toBe(409)
  expect(page).toContain('You now sign with key 2')
  expect(page).toContain('Yearly')
  const refused = await visitor.get(`${place}/report?number=1&since=2999-01-01T00:00`)
  expect([refused.status, refused.html.includes('It cannot lie ahead')]).toEqual([422, true])
  const told = (await visitor.get(`${place}/report?number=1&since=2020-01-01T00:00&reason=Lost`)).html
  expect(told).toContain('1 credential that it signed since then will be good no more')
  expect(told).not.toContain('You sign with a new key at once')
  const fields = { number: '1', since: '2020-01-01T00:00:00.000Z', reason: 'Lost' }
  expect((await visitor.post(`${place}/report`, fields)).location).toBe(place)
  expect(asObject((await documentOf(made)).verificationMethod)).toMatchObject({ revoked: '2020-01-01T00:00:00Z' })
  const trail = await issuer.parts.storage.db
    .selectFrom('audit')
    .select('action')
    .where('subject', '=', made.id)
    .execute()
  expect(trail.map(({ action }) => action)).toEqual(['issuer.created', 'key.rotated', 'key.compromised'])
})

test('who may not administer sees the keys and changes none', async () => {
  const made = await college()
  const { db } = issuer.parts.storage
  const visitor = new Visitor(issuer.url)
  await visitor.signIn(made.staffSignInUrl)
  await db.updateTable('staff').set({ role: 'issuer' }).where('issuer_id', '=', made.id).execute()
  const place = '/console/settings/signing-keys'
  const { html } = await visitor.get(place)
  expect([html.includes('In use now'), html.includes('Retire')]).toEqual([true, false])
  expect((await visitor.post(`${place}/rotate`, { number: '1' })).status).toBe(403)
  expect((await visitor.get(`${place}/report?number=1&since=2020-01-01T00:00`)).status).toBe(403)
  expect((await visitor.post(`${place}/report`, { number: '1', since: '2020-01-01T00:00:00Z' })).status).toBe(403)
})

test('of what was revoked before every change was kept, the time is carried over', async () => {
  const made = await college({ suite: 'sd-jwt-vc', algorithm: undefined })
  const credential = await issued(made)
  const good = await nextSecond()
  await change(made, 'suspend')
  const suspended = await nextSecond()
  const { db } = issuer.parts.storage
  for (const table of ['status_change', 'retired_key']) await db.schema.dropTable(table).execute()
  await issuer.parts.storage.transaction((together) => issuerOverTime(together as unknown as Kysely<unknown>))
  expect((await checked(credential, good)).codes).toContain('status.ok')
  expect((await checked(credential, suspended)).codes).toContain('status.suspended')
})
