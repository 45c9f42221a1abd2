import type { DatabaseConnection, Driver } from 'kysely'
import { PassportError } from '#platform'

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100'])

/** SQLite result codes (with their extensions), Node's network errors, and PostgreSQL's SQLSTATE classes and codes. */
const UNAVAILABLE =
  /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENET|ENOENT|EACCES|08|28|3D000|40001|40P01|53|55P03|57)/

/** What the driver for PostgreSQL says, without a code, of a connection that went away. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])

/** What went wrong below, in our words: `storage.full` and `storage.unavailable`; anything else stays what it is. */
export function storageError(cause: unknown): unknown {
  if (cause instanceof PassportError) return cause
  const code = textOf(cause, 'code')
  if (FULL.has(code)) {
    return new PassportError('storage.full', 'The disk is full. Nothing was lost; make room and try again.', { cause })
  }
  if (UNAVAILABLE.test(code) || LOST.test(textOf(cause, 'message'))) {
    return new PassportError('storage.unavailable', 'The database cannot be reached just now. Try again.', { cause })
  }
  return cause
}

/** Whether a row was refused because another one already has its key. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has(textOf(error, 'code'))
}

/** Whether another writer was in the way; what was asked has not been done then. */
export function isBusy(error: unknown): boolean {
  return textOf(error, 'code') === 'SQLITE_BUSY'
}

/** A property of something thrown, whatever library threw it. */
function textOf(thrown: unknown, name: 'code' | 'message'): string {
  if (typeof thrown !== 'object' || thrown === null) return ''
  const value: unknown = Reflect.get(thrown, name)
  return typeof value === 'string' ? value : ''
}

/** Makes every failure of a driver, whichever query meets it, come out as `storageError` says. */
export function reportingFailures<D extends Driver>(driver: D): D {
  const acquire = driver.acquireConnection.bind(driver)
  const seen = new WeakSet<DatabaseConnection>()
  driver.acquireConnection = async (options) => {
    const connection = await translated(acquire(options))
    if (!seen.has(connection)) {
      seen.add(connection)
      const execute = connection.executeQuery.bind(connection)
      connection.executeQuery = async (query, queryOptions) => {
        refuseUnstorable(query.parameters)
        return await translated(execute(query, queryOptions))
      }
    }
    return connection
  }
  return driver
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw storageError(cause)
  }
}

/**
 * PostgreSQL cannot store U+0000 and SQLite can; half a surrogate pair would be stored as another character. Both are
 * refused on both, so that what is read is what was written.
 */
function refuseUnstorable(parameters: readonly unknown[]): void {
  for (const value of parameters) {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
      throw new PassportError('request.invalid', 'A text contains a character that cannot be stored.')
    }
  }
}
