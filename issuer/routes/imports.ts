import { z } from 'zod'
import { PassportError } from '#platform'
import { forAMoment, type Route, route } from '#server'
import { startBatch } from '../award-results.ts'
import { badRowsCsv } from '../import/bad-rows.ts'
import { FIELD_NAMES } from '../import/columns.ts'
import { MAX_BYTES } from '../import/read-csv.ts'
import { mapColumns, type OpenBatch, openBatch, uploadResults } from '../import-results.ts'
import type { IssuerParts } from '../parts.ts'
import { listAchievements } from '../records/achievements.ts'
import { countRows, eachRows, listRows } from '../records/batch-rows.ts'
import { deleteBatch, findBatch, isAtWork, listBatches } from '../records/batches.ts'
import { staffOf } from '../viewer.ts'
import { columnsPage } from '../web/columns-page.tsx'
import { previewPage, progressPage, refusedPage, workingPage } from '../web/import-pages.tsx'
import { IMPORTS, importsPage } from '../web/imports-page.tsx'
import { ROWS_A_PAGE } from '../web/rows.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const byId = z.object({ id: z.uuid() })
const column = z.string().max(4_096).default('')
const columnsForm = z.object({
  name: column,
  givenName: column,
  familyName: column,
  email: column,
  awardedOn: column,
  grade: column,
  licenceNumber: column,
  sameDate: z.union([z.literal(''), z.iso.date()]).default(''),
  saveAs: z.string().trim().max(100).default(''),
})

const SAMPLES = { of: 'all', limit: 3 } as const
const FIRST = { of: 'good', limit: 10 } as const

/** Results from a file: uploaded and read, mapped, checked, and only then awarded, each in the background. */
export function importRoutes(parts: IssuerParts): Route[] {
  return [...uploading(parts), ...looking(parts), ...mapping(parts), ...awarding(parts), ...following(parts)]
}

function uploading(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: IMPORTS,
      summary: 'Import results, and see earlier imports.',
      query: z.object({ achievement: z.string().max(100).optional() }),
      responses: PAGE,
      run: async ({ user, query, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const achievements = await listAchievements(db, staff.issuer.id)
        const batches = await listBatches(db, staff.issuer.id)
        const achievementId = query.achievement
        return { html: importsPage({ staff, achievements, batches, achievementId, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: IMPORTS,
      summary: 'Upload a file of results.',
      body: { multipart: z.object({ achievement: z.string().max(100) }), maxBytes: MAX_BYTES },
      responses: ONWARDS,
      run: async ({ user, body, files }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const [file] = files
        const refuse = async (status: number, error: string) => {
          const achievements = await listAchievements(db, staff.issuer.id)
          const batches = await listBatches(db, staff.issuer.id)
          return { status, html: importsPage({ staff, achievements, batches, achievementId: body.achievement, error }) }
        }
        if (file === undefined || file.bytes.length === 0) return await refuse(422, 'Choose a file with results.')
        try {
          const upload = { achievementId: body.achievement, file, actor: staff.actor }
          const id = await uploadResults(staff.issuer.id, upload, parts)
          await hasEnded(parts, staff.issuer.id, id)
          const read = await findBatch(db, staff.issuer.id, id)
          if (read?.state !== 'refused') return { redirect: `${IMPORTS}/${id}` }
          // Where that is known so soon, the form is shown again instead of a page about it.
          await deleteBatch(db, staff.issuer.id, id)
          return await refuse(422, read.refusal ?? '')
        } catch (error) {
          if (error instanceof PassportError && error.code === 'csv.malformed') return await refuse(422, error.message)
          if (error instanceof PassportError && error.code === 'csv.tooLarge') return await refuse(413, error.message)
          throw error
        }
      },
    }),
  ]
}

function looking(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${IMPORTS}/:id`,
      summary: 'An import, at the step where it is.',
      params: byId,
      query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
      responses: PAGE,
      run: async ({ user, params, query, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const open = await openBatch(staff.issuer.id, params.id, parts)
        const frame = { staff, open, flash: takeFlash() }
        const { id, state } = open.batch
        switch (state) {
          case 'arriving':
          case 'uploaded':
          case 'checking':
            return { html: workingPage(frame) }
          case 'refused':
            return { html: refusedPage(frame) }
          case 'read':
            return { html: columnsPage({ ...frame, samples: await listRows(db, id, SAMPLES) }) }
          case 'checked': {
            const first = await listRows(db, id, FIRST)
            return { html: previewPage({ ...frame, ...(await rowsOf(parts, open, query.page)), first }) }
          }
          case 'running':
          case 'done': {
            const erased = {
              total: await countRows(db, id, 'erased'),
              rows: await listRows(db, id, { of: 'erased', limit: ROWS_A_PAGE }),
            }
            return { html: progressPage({ ...frame, ...(await rowsOf(parts, open, query.page)), erased }) }
          }
        }
      },
    }),
  ]
}

function mapping(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${IMPORTS}/:id/columns`,
      summary: 'Which column is what.',
      params: byId,
      responses: PAGE,
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const open = await openBatch(staff.issuer.id, params.id, parts)
        const { id, state } = open.batch
        if (state !== 'read' && state !== 'checked') return { redirect: `${IMPORTS}/${id}` }
        return { html: columnsPage({ staff, open, samples: await listRows(db, id, SAMPLES) }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${IMPORTS}/:id/columns`,
      summary: 'Say which column is what.',
      params: byId,
      body: { form: columnsForm },
      responses: ONWARDS,
      run: async ({ user, params, body }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const chosen = FIELD_NAMES.filter((name) => body[name] !== '').map((name) => [name, body[name]])
        const mapping = {
          columns: Object.fromEntries(chosen),
          ...(body.sameDate === '' ? {} : { awardedOn: body.sameDate }),
        }
        const saveAs = body.saveAs === '' ? undefined : body.saveAs
        try {
          await mapColumns(staff.issuer.id, params.id, { mapping, saveAs }, parts)
        } catch (error) {
          if (!(error instanceof PassportError) || error.code !== 'request.invalid') throw error
          const open = { ...(await openBatch(staff.issuer.id, params.id, parts)), mapping }
          const field = FIELD_NAMES.find((name) => error.details.pointer === `/${name}`) ?? 'name'
          const samples = await listRows(db, params.id, SAMPLES)
          return {
            status: 422,
            html: columnsPage({ staff, open, samples, errors: [{ field, message: error.message }] }),
          }
        }
        await hasEnded(parts, staff.issuer.id, params.id)
        return { redirect: `${IMPORTS}/${params.id}` }
      },
    }),
  ]
}

function awarding(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'POST',
      path: `${IMPORTS}/:id/award`,
      summary: 'Award the good rows, in the background.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'issuer', parts)
        await startBatch(staff.issuer.id, params.id, staff.actor, parts)
        return { redirect: `${IMPORTS}/${params.id}` }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${IMPORTS}/:id/discard`,
      summary: 'Delete an import that was not awarded.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        if (!(await deleteBatch(db, staff.issuer.id, params.id))) {
          throw new PassportError('request.conflict', 'There is no import here that could be discarded.')
        }
        flash('The import is deleted. Nothing was signed.')
        return { redirect: IMPORTS }
      },
    }),
  ]
}

function following(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${IMPORTS}/:id/progress`,
      summary: 'How far the reading, checking or awarding is.',
      params: byId,
      responses: {
        200: {
          description: 'The figures.',
          schema: z.object({ done: z.number(), total: z.number(), state: z.enum(['running', 'done']) }),
        },
      },
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const batch = await findBatch(db, staff.issuer.id, params.id)
        if (batch === undefined) throw new PassportError('request.notFound', 'There is no such import here.')
        const { done, total } = batch
        return { json: { done, total, state: isAtWork(batch) ? 'running' : 'done' } }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${IMPORTS}/:id/not-awarded.csv`,
      summary: 'The rows that are not awarded, with what is wrong, as CSV.',
      params: byId,
      responses: { 200: { description: 'The rows.', mediaType: 'text/csv' } },
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const open = await openBatch(staff.issuer.id, params.id, parts)
        const { id, columns } = open.batch
        return {
          bytes: await badRowsCsv(columns, eachRows(db, id, { of: 'bad', limit: 500 })),
          contentType: 'text/csv; charset=utf-8',
          headers: { 'Content-Disposition': 'attachment; filename="not-awarded.csv"' },
        }
      },
    }),
  ]
}

/** Waits a moment for what is done in the background. */
const hasEnded = ({ storage: { db } }: IssuerParts, issuerId: string, id: string) =>
  forAMoment(async () => {
    const batch = await findBatch(db, issuerId, id)
    return batch === undefined || !isAtWork(batch)
  })

async function rowsOf({ storage: { db } }: IssuerParts, { batch }: OpenBatch, page: number) {
  const offset = (page - 1) * ROWS_A_PAGE
  return { at: page, bad: await listRows(db, batch.id, { of: 'bad', limit: ROWS_A_PAGE, offset }) }
}
