import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import type { IssuerParts } from '../parts.ts'
import { countUntraced, listDependencies } from '../records/dependencies.ts'
import {
  AT_WORK,
  countAffected,
  countReleasable,
  getSuspension,
  listSuspensions,
  sampleAffected,
} from '../records/suspensions.ts'
import { liftSuspension, openDependency, suspendDependents } from '../suspend-dependents.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { type SuspendForm, suspendPage } from '../web/suspend-page.tsx'
import { suspensionPage } from '../web/suspension-page.tsx'
import { SUSPENSIONS, suspensionsPage } from '../web/suspensions-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const SIZE = 50
const SAMPLE = 10
const byId = z.object({ id: z.uuid() })
const number = z.coerce.number().int().min(0).max(1_000_000_000)
const tell = z.enum(['', 'yes']).default('')

const listQuery = z.object({
  text: z.string().trim().max(200).default(''),
  kind: z.enum(['', 'achievement', 'centre', 'assessor']).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

const suspendForm = z.object({
  dependency: z.uuid(),
  credentials: number,
  learners: number,
  reason: z.string().trim().max(500).default(''),
  publicReason: z.string().trim().max(300).default(''),
  tell,
})

/** Suspending a centre, an assessor or a qualification with all that depends on it; and lifting that. */
export function suspensionRoutes(parts: IssuerParts): Route[] {
  return [...suspending(parts), ...lifting(parts)]
}

function suspending(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: SUSPENSIONS,
      summary: 'What awards depend on, to suspend it with them, and what is suspended.',
      query: listQuery,
      responses: PAGE,
      run: async ({ user, query, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const issuerId = staff.issuer.id
        const filter = { text: query.text, ...(query.kind === '' ? {} : { kind: query.kind }) }
        const found = await listDependencies(db, issuerId, filter, { page: query.page, size: SIZE })
        const suspensions = await listSuspensions(db, issuerId)
        const untraced = await countUntraced(db, issuerId)
        const view = { staff, query, ...found, size: SIZE, suspensions, untraced }
        return { html: suspensionsPage({ ...view, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${SUSPENSIONS}/new`,
      summary: 'How many credentials and learners a suspension would concern, and the form that begins it.',
      query: z.object({ dependency: z.uuid() }),
      responses: PAGE,
      run: async ({ user, query }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const { suspension_id } = await openDependency(staff.issuer.id, query.dependency, parts)
        if (suspension_id !== null) return { redirect: `${SUSPENSIONS}/${suspension_id}` }
        return { html: await preview(parts, staff, query.dependency, { reason: '', publicReason: '', tell: true }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: SUSPENSIONS,
      summary: 'Suspend something with all that depends on it, as it was counted, in the background.',
      body: { form: suspendForm },
      responses: ONWARDS,
      run: async ({ user, body }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const { dependency: dependencyId, credentials, learners, reason, publicReason } = body
        const form = { reason, publicReason, tell: body.tell === 'yes' }
        if (reason === '') {
          const errors = [{ field: 'reason', message: 'Say why it is suspended.' }]
          return { status: 422, html: await preview(parts, staff, dependencyId, form, { errors }) }
        }
        const asked = {
          dependencyId,
          reason,
          publicReason: publicReason === '' ? undefined : publicReason,
          tells: form.tell,
          counted: { credentials, learners },
        }
        return await orSayWhy(
          async () => ({ redirect: `${SUSPENSIONS}/${await suspendDependents(asked, staff, parts)}` }),
          (refusal) => preview(parts, staff, dependencyId, form, { refusal }),
        )
      },
    }),
  ]
}

function lifting(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${SUSPENSIONS}/:id`,
      summary: 'A suspension: how far it is, why it was, and how to lift it.',
      params: byId,
      responses: PAGE,
      run: async ({ user, params, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        return { html: await pageOf(parts, staff, params.id, { flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${SUSPENSIONS}/:id/lift`,
      summary: 'Lift a suspension: what it suspended is reinstated, in the background.',
      params: byId,
      body: { form: z.object({ credentials: number, tell }) },
      responses: ONWARDS,
      run: async ({ user, params, body }) => {
        const staff = await staffOf(user, 'issuer', parts)
        return await orSayWhy(
          async () => {
            const confirmed = { credentials: body.credentials, tells: body.tell === 'yes' }
            await liftSuspension(params.id, confirmed, staff, parts)
            return { redirect: `${SUSPENSIONS}/${params.id}` }
          },
          (refusal) => pageOf(parts, staff, params.id, { refusal }),
        )
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${SUSPENSIONS}/:id/progress`,
      summary: 'How far a suspension or its lifting is.',
      params: byId,
      responses: {
        200: {
          description: 'The figures.',
          schema: z.object({ done: z.number(), total: z.number(), state: z.enum(['running', 'done']) }),
        },
      },
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const { done, total, state } = await getSuspension(db, staff.issuer.id, params.id)
        return { json: { done, total, state: AT_WORK.includes(state) ? 'running' : 'done' } }
      },
    }),
  ]
}

/** What would be suspended, with the form as it was filled in. */
async function preview(
  parts: IssuerParts,
  staff: Staff,
  id: string,
  form: SuspendForm,
  faults: Pick<Parameters<typeof suspendPage>[0], 'errors' | 'refusal'> = {},
): Promise<string> {
  const { db } = parts.storage
  const dependency = await openDependency(staff.issuer.id, id, parts)
  const affected = await countAffected(db, staff.issuer.id, id)
  const sample = await sampleAffected(db, staff.issuer.id, id, SAMPLE)
  return suspendPage({ staff, dependency, affected, sample, form, ...faults })
}

async function pageOf(
  { storage: { db } }: IssuerParts,
  staff: Staff,
  id: string,
  extra: { flash?: string | undefined; refusal?: string } = {},
): Promise<string> {
  const suspension = await getSuspension(db, staff.issuer.id, id)
  return suspensionPage({ staff, suspension, releasable: await countReleasable(db, suspension), ...extra })
}

/** Acts and goes on; or shows the page again, with the reason why nothing was done. */
async function orSayWhy(act: () => Promise<{ redirect: string }>, page: (refusal: string) => Promise<string>) {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof PassportError) || error.code !== 'request.conflict') throw error
    return { status: 409, html: await page(error.message) }
  }
}
