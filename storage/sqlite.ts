import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { PassportError } from '#platform'
import { isBusy, reportingFailures, storageError } from './failure.ts'
import { preparingOnce } from './prepared-statements.ts'

/** Releases before this one can corrupt a database when its write-ahead log starts over. */
const OLDEST_SQLITE = [3, 51, 3] as const

/** How long a writer waits for the writer of another process: first blocking, since mostly it is done at once. */
const BUSY_TIMEOUT_MS = 50
const PATIENCE_MS = 5_000

/** Opens `<dataDir>/<name>.sqlite`, readable by its owner alone. An acknowledged write survives a power cut. */
export function openSqliteFile(dataDir: string, name: string): Sqlite.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const file = join(dataDir, `${name}.sqlite`)
    closeSync(openSync(file, 'a', 0o600))
    return configured(new Sqlite(file, { timeout: BUSY_TIMEOUT_MS }))
  } catch (cause) {
    const error = storageError(cause)
    if (error instanceof PassportError) throw error
    throw new PassportError('storage.unavailable', `The data folder ${dataDir} cannot be used.`, { cause })
  }
}

/** Opens `<dataDir>/<name>.sqlite` to read it alone; undefined where there is no such file. */
export function openSqliteToRead(dataDir: string, name: string): Sqlite.Database | undefined {
  const file = join(dataDir, `${name}.sqlite`)
  if (!existsSync(file)) return undefined
  try {
    return new Sqlite(file, { readonly: true, timeout: PATIENCE_MS })
  } catch (cause) {
    throw new PassportError('storage.unavailable', `The database ${file} cannot be read.`, { cause })
  }
}

/** A database that is gone when it is closed. */
export function openSqliteMemory(): Sqlite.Database {
  return configured(new Sqlite(':memory:'))
}

function configured(database: Sqlite.Database): Sqlite.Database {
  requireVersion(database.prepare('select sqlite_version()').pluck().get())
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  // In pages of 4 KiB: pages that many transactions change after one another are carried over into the database once.
  database.pragma('wal_autocheckpoint = 8000')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  // What is deleted is overwritten: a person who leaves is not left behind in free pages.
  database.pragma('secure_delete = ON')
  return database
}

/** Refuses a SQLite that is too old to be trusted with data. */
export function requireVersion(version: unknown): void {
  const parts = String(version).split('.').map(Number)
  const difference = OLDEST_SQLITE.map((oldest, at) => (parts[at] ?? Number.NaN) - oldest).find((by) => by !== 0) ?? 0
  if (difference >= 0) return
  const oldest = OLDEST_SQLITE.join('.')
  throw new PassportError('storage.unavailable', `SQLite ${String(version)} is too old: ${oldest} or newer is needed.`)
}

/** A copy of the whole database as of one moment, made while it is in use. Refuses to replace a file. */
export async function backupSqlite(database: Sqlite.Database, file: string): Promise<void> {
  if (existsSync(file)) throw new PassportError('request.conflict', 'The backup file is already there.')
  try {
    closeSync(openSync(file, 'wx', 0o600))
    await database.backup(file)
    chmodSync(file, 0o600)
  } catch (cause) {
    throw storageError(cause)
  }
}

/** Kysely's dialect for one SQLite connection. Kysely hands that connection to one transaction or query at a time. */
export function sqliteDialect(database: Sqlite.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => reportingFailures(new WritingDriver(database)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite changes its schema within transactions as well as its rows, so a migration is all or nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class WritingDriver extends SqliteDriver {
  readonly #database: Sqlite.Database
  #connection: DatabaseConnection | undefined

  constructor(database: Sqlite.Database) {
    super({ database: preparingOnce(database) })
    this.#database = database
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= patient(await super.acquireConnection())
    return this.#connection
  }

  /** Takes the write lock at once: a transaction that reads first and then writes could not wait for it later. */
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings = {}): Promise<void> {
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  /** A full disk has SQLite roll back by itself; rolling back again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

/** Tries a statement that found another writer again, without holding up all else. Such a statement has done nothing. */
function patient(connection: DatabaseConnection): DatabaseConnection {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (query, options) => {
    const giveUp = performance.now() + PATIENCE_MS
    for (;;) {
      try {
        return await execute(query, options)
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUp) throw error
        await sleep(10)
      }
    }
  }
  return connection
}
