import { z } from 'zod'
import { uuid } from '#platform'
import { type Route, route } from '#server'
import { awardsOf, composeRecord } from '../compose-record.ts'
import type { IssuerParts } from '../parts.ts'
import { staffOf } from '../viewer.ts'
import { recordPage } from '../web/record-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const params = z.object({ id: z.uuid() })
const lines = z.array(z.string().max(100)).max(50).default([])

const recordForm = z.object({
  name: z.string().max(300).default(''),
  award: lines,
  source: lines,
  relation: lines,
  target: lines,
  once: z.uuid(),
})

/** A person's awards put together in one record. */
export function recordRoutes(parts: IssuerParts): Route[] {
  const path = '/console/credentials/:id/record'
  return [
    route({
      ...STAFF,
      method: 'GET',
      path,
      summary: 'The form that puts the awards of one person together in a record.',
      params,
      responses: PAGE,
      run: async ({ user, params: { id } }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const learner = await awardsOf(id, staff, parts)
        const award = learner.awards.map((one) => one.id)
        const form = { name: 'Record of achievement', award, source: [], relation: [], target: [] }
        return { html: recordPage({ staff, id, learner, form, once: uuid() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path,
      summary: 'Sign a record (Comprehensive Learner Record 2.0), and send the link to take it.',
      params,
      body: { form: recordForm },
      responses: ONWARDS,
      run: async ({ user, params: { id }, body: { once, ...form }, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const learner = await awardsOf(id, staff, parts)
        const made = await composeRecord(form, { learner, once }, staff, parts)
        if ('faults' in made) {
          return { status: 422, html: recordPage({ staff, id, learner, form, once, errors: made.faults }) }
        }
        flash('Signed. We have sent the link to take it.')
        return { redirect: `/console/credentials/${made.id}` }
      },
    }),
  ]
}
