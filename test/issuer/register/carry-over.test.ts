import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { canonicalJson, digestMultibase } from '#platform'
import type { IssuerParts } from '../../../issuer/parts.ts'
import { listDrafts } from '../../../issuer/records/register-changes.ts'
import { setUp } from '../../../issuer/register/decide.ts'
import { publishedTrustList } from '../../../issuer/register/publish.ts'
import { migrate, stepsOf } from '../../../storage/migrate.ts'
import { issuerRegisters } from '../../../storage/migrations/0005-issuer.ts'
import { sharedPostgres, type TestPostgres } from '../../postgres.ts'
import { adding, collegeDid, REGISTER, registerParts } from './parts.ts'

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await sharedPostgres()
}, 60_000)

const TABLES = ['document', 'version', 'change', 'facet', 'entry'].map((name) => `register_${name}`)
const SIGNED = { type: ['VerifiableCredential'], validFrom: '2026-10-01T08:00:00Z' }

/** A database as it was before registers, with two who were recognised without a scope. */
async function before(parts: IssuerParts): Promise<void> {
  const { db } = parts.storage
  for (const table of [...TABLES, 'register']) await db.schema.dropTable(table).execute()
  for (const number of [1, 2]) {
    const values = sql.join([REGISTER, collegeDid(number), `College ${number}`, '2024-09-01T00:00:00Z'])
    await sql`insert into recognised_issuer (issuer_id, did, name, recognised_from) values (${values})`.execute(db)
  }
  await db
    .insertInto('published_list')
    .values({
      ...{ id: 'old', issuer_id: REGISTER, kind: 'recognition', number: 1, length: 0, version: 3 },
      signed: JSON.stringify(SIGNED),
      valid_from: '2026-10-01T08:00:00.000Z',
      valid_until: '2099-10-03T08:00:00.000Z',
    })
    .execute()
}

describe.each(['sqlite', 'postgresql'] as const)('what was recognised before registers, on %s', (engine) => {
  let parts: IssuerParts

  beforeAll(async () => {
    parts = await registerParts(engine === 'sqlite' ? undefined : await postgres.newDatabase())
    await before(parts)
    const steps = { ...stepsOf('issuer'), '9999-carry-over': issuerRegisters }
    await migrate(parts.storage.db, 'issuer', engine, steps)
  }, 60_000)

  afterAll(() => parts.close())

  test('needs a scope from people, and the list before is served as it was while it is valid', async () => {
    const { db } = parts.storage
    expect(await listDrafts(db, REGISTER)).toMatchObject([
      { did: collegeDid(1), name: 'College 1', from: '2024-09-01T00:00:00Z' },
      { did: collegeDid(2) },
    ])
    expect((await publishedTrustList(REGISTER, parts)).signed).toBe(JSON.stringify(SIGNED))
    const expired = { ...parts, now: () => new Date('2100-01-01') }
    await expect(publishedTrustList(REGISTER, expired)).rejects.toMatchObject({ code: 'request.notFound' })
  })

  test('is followed by versions that nobody takes for older ones', async () => {
    const { sequence, entries, previousDigest } = await setUp(REGISTER, adding(1), parts)
    expect([sequence, entries]).toEqual([Date.parse(SIGNED.validFrom) + 1, 1])
    expect(previousDigest).toBe(digestMultibase(canonicalJson(SIGNED)))
    expect(await listDrafts(parts.storage.db, REGISTER)).toMatchObject([{ did: collegeDid(2) }])
  })
})
