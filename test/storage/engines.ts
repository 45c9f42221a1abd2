import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll } from '@jest/globals'
import pg from 'pg'
import { openStorage, type ServiceName, type Storage, type StorageSettings } from '#storage'
import { sharedPostgres, type TestPostgres } from '../postgres.ts'

export const ENGINES = ['sqlite', 'postgresql'] as const
export type Engine = (typeof ENGINES)[number]

/** Making a database on PostgreSQL takes long: the one that `open` opens is emptied and used again in this process. */
let used: string | undefined

/** Databases of one engine for the tests of one `describe`, empty for each; all are closed and removed again. */
export function databases(engine: Engine) {
  let server: TestPostgres | undefined
  const opened: Storage[] = []
  const folders: string[] = []

  beforeAll(async () => {
    if (engine === 'postgresql') server = await sharedPostgres()
  })
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
    if (used !== undefined) await empty(used)
  })

  /** Where a database is in which nothing was ever made. */
  async function newPlace(): Promise<StorageSettings> {
    if (server !== undefined) return { databaseUrl: await server.newDatabase() }
    const folder = mkdtempSync(join(tmpdir(), 'passport-db-'))
    folders.push(folder)
    return { dataDir: join(folder, 'data') }
  }

  /** Where a database is that holds no rows. */
  async function place(): Promise<StorageSettings> {
    if (server === undefined) return await newPlace()
    used ??= await server.newDatabase()
    return { databaseUrl: used }
  }

  return {
    newPlace,
    place,
    async open(service: ServiceName, where?: StorageSettings): Promise<Storage> {
      const storage = await openStorage(service, where ?? (await place()))
      opened.push(storage)
      return storage
    },
  }
}

/** Takes every row away but those that the migrations made; what refers to what does not matter meanwhile. */
async function empty(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const tables = await client.query<{ name: string; schema: string; table: string }>(
    `select format('%I.%I', schemaname, tablename) as name, schemaname as schema, tablename as table
     from pg_tables where schemaname in ('issuer', 'wallet', 'verifier') and tablename not like 'kysely%'`,
  )
  const names = tables.rows.filter(({ table }) => table !== 'audit_head').map(({ name }) => name)
  // Nearly all are empty: to delete from them costs next to nothing, to truncate them makes each anew.
  await client.query('set session_replication_role = replica')
  await client.query(names.map((name) => `delete from ${name}`).join(';'))
  const heads = tables.rows.filter(({ table }) => table === 'audit_head')
  for (const { name } of heads) await client.query(`update ${name} set seq = 0, hash = repeat('0', 64)`)
  await client.end()
}

/** A time to count from, so that no test depends on the clock. */
export const NOON = new Date('2026-11-25T12:00:00.000Z')
export const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)
