import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** How many statements are kept, and how long the text of one may be: those with a list of many values come once each. */
const MAX_STATEMENTS = 500
const MAX_LENGTH = 2_000

/**
 * A database that prepares each statement once, and not each time it is asked: that takes as long as running most of them.
 * SQLite itself prepares one anew where the schema has changed since. Those that were not used for longest are let go.
 */
export function preparingOnce(database: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>()
  return {
    prepare(text) {
      const known = statements.get(text)
      const statement = known ?? database.prepare(text)
      if (text.length > MAX_LENGTH) return statement
      if (known !== undefined) statements.delete(text)
      statements.set(text, statement)
      for (const oldest of statements.keys()) {
        if (statements.size <= MAX_STATEMENTS) break
        statements.delete(oldest)
      }
      return statement
    },
    close() {
      statements.clear()
      database.close()
    },
  }
}
