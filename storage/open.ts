import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, sql } from 'kysely'
import { PassportError } from '#platform'
import { migrate } from './migrate.ts'
import type { Database, Queries, ServiceName, Together } from './schema/database.ts'
import { backupSqlite, openSqliteFile, openSqliteMemory, sqliteDialect } from './sqlite.ts'

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
