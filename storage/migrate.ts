import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { everyService } from './migrations/0001-every-service.ts'
import { issuer } from './migrations/0001-issuer.ts'
import { verifier } from './migrations/0001-verifier.ts'
import { wallet } from './migrations/0001-wallet.ts'
import { statusListVersions } from './migrations/0002-every-service.ts'
import { issuerRows } from './migrations/0002-issuer.ts'
import { walletTransfers } from './migrations/0002-wallet.ts'
import { trustListVersions } from './migrations/0003-every-service.ts'
import { issuerOverTime } from './migrations/0003-issuer.ts'
import { trustListTimesDropped } from './migrations/0003-verifier.ts'
import { issuerDependencies } from './migrations/0004-issuer.ts'
import { issuerRegisters } from './migrations/0005-issuer.ts'
import { issuerLog } from './migrations/0006-issuer.ts'
import { walletEvidence } from './migrations/0006-wallet.ts'
import { trustListsBySigner } from './migrations/0007-every-service.ts'
import { walletPersonal } from './migrations/0008-wallet.ts'
import { issuerListing } from './migrations/0009-issuer.ts'
import { walletHelp } from './migrations/0010-wallet.ts'
import { walletHandover } from './migrations/0011-wallet.ts'
import type { Step } from './migrations/step.ts'
import type { Database, ServiceName } from './schema/database.ts'

/** The steps of every service, and each service's own. They run in the order of their names, each once. */
const EVERY_SERVICE: Record<string, Step> = {
  '0001-every-service': everyService,
  '0002-every-service': statusListVersions,
  '0003-every-service': trustListVersions,
  '0007-every-service': trustListsBySigner,
}
const OWN: Record<ServiceName, Record<string, Step>> = {
  issuer: {
    '0001-issuer': issuer,
    '0002-issuer': issuerRows,
    '0003-issuer': issuerOverTime,
    '0004-issuer': issuerDependencies,
    '0005-issuer': issuerRegisters,
    '0006-issuer': issuerLog,
    '0009-issuer': issuerListing,
  },
  wallet: {
    '0001-wallet': wallet,
    '0002-wallet': walletTransfers,
    '0006-wallet': walletEvidence,
    '0008-wallet': walletPersonal,
    '0010-wallet': walletHelp,
    '0011-wallet': walletHandover,
  },
  verifier: { '0001-verifier': verifier, '0003-verifier': trustListTimesDropped },
}

export function stepsOf(service: ServiceName): Record<string, Step> {
  return { ...EVERY_SERVICE, ...OWN[service] }
}

/** Any number will do, as long as every copy of every service uses the same. */
const LOCK = 5_370_712_025

/**
 * Brings a service's schema up to date, in one transaction: after a crash it is either as before or done. Copies that
 * start at the same time wait for one another.
 */
export async function migrate(
  db: Kysely<Database>,
  service: ServiceName,
  engine: 'sqlite' | 'postgresql',
  steps = stepsOf(service),
): Promise<void> {
  const types = { bytes: engine === 'postgresql' ? 'bytea' : 'blob' } as const
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, { up: (within: Kysely<unknown>) => step(within, types) }]),
  )
  await db.transaction().execute(async (together) => {
    if (engine === 'postgresql') {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(together)
      await together.schema.createSchema(service).ifNotExists().execute()
    }
    const migrator = new Migrator({
      db: together,
      provider: { getMigrations: async () => migrations },
      // Without its name the tables of another service in the same database would be taken for this one's.
      ...(engine === 'postgresql' ? { migrationTableSchema: service } : {}),
    })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
  })
}
