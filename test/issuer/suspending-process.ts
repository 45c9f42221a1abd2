import { flushCompileCache } from 'node:module'
import { createJobs } from '#server'
import { storesOf } from '#storage'
import { CASCADE_JOB, carryOut, resumeCascades } from '../../issuer/cascade.ts'
import { readConfig } from '../../issuer/config.ts'
import { openParts } from '../../issuer/parts.ts'
import { settleUnfinished } from '../../issuer/settle.ts'

/**
 * An issuer's process, to be killed: told to go, it opens the data, settles what the one before left, and carries out what
 * suspension there is to carry out, saying after each slice how far it is.
 */
process.once('message', (settings: Record<string, string>) => void run(settings))
flushCompileCache()
process.send?.('warm')

async function run(settings: Record<string, string>): Promise<void> {
  const parts = await openParts(readConfig(settings))
  await settleUnfinished(parts)
  await resumeCascades(parts)
  const carry = carryOut(parts, new AbortController().signal)
  const handlers = {
    [CASCADE_JOB]: (job: Parameters<typeof carry>[0], progress: Parameters<typeof carry>[1]) =>
      carry(job, async (done, total) => {
        await progress(done, total)
        process.send?.('slice')
      }),
  }
  createJobs({ store: storesOf(parts.storage).jobs, handlers, log: parts.log, now: parts.now }).start()
}
