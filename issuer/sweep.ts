import { sweepIdempotency, sweepJobs, sweepMail, sweepOneTime, sweepSessions } from '#storage'
import { resumeCascades } from './cascade.ts'
import type { IssuerParts } from './parts.ts'
import { forgetFiles } from './records/batch-rows.ts'
import { sweepArriving } from './records/batches.ts'
import { publishRegisters } from './register/publish.ts'
import { settleUnfinished } from './settle.ts'
import { resumeTracing } from './trace-dependencies.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Forgets what has had its time: ended sessions and links, sent messages, answered requests, uploaded files. Takes up what nobody
 * is at work on.
 */
export async function sweep(parts: IssuerParts): Promise<void> {
  const { storage, now, log } = parts
  const { db } = storage
  const time = now()
  const daysAgo = (days: number) => new Date(time.getTime() - days * DAY_MS)
  try {
    await sweepSessions(db, time)
    await sweepOneTime(db, daysAgo(1))
    await sweepMail(db, daysAgo(7))
    await sweepJobs(db, daysAgo(7))
    await sweepIdempotency(db, daysAgo(30))
    await forgetFiles(db, daysAgo(30))
    await sweepArriving(db, daysAgo(1))
    await resumeCascades(parts)
    await resumeTracing(parts)
    if (storage.engine === 'postgresql') await settleUnfinished(parts)
    await publishRegisters(parts)
  } catch (error) {
    log.error('sweep', error)
  }
}
