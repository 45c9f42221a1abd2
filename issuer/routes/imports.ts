import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import { badRowsCsv } from '../import/bad-rows.ts'
import { FIELD_NAMES } from '../import/columns.ts'
import { MAX_BYTES } from '../import/read-csv.ts'
import { checkRows, mapColumns, openBatch, startBatch, uploadResults } from '../import-results.ts'
import type { IssuerParts } from '../parts.ts'
import { listAchievements } from '../records/achievements.ts'
import { deleteBatch, findBatch, listBatches } from '../records/batches.ts'
import { staffOf } from '../viewer.ts'
import { columnsPage, previewPage, progressPage } from '../web/import-pages.tsx'
import { IMPORTS, importsPage } from '../web/imports-page.tsx'
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
  sameDate: z.union([z.literal(''), z.iso.date()]).default(''),
  saveAs: z.string().trim().max(100).default(''),
})

/** Results from a file: uploaded, mapped, checked, and only then awarded, in the background. */
export function importRoutes(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: IMPORTS,
      summary: 'Upload results, and see earlier uploads.',
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
          return { redirect: `${IMPORTS}/${await uploadResults(staff.issuer.id, upload, parts)}` }
        } catch (error) {
          if (error instanceof PassportError && error.code === 'csv.malformed') return await refuse(422, error.message)
          if (error instanceof PassportError && error.code === 'csv.tooLarge') return await refuse(413, error.message)
          throw error
        }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${IMPORTS}/:id`,
      summary: 'An upload, at the step where it is.',
      params: byId,
      query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
      responses: PAGE,
      run: async ({ user, params, query, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const open = await openBatch(staff.issuer.id, params.id, parts)
        const frame = { staff, open, flash: takeFlash() }
        if (open.batch.state === 'uploaded') return { html: columnsPage(frame) }
        const shown = { ...frame, linted: await checkRows(open, parts), at: query.page }
        return { html: open.batch.state === 'checked' ? previewPage(shown) : progressPage(shown) }
      },
    }),
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
        const hasBegun = open.batch.state === 'running' || open.batch.state === 'done'
        return hasBegun ? { redirect: `${IMPORTS}/${params.id}` } : { html: columnsPage({ staff, open }) }
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
          const field = error.message.includes('date') ? 'awardedOn' : 'name'
          return { status: 422, html: columnsPage({ staff, open, errors: [{ field, message: error.message }] }) }
        }
        return { redirect: `${IMPORTS}/${params.id}` }
      },
    }),
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
      summary: 'Delete an upload that was not awarded.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        if (!(await deleteBatch(db, staff.issuer.id, params.id))) {
          throw new PassportError('request.conflict', 'There is no upload here that could be discarded.')
        }
        flash('The upload is deleted. Nothing was signed.')
        return { redirect: IMPORTS }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${IMPORTS}/:id/progress`,
      summary: 'How far the awarding is.',
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
        const { done, total, state } = batch
        return { json: { done, total, state: state === 'done' ? 'done' : 'running' } }
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
        const { problems } = await checkRows(open, parts)
        const failures = open.batch.failures.map(({ row, reason }) => ({ row, column: 'Signing', reason, remedy: '' }))
        return {
          bytes: badRowsCsv(open.sheet, [...problems, ...failures]),
          contentType: 'text/csv; charset=utf-8',
          headers: { 'Content-Disposition': 'attachment; filename="not-awarded.csv"' },
        }
      },
    }),
  ]
}
