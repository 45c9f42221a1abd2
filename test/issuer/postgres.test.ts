import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunningIssuer } from '../../issuer/start.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let postgres: TestPostgres
let copies: RunningIssuer[]

beforeAll(async () => {
  postgres = await startPostgres()
  const DATABASE_URL = await postgres.newDatabase()
  const first = await runIssuer({ DATABASE_URL }, false)
  const { dataDir, baseUrl } = first.parts.config
  // A second copy of the same service: the same database, keys and address, at a port of its own.
  const second = await runIssuer({ DATABASE_URL, DATA_DIR: dataDir, ISSUER_URL: baseUrl }, false)
  copies = [first, second]
}, 90_000)

afterAll(async () => {
  await Promise.all(copies.map((copy) => copy.stop()))
  await postgres.stop()
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
}, 60_000)
