import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, sql } from 'kysely'
import { PassportError } from '#platform'
import { migrate } from './migrate.ts'
import type { Database, Queries, ServiceName, Together } from './schema/database.ts'
import { backupSqlite, openSqliteFile, openSqliteMemory, openSqliteToRead, sqliteDialect } from './sqlite.ts'

export interface StorageSettings {
  /** The folder of the SQLite file. */
  dataDir?: string | undefined
  /** The address of a PostgreSQL database; where there is one, SQLite is not used. */
  databaseUrl?: string | undefined
  /** A SQLite database that is gone when it is closed. */
  memory?: boolean
}

/** One service's database, with its schema up to date. */
export interface Storage {
  readonly service: ServiceName
  readonly engine: 'sqlite' | 'postgresql'
  /** For single statements. Within `transaction` use what that hands you: this one would wait for it, and says so. */
  readonly db: Queries
  /** Runs the work's statements together: all of them count, durably, when it returns, and none if it throws. */
  transaction<T>(work: (together: Together) => Promise<T>): Promise<T>
  /** Throws `storage.unavailable` if the database does not answer. */
  ping(): Promise<void>
  /** SQLite only: copies the database, in use, to a file that is not there yet. PostgreSQL has tools of its own. */
  backup?(file: string): Promise<void>
  close(): Promise<void>
}

/** Opens a service's database and brings its schema up to date. */
export async function openStorage(service: ServiceName, settings: StorageSettings): Promise<Storage> {
  const { dataDir, databaseUrl, memory } = settings
  if (databaseUrl !== undefined) {
    const { openPool, postgresqlDialect } = await import('./postgresql.ts')
    const db = new Kysely<Database>({ dialect: postgresqlDialect(openPool(databaseUrl, service), service) })
    return await ready(db, service, 'postgresql')
  }
  if (dataDir === undefined && memory !== true) {
    throw new PassportError('settings.invalid', 'Neither DATA_DIR nor DATABASE_URL says where to keep the data.')
  }
  const database = memory === true || dataDir === undefined ? openSqliteMemory() : openSqliteFile(dataDir, service)
  const db = new Kysely<Database>({ dialect: sqliteDialect(database) })
  return await ready(db, service, 'sqlite', (file) => backupSqlite(database, file))
}

/** A service's database as it is: nothing is made, brought up to date or written. */
export interface ReadOnlyStorage {
  db: Queries
  close(): Promise<void>
}

/** Opens a service's database to read it alone; undefined where that service keeps nothing. */
export async function openToRead(
  service: ServiceName,
  { dataDir, databaseUrl }: Pick<StorageSettings, 'dataDir' | 'databaseUrl'>,
): Promise<ReadOnlyStorage | undefined> {
  const db = databaseUrl === undefined ? fileToRead(service, dataDir ?? '') : await schemaToRead(service, databaseUrl)
  if (db === undefined) return undefined
  try {
    const tables = await db.introspection.getTables()
    const isKept = tables.some(({ name, schema }) => name === 'audit' && (schema === undefined || schema === service))
    if (isKept) return { db, close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw error
  }
  await db.destroy()
  return undefined
}

function fileToRead(service: ServiceName, dataDir: string): Kysely<Database> | undefined {
  const database = openSqliteToRead(dataDir, service)
  return database && new Kysely<Database>({ dialect: sqliteDialect(database) })
}

async function schemaToRead(service: ServiceName, databaseUrl: string): Promise<Kysely<Database>> {
  const { openPool, postgresqlDialect } = await import('./postgresql.ts')
  return new Kysely<Database>({ dialect: postgresqlDialect(openPool(databaseUrl, service), service) })
}

async function ready(
  db: Kysely<Database>,
  service: ServiceName,
  engine: Storage['engine'],
  backup?: (file: string) => Promise<void>,
): Promise<Storage> {
  try {
    await migrate(db, service, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const running = new AsyncLocalStorage<{ open: boolean }>()
  const refuseInside = () => {
    if (running.getStore()?.open === true) throw new Error('A transaction is running here: use what it handed you.')
  }
  return {
    service,
    engine,
    get db() {
      refuseInside()
      return db
    },
    async transaction(work) {
      refuseInside()
      const state = { open: true }
      try {
        return await running.run(state, () => db.transaction().execute(work))
      } finally {
        state.open = false
      }
    },
    async ping() {
      await sql`select 1`.execute(db)
    },
    ...(backup === undefined ? {} : { backup }),
    close: () => db.destroy(),
  }
}
