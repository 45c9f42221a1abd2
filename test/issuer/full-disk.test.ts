import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let running: RunningIssuer
let college: CreatedIssuer

beforeAll(async () => {
  running = await runIssuer({}, false)
  college = await newIssuer(running)
})

afterAll(() => running.stop())

async function limitPages(spare: number): Promise<void> {
  const { db } = running.parts.storage
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + spare)}`.execute(db)
}

test('a full disk is 507; what was acknowledged is there, and with room it goes on without a restart', async () => {
  await limitPages(20)
  const acknowledged: string[] = []
  const refused: unknown[] = []
  for (let number = 0; refused.length < 3 && number < 500; number++) {
    const id = `urn:example:${number}`
    const { status, json } = await post(college.issueUrl, { credential: { ...PLAIN, id } }, college.apiKey)
    if (status === 201) acknowledged.push(id)
    else refused.push([status, json.code])
  }
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(refused).toEqual(Array(3).fill([507, 'storage.full']))
  const rows = await running.parts.storage.db
    .selectFrom('credential')
    .select('credential_id')
    .where('state', '=', 'issued')
    .execute()
  expect(rows).toHaveLength(acknowledged.length)
  expect(new Set(rows.map(({ credential_id }) => credential_id))).toEqual(new Set(acknowledged))
  expect((await fetch(`${running.url}/issuers/college`)).status).toBe(200)

  await limitPages(100_000)
  expect((await post(college.issueUrl, { credential: PLAIN }, college.apiKey)).status).toBe(201)
})
