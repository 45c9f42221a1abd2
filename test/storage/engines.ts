import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import { openStorage, type ServiceName, type Storage, type StorageSettings } from '#storage'
import { startPostgres, type TestPostgres } from '../postgres.ts'

export const ENGINES = ['sqlite', 'postgresql'] as const
export type Engine = (typeof ENGINES)[number]

/** Fresh databases of one engine for the tests of one `describe`; all are closed and removed again. */
export function databases(engine: Engine) {
  let server: TestPostgres | undefined
  const opened: Storage[] = []
  const folders: string[] = []

  beforeAll(async () => {
    if (engine === 'postgresql') server = await startPostgres()
  })
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  afterAll(async () => {
    await server?.stop()
  })

  return {
    /** Where an empty database is. */
    async place(): Promise<StorageSettings> {
      if (server !== undefined) return { databaseUrl: await server.newDatabase() }
      const folder = mkdtempSync(join(tmpdir(), 'passport-db-'))
      folders.push(folder)
      return { dataDir: join(folder, 'data') }
    },
    async open(service: ServiceName, place?: StorageSettings): Promise<Storage> {
      const storage = await openStorage(service, place ?? (await this.place()))
      opened.push(storage)
      return storage
    },
    /** The server, for tests that take it away. */
    server: () => server,
  }
}

/** A time to count from, so that no test depends on the clock. */
export const NOON = new Date('2026-11-25T12:00:00.000Z')
export const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)
