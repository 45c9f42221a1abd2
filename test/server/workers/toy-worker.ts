import type { Begin } from '../../../server/workers/messages.ts'

type Job = { double: number } | { ask: string } | { refuse: true } | { break: true } | { spin: true } | { die: true }

/** Does small things, and whatever could go wrong with large ones. */
export const begin: Begin<Job, { by: number }, unknown> =
  async ({ ask, data }) =>
  ({ by }, kept) => {
    return async (job) => {
      if ('double' in job) return { product: job.double * by, data, kept: kept.length }
      if ('ask' in job) return ask('say', job.ask)
      if ('die' in job) process.exit(3)
      if ('spin' in job) for (;;);
      const { PassportError } = await import('#platform')
      if ('refuse' in job) throw new PassportError('json.malformed', 'Not read.', { details: { row: 7 } })
      throw new TypeError('Nobody foresaw this.')
    }
  }
