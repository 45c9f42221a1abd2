import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { verifyChain } from '#storage'
import { startBatch } from '../../issuer/award-results.ts'
import { mapColumns, openBatch, uploadResults } from '../../issuer/import-results.ts'
import { newestCheckpoint } from '../../issuer/issue-log.ts'
import type { IssuerParts } from '../../issuer/parts.ts'
import { rotateKey } from '../../issuer/rotate-key.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { issuerOverTime } from '../../storage/migrations/0003-issuer.ts'
import { sharedPostgres, type TestPostgres } from '../postgres.ts'
import { countedAtOnce } from './deciding.ts'
import { College } from './dependents.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let postgres: TestPostgres
let copies: RunningIssuer[]

beforeAll(async () => {
  postgres = await sharedPostgres()
  const DATABASE_URL = await postgres.newDatabase()
  const first = await runIssuer({ DATABASE_URL }, false)
  const { dataDir, baseUrl } = first.parts.config
  // A second copy of the same service: the same database, keys and address, at a port of its own.
  const second = await runIssuer({ DATABASE_URL, DATA_DIR: dataDir, ISSUER_URL: baseUrl }, false)
  copies = [first, second]
}, 90_000)

afterAll(async () => {
  await Promise.all(copies.map((copy) => copy.stop()))
})

test('two copies on PostgreSQL issue each key once, share no position, and lose no change of status', async () => {
  const [first, second] = copies
  if (first === undefined || second === undefined) throw new Error('There are not two copies.')
  const { apiKey, issueUrl } = await newIssuer(first)
  const at = (index: number) =>
    index % 2 === 0 ? issueUrl : issueUrl.replace(first.url, `http://localhost:${second.parts.config.port}`)
  const ask = (index: number) => {
    const id = `urn:example:${index >> 2}`
    return post(at(index), { credential: { ...PLAIN, id } }, apiKey, { 'idempotency-key': `key-${index >> 2}` })
  }
  const answers = await Promise.all(Array.from({ length: 64 }, (_, index) => ask(index)))
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
  const { db } = first.parts.storage
  const rows = await db.selectFrom('credential').selectAll().where('state', '=', 'issued').execute()
  expect(rows).toHaveLength(16)
  const wanted = Array.from({ length: 16 }, (_, index) => `urn:example:${index}`)
  expect(new Set(rows.map(({ credential_id }) => credential_id))).toEqual(new Set(wanted))
  const revocations = await Promise.all(
    rows.map(({ credential_id }, index) =>
      post(
        at(index).replace(/issue$/, 'status'),
        {
          credentialId: credential_id,
          credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
        },
        apiKey,
      ),
    ),
  )
  expect(revocations.map(({ status }) => status)).toEqual(Array(16).fill(200))
  const set = await db.selectFrom('status_index').select('position').where('is_set', '=', 1).execute()
  expect(set).toHaveLength(16)
  const list = await db
    .selectFrom('published_list')
    .selectAll()
    .where('kind', '=', 'revocation')
    .executeTakeFirstOrThrow()
  expect(list.version).toBe(17)
  const leaves = await db.selectFrom('log_leaf').selectAll().orderBy('position').execute()
  expect(leaves.map(({ position }) => position)).toEqual(rows.map((_row, index) => index))
  // Both sign the same tree with the same key, or wait for the other's.
  const checkpoints = await Promise.all(copies.map(({ parts }) => newestCheckpoint('college', parts)))
  expect(checkpoints.map(({ size }) => size)).toEqual([16, 16])
  expect(checkpoints[0]?.text).toBe(checkpoints[1]?.text)
  const evidence = await fetch(`${first.url}/issuers/college/log/evidence?credentialId=${rows[0]?.credential_id}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  })
  expect(evidence.status).toBe(200)
}, 60_000)

test('two copies on PostgreSQL replace a key once, and both sign with the new one and tell a list as it was', async () => {
  const [first, second] = copies
  if (first === undefined || second === undefined) throw new Error('There are not two copies.')
  const { id, apiKey, issueUrl } = await newIssuer(first, { slug: 'over-time' })
  const credential = { ...PLAIN, id: 'urn:example:over-time' }
  await post(issueUrl, { credential }, apiKey)
  const entry = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }
  const revocation = { credentialId: credential.id, credentialStatus: entry }
  const before = new Date()
  const { status } = await post(issueUrl.replace(/issue$/, 'status'), revocation, apiKey)
  expect(status).toBe(200)
  const both = await Promise.allSettled(copies.map(({ parts }) => rotateKey(id, { number: 1, actor: 'system' }, parts)))
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const at = `http://localhost:${second.parts.config.port}`
  const document = await (await fetch(`${at}/issuers/${id}/did.json`)).json()
  expect(document.verificationMethod).toHaveLength(2)
  const list = `${at}/issuers/${id}/status/revocation-1`
  const bitsOf = async (address: string) => summaryOfList(await (await fetch(address)).text())
  const now = await bitsOf(list)
  const then = await bitsOf(`${list}?timestamp=${before.toISOString()}`)
  expect([now.set, then.set]).toEqual([1, 0])
  expect([now.kid, then.kid]).toEqual(['key-2', 'key-2'])
})

test('ES-36 (partly): two copies on PostgreSQL deciding about one learner at once let no more count than the cap', async () => {
  const [first] = copies
  if (first === undefined) throw new Error('There is no copy.')
  await newIssuer(first, { slug: 'deciding', status: false })
  const all = [...copies, ...copies].map(({ parts }) => parts)
  expect(await countedAtOnce('deciding', all)).toEqual(['0', '0', '0', '15'])
})

/** How many bits of a list that is an enveloped VC-JWT are set, and by which key it is. */
function summaryOfList(text: string): { set: number; kid: string | undefined } {
  const { id } = JSON.parse(text)
  const [head = '', body = ''] = String(id).split(',')[1]?.split('.') ?? []
  const part = (encoded: string) => JSON.parse(Buffer.from(encoded, 'base64url').toString())
  const bits = gunzipSync(Buffer.from(part(body).credentialSubject.encodedList.slice(1), 'base64url'))
  return { set: bits.filter((byte) => byte !== 0).length, kid: part(head).kid.split('#')[1] }
}

test('two copies on PostgreSQL award a file each at once: no position, leaf or line of the trail is lost or there twice', async () => {
  const [first, second] = copies
  if (first === undefined || second === undefined) throw new Error('There are not two copies.')
  const school = await College.open(first, { slug: 'school' })
  const achievementId = await school.describe('Welding')
  const files = [first, second].map(({ parts }, at) => ({ parts, name: `results-${at}.csv` }))
  const batches = await Promise.all(
    files.map(async ({ parts, name }) => {
      const lines = Array.from({ length: 250 }, (_, row) => `Person ${row},person${row}@${name}.example,2026-06-25`)
      const bytes = new TextEncoder().encode(['Name,Email,Date', ...lines].join('\n'))
      const file = { field: 'file', name, mediaType: 'text/csv', bytes }
      const id = await uploadResults('school', { achievementId, file, actor: 'test' }, parts)
      await reaches(id, 'read', parts)
      const columns = { name: 'Name', email: 'Email', awardedOn: 'Date' }
      await mapColumns('school', id, { mapping: { columns }, saveAs: undefined }, parts)
      await reaches(id, 'checked', parts)
      return { id, parts }
    }),
  )
  await Promise.all(batches.map(({ id, parts }) => startBatch('school', id, 'test', parts)))
  await Promise.all(batches.map(({ id, parts }) => reaches(id, 'done', parts)))
  const { db } = first.parts.storage
  const issued = await db
    .selectFrom('credential')
    .select(['id', 'signed'])
    .where('issuer_id', '=', 'school')
    .where('state', '=', 'issued')
    .execute()
  expect(issued).toHaveLength(500)
  const ids = issued.map(({ id }) => id)
  const places = await db.selectFrom('status_index').selectAll().where('credential_id', 'in', ids).execute()
  expect(places).toHaveLength(1_000)
  const leaves = await db.selectFrom('log_leaf').selectAll().where('issuer_id', '=', 'school').execute()
  expect(leaves.map(({ position }) => position).sort((a, b) => a - b)).toEqual(issued.map((_one, at) => at))
  expect(new Set(leaves.map(({ credential_id: id }) => id))).toEqual(new Set(ids))
  expect(await verifyChain(db)).toMatchObject({ intact: true })
}, 60_000)

async function reaches(id: string, state: string, parts: IssuerParts): Promise<void> {
  while ((await openBatch('school', id, parts)).batch.state !== state) await sleep(20)
}

test('changes of status from before each was kept are carried over on PostgreSQL too', async () => {
  const [first] = copies
  if (first === undefined) throw new Error('There is no copy.')
  const { db } = first.parts.storage
  const kept = await db.selectFrom('status_change').selectAll().orderBy('list_id').orderBy('position').execute()
  expect(kept.length).toBeGreaterThan(0)
  for (const table of ['status_change', 'retired_key']) await db.schema.dropTable(table).execute()
  await first.parts.storage.transaction((together) => issuerOverTime(together as unknown as Kysely<unknown>))
  const carried = await db.selectFrom('status_change').selectAll().orderBy('list_id').orderBy('position').execute()
  expect(carried).toEqual(kept)
})
