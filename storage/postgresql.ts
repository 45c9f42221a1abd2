import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { PassportError } from '#platform'
import { reportingFailures } from './failure.ts'
import type { ServiceName } from './schema/database.ts'

// Counts and sequence numbers: all of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** A pool of connections that survives the loss of any of them. */
export function openPool(databaseUrl: string, service: ServiceName): pg.Pool {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new PassportError('settings.invalid', 'DATABASE_URL is not a postgres:// address.')
  }
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: `skills-passport ${service}`,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    keepAlive: true,
  })
  // A client that nobody listens to ends the process when its server goes; the query that meets it reports it instead.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

const ignore = () => {}

/** Kysely's dialect for a pool, with each connection looking into the service's own schema. */
export function postgresqlDialect(pool: pg.Pool, service: ServiceName): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () =>
      reportingFailures(
        new PostgresDriver({
          pool,
          onCreateConnection: async (connection: DatabaseConnection) => {
            await connection.executeQuery(CompiledQuery.raw(`set search_path to "${service}"`))
          },
        }),
      ),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** Migrations run within a lock of their own that ends with their transaction, whatever becomes of it. */
class Adapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
