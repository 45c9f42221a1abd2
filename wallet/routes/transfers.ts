import { z } from 'zod'
import { PassportError } from '#platform'
import { type Answer, forAMoment, type RequestContext, type Route } from '#server'
import { findJob, forgetJob, type Job } from '#storage'
import { EXPORT_JOB, startExport } from '../export.ts'
import { IMPORT_JOB } from '../import-files.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { countOutcomes, findFile, listFiles, listResults } from '../records/transfers.ts'
import { importedPage, RESULTS_A_PAGE } from '../web/imported.tsx'
import { exportedPage, transferPage } from '../web/transfer.tsx'
import { own } from './own.ts'

export const IMPORTS = '/add/imports'
export const EXPORTS = '/account/exports'

const byId = z.object({ id: z.uuid() })
const FIGURES = z.object({ done: z.number(), total: z.number(), state: z.enum(['running', 'done', 'failed']) })
const PROGRESS = { 200: { description: 'The figures.', schema: FIGURES } }

/** Waits for a moment until a job has ended. */
export async function untilEnded({ storage }: WalletParts, person: Person, id: string): Promise<void> {
  await forAMoment(async () => (await findJob(storage.db, person.id, id))?.finishedAt !== null)
}

/** Files that are being brought in, and what became of what was in them. */
export function importRoutes(parts: WalletParts): Route[] {
  const { db } = parts.storage
  const tag = 'Receiving'
  return [
    own(parts, {
      method: 'GET',
      path: `${IMPORTS}/:id`,
      summary: 'How far an import is, and what became of each thing in it.',
      tag,
      params: byId,
      query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
      run: async (person, { params: { id }, query }) => {
        const job = await jobOf(parts, person, id, IMPORT_JOB)
        const at = `${IMPORTS}/${id}`
        if (job.state !== 'done') return { html: transferPage(person, { job, at, kind: 'import' }) }
        const outcomes = await countOutcomes(db, id)
        const results = await listResults(parts, person, id, { page: query.page, size: RESULTS_A_PAGE })
        return { html: importedPage(person, { results, outcomes, at, page: query.page }) }
      },
    }),
    progressOf(parts, `${IMPORTS}/:id/progress`, { kind: IMPORT_JOB, tag }),
    own(parts, {
      method: 'POST',
      path: `${IMPORTS}/:id/forget`,
      summary: 'Forget the list of what became of an import; the credentials stay.',
      tag,
      params: byId,
      run: async (person, { params: { id } }) => {
        await jobOf(parts, person, id, IMPORT_JOB)
        await forgetJob(db, person.id, id)
        return { redirect: '/passport' }
      },
    }),
  ]
}

/** Everything of a person's, to take away. */
export function exportRoutes(parts: WalletParts): Route[] {
  const { db } = parts.storage
  const tag = 'Account'
  return [
    own(parts, {
      method: 'POST',
      path: '/export',
      summary:
        'Everything of the person who is signed in, as a ZIP; where that takes longer, the page that follows it.',
      tag,
      responses: {
        200: { description: 'A ZIP file.', mediaType: 'application/zip' },
        303: { description: 'To the page that shows how far it is.' },
      },
      run: async (person) => {
        const id = await startExport(parts, person)
        await untilEnded(parts, person, id)
        const job = await findJob(db, person.id, id)
        const files = await listFiles(db, person, id)
        if (job?.state !== 'done' || files.length !== 1) return { redirect: `${EXPORTS}/${id}` }
        const answer = await archiveOf(parts, person, { id, number: 1 })
        await forgetJob(db, person.id, id)
        return answer
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${EXPORTS}/:id`,
      summary: 'How far an export is, and then its files.',
      tag,
      params: byId,
      run: async (person, { params: { id } }) => {
        const job = await jobOf(parts, person, id, EXPORT_JOB)
        const at = `${EXPORTS}/${id}`
        if (job.state !== 'done') return { html: transferPage(person, { job, at, kind: 'export' }) }
        return { html: exportedPage(person, { files: await listFiles(db, person, id), total: job.total, at }) }
      },
    }),
    progressOf(parts, `${EXPORTS}/:id/progress`, { kind: EXPORT_JOB, tag }),
    own(parts, {
      method: 'GET',
      path: `${EXPORTS}/:id/:number`,
      summary: 'One file of an export.',
      tag,
      params: byId.extend({ number: z.coerce.number().int().min(1).max(10_000) }),
      responses: { 200: { description: 'A ZIP file.', mediaType: 'application/zip' } },
      run: async (person, { params: { id, number } }) => {
        const job = await jobOf(parts, person, id, EXPORT_JOB)
        if (job.state !== 'done') throw gone()
        return await archiveOf(parts, person, { id, number })
      },
    }),
  ]
}

function progressOf(parts: WalletParts, path: string, { kind, tag }: { kind: string; tag: string }): Route {
  return own(parts, {
    method: 'GET',
    path,
    summary: 'How far it is.',
    tag,
    params: byId,
    responses: PROGRESS,
    run: async (
      person: Person,
      { params: { id } }: Pick<RequestContext<z.infer<typeof byId>, unknown, unknown>, 'params'>,
    ) => {
      const { done, total, state } = await jobOf(parts, person, id, kind)
      return { json: { done, total, state: state === 'queued' ? 'running' : state } }
    },
  })
}

async function archiveOf(
  parts: WalletParts,
  person: Person,
  { id, number }: { id: string; number: number },
): Promise<Answer> {
  const file = await findFile(parts, person, { job: id, number })
  if (file === undefined) throw gone()
  const several = (await listFiles(parts.storage.db, person, id)).length > 1
  return {
    bytes: file.bytes,
    contentType: 'application/zip',
    headers: {
      'Content-Disposition': `attachment; filename="${file.name}${several ? `-part-${number}` : ''}.zip"`,
    },
  }
}

async function jobOf({ storage }: WalletParts, person: Person, id: string, kind: string): Promise<Job> {
  const job = await findJob(storage.db, person.id, id)
  if (job?.kind !== kind) throw gone()
  return job
}

const gone = () => new PassportError('request.notFound', 'This is not here any more, or never was.')
