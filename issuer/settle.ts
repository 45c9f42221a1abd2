import type { IssuerParts } from './parts.ts'
import { failOldIntents } from './records/credentials.ts'

/** No signature takes this long: an intent older than that is nobody's any more. */
const LONG_MS = 2 * 60_000

/**
 * Settles what a crash left: intents that nothing came of are marked failed. With SQLite this process is the only one,
 * so everything unfinished is from before; the leases of its jobs and requests end at once. Other copies of the service
 * may be at work on PostgreSQL, so there only what is old is settled.
 */
export async function settleUnfinished({ storage, now, log }: IssuerParts): Promise<number> {
  const time = now()
  const alone = storage.engine === 'sqlite'
  const count = await failOldIntents(storage.db, alone ? time : new Date(time.getTime() - LONG_MS))
  if (alone) {
    await storage.db
      .updateTable('idempotency')
      .set({ leased_until: time.toISOString() })
      .where('state', '=', 'started')
      .execute()
    await storage.db
      .updateTable('job')
      .set({ leased_until: time.toISOString() })
      .where('state', '=', 'running')
      .execute()
  }
  if (count > 0) log.info('issue.settled', { count })
  return count
}
