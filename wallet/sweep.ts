import { sweepDocuments, sweepJobs, sweepMail, sweepOneTime, sweepSessions } from '#storage'
import { EXPORT_JOB } from './export.ts'
import type { WalletParts } from './parts.ts'

const HOUR_MS = 60 * 60 * 1_000
const DAY_MS = 24 * HOUR_MS
const MONTH_MS = 30 * DAY_MS

/** Forgets what has ended or grown old: sessions, codes, messages, public documents, imports and exports, claims that came to nothing. */
export async function sweep({ storage, now }: Pick<WalletParts, 'storage' | 'now'>): Promise<void> {
  const before = (milliseconds: number) => new Date(now().getTime() - milliseconds)
  await sweepSessions(storage.db, now())
  await sweepOneTime(storage.db, before(DAY_MS))
  await sweepMail(storage.db, before(7 * DAY_MS))
  await sweepDocuments(storage.db, before(MONTH_MS))
  await sweepJobs(storage.db, before(MONTH_MS))
  // Whoever wants it saves it soon, and it is everything of theirs.
  await sweepJobs(storage.db, before(DAY_MS), EXPORT_JOB)
  // An issuer's claim links have ended by then.
  await storage.db
    .deleteFrom('claim_attempt')
    .where('created_at', '<', before(2 * MONTH_MS).toISOString())
    .execute()
}

/** Sweeps every hour. Answers how to stop that. */
export function sweepNowAndThen(parts: Pick<WalletParts, 'storage' | 'now' | 'log'>): () => void {
  const timer = setInterval(() => {
    sweep(parts).catch((error: unknown) => parts.log.error('sweep', error))
  }, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}
