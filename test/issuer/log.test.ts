import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  EMPTY_TREE,
  grow,
  isConsistent,
  issueLogsOf,
  type LogKey,
  openCheckpoint,
  originOf,
  parseCheckpoint,
  parseLogEvidence,
  receiveJson,
  rootOf,
  witnessed,
} from '#credential'
import { base64Decode, type JsonObject } from '#platform'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import { erase } from '../../issuer/erase.ts'
import { newestCheckpoint } from '../../issuer/issue-log.ts'
import { type RunningIssuer, startIssuer } from '../../issuer/start.ts'
import { freePort, issuerSettings, newIssuer, PLAIN, post, runIssuer, Visitor } from './service.ts'

let running: RunningIssuer
let college: CreatedIssuer
let log: string

beforeAll(async () => {
  running = await runIssuer()
  college = await newIssuer(running, { suite: 'eddsa-jcs-2022', algorithm: 'EdDSA' })
  log = `${running.url}/issuers/college/log`
})

afterAll(() => running.stop())

const ask = async (url: string, apiKey?: string) => {
  const response = await fetch(url, apiKey === undefined ? {} : { headers: { authorization: `Bearer ${apiKey}` } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const json = async (url: string, apiKey?: string) => JSON.parse((await ask(url, apiKey)).text)
const evidenceFor = (id: string) => json(`${log}/evidence?credentialId=${encodeURIComponent(id)}`, college.apiKey)

/** The log's key as whoever verifies finds it. */
async function keyOf(): Promise<LogKey> {
  const [key] = issueLogsOf(await json(`${running.url}/issuers/college/did.json`))
  if (key === undefined) throw new Error('The DID document names no log.')
  return key
}

async function issueOne(id: string): Promise<JsonObject> {
  const { json } = await post(college.issueUrl, { credential: { ...PLAIN, id } }, college.apiKey)
  return json.verifiableCredential
}

const urn = (index: number) => `urn:uuid:44444444-4444-4444-8444-${String(index).padStart(12, '0')}`

test('a log that nothing is in yet says so, signed', async () => {
  const { text, headers } = await ask(log)
  expect(headers.get('content-type')).toContain('text/plain')
  const key = await keyOf()
  expect(key.log).toBe(log)
  expect(openCheckpoint(text, { name: originOf(log), publicKey: key.publicKey })).toMatchObject({ size: 0 })
})

test('whatever is issued is in the log, and its evidence holds for whoever has the credential', async () => {
  const before = new Date(Date.now() - 1_000)
  const credential = await issueOne(urn(0))
  const { issueLogEvidence } = await evidenceFor(urn(0))
  const evidence = parseLogEvidence(issueLogEvidence)
  const found = evidence && witnessed(receiveJson(credential), evidence, await keyOf())
  expect(found).toMatchObject({ size: 1 })
  const at = typeof found === 'object' && found !== null ? found.at : new Date(0)
  expect(at.getTime()).toBeGreaterThan(before.getTime())
  const other = await issueOne(urn(1))
  expect(evidence && witnessed(receiveJson(other), evidence, await keyOf())).toBe('notIncluded')
})

test('of 300 issued at once each has a place of its own, and anyone can follow the log with what it publishes', async () => {
  const before = parseCheckpoint((await ask(log)).text)
  const indexes = Array.from({ length: 300 }, (_, index) => index + 10)
  await Promise.all(indexes.map((index) => issueOne(urn(index))))
  const after = parseCheckpoint((await ask(log)).text)
  if (before === null || after === null) throw new Error('There is no checkpoint.')
  expect(after.size).toBe(before.size + 300)
  const { hashes } = await json(`${log}/entries?from=0&to=${after.size}`)
  const leaves: Uint8Array[] = hashes.map(base64Decode)
  expect(rootOf(leaves.reduce(grow, EMPTY_TREE))).toEqual(after.root)
  const { path } = await json(`${log}/consistency?from=${before.size}&to=${after.size}`)
  expect(isConsistent(before, after, path.map(base64Decode))).toBe(true)
  const places = await Promise.all(
    indexes.slice(0, 40).map(async (index) => (await evidenceFor(urn(index))).issueLogEvidence.index),
  )
  expect(new Set(places).size).toBe(40)
}, 60_000)

test('what the log does not have, and too much of it at once, is refused with a code', async () => {
  expect(JSON.parse((await ask(`${log}/entries?from=0&to=1000000`)).text).status).toBe(400)
  expect((await ask(`${log}/entries?from=5&to=4`)).status).toBe(400)
  expect((await ask(`${log}/entries?from=-1&to=4`)).status).toBe(400)
  expect((await ask(`${log}/entries?from=900&to=1000`)).status).toBe(404)
  expect((await ask(`${log}/consistency?from=1&to=99999999`)).status).toBe(404)
  expect((await ask(`${running.url}/issuers/nobody/log`)).status).toBe(404)
})

test('evidence is handed out to the issuer alone, and with the claim', async () => {
  const url = `${log}/evidence?credentialId=${encodeURIComponent(urn(0))}`
  expect((await ask(url)).status).toBe(401)
  const academy = await newIssuer(running, { slug: 'academy' })
  expect((await ask(url, academy.apiKey)).status).toBe(403)
  expect((await ask(`${log}/evidence?credentialId=urn:none`, college.apiKey)).status).toBe(404)
})

test('staff find the evidence on the page of a credential', async () => {
  const staff = new Visitor(running.url)
  await staff.signIn(college.staffSignInUrl)
  const { id } = await running.parts.storage.db
    .selectFrom('credential')
    .select('id')
    .where('credential_id', '=', urn(0))
    .executeTakeFirstOrThrow()
  expect((await staff.get(`/console/credentials/${id}`)).html).toContain(`/console/credentials/${id}/log-evidence`)
  const { html } = await staff.get(`/console/credentials/${id}/log-evidence`)
  expect(JSON.parse(html)).toEqual((await evidenceFor(urn(0))).issueLogEvidence)
})

test('the evidence of an old credential stays that of its own time', async () => {
  const first = (await evidenceFor(urn(0))).issueLogEvidence
  await issueOne(urn(900))
  await ask(log)
  expect((await evidenceFor(urn(0))).issueLogEvidence).toEqual(first)
})

test('a person who is erased leaves a leaf that nobody can tell, and no evidence', async () => {
  const { db } = running.parts.storage
  const { id } = await db
    .selectFrom('credential')
    .select('id')
    .where('credential_id', '=', urn(11))
    .executeTakeFirstOrThrow()
  const before = (await ask(log)).text
  await erase('college', id, 'staff:1', running.parts)
  const row = await db.selectFrom('credential').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([row.commitment_salt, row.signed]).toEqual(['', null])
  expect((await ask(`${log}/evidence?credentialId=${encodeURIComponent(urn(11))}`, college.apiKey)).status).toBe(404)
  expect((await ask(log)).text).toBe(before)
})

test('what was issued before there was a log comes into it, once, in its order', async () => {
  const { parts } = running
  const old = await newIssuer(running, { slug: 'old' })
  for (const index of [1, 2, 3]) {
    await post(old.issueUrl, { credential: { ...PLAIN, id: urn(2_000 + index) } }, old.apiKey)
  }
  await parts.storage.db.deleteFrom('log_leaf').where('issuer_id', '=', 'old').execute()
  await parts.storage.db.deleteFrom('log_checkpoint').where('issuer_id', '=', 'old').execute()
  await parts.storage.db
    .updateTable('issue_log')
    .set({ size: 0, begun_at: null })
    .where('issuer_id', '=', 'old')
    .execute()
  parts.logChecks.clear()
  expect((await newestCheckpoint('old', parts)).size).toBe(3)
  expect((await newestCheckpoint('old', parts)).size).toBe(3)
  const url = `${running.url}/issuers/old/log/evidence?credentialId=${urn(2_002)}`
  expect((await json(url, old.apiKey)).issueLogEvidence.index).toBe(1)
})

test.each<[string, (db: RunningIssuer['parts']['storage']['db']) => Promise<unknown>]>([
  [
    'edited',
    (db) =>
      db
        .updateTable('log_leaf')
        .set({ hash: 'ab'.repeat(32) })
        .where('position', '=', 1)
        .execute(),
  ],
  ['taken out', (db) => db.deleteFrom('log_leaf').where('position', '=', 1).execute()],
  [
    'cut off',
    async (db) => {
      await db.deleteFrom('log_leaf').where('position', '=', 2).execute()
      await db.updateTable('issue_log').set({ size: 2 }).execute()
    },
  ],
])(
  'a log with an entry %s is noticed at the next start, and nothing more of it is signed',
  async (_what, tamper) => {
    const settings = await issuerSettings()
    const first = await startIssuer(settings)
    const { issueUrl, apiKey } = await newIssuer(first)
    for (const index of [1, 2, 3]) await post(issueUrl, { credential: { ...PLAIN, id: urn(index) } }, apiKey)
    await first.stop()
    const second = await startIssuer({ ...settings, ISSUER_PORT: String(await freePort()) })
    expect(await newestCheckpoint('college', second.parts)).toMatchObject({ size: 3 })
    await tamper(second.parts.storage.db)
    await second.stop()
    const third = await startIssuer({ ...settings, ISSUER_PORT: String(await freePort()) })
    const answer = await ask(`${third.url}/issuers/college/log`)
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([503, 'log.broken'])
    const more = await post(issueUrl.replace(first.url, third.url), { credential: PLAIN }, apiKey)
    expect(more.status).toBe(201)
    await expect(newestCheckpoint('college', third.parts)).rejects.toMatchObject({ code: 'log.broken' })
    const kept = await third.parts.storage.db.selectFrom('log_checkpoint').select('size').execute()
    expect(Math.max(...kept.map(({ size }) => size))).toBe(3)
    expect(await (await fetch(`${third.url}/metrics`)).text()).toMatch(/log\.broken/)
    await third.stop()
  },
  30_000,
)
