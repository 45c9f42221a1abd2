import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import { changeStatus } from '../change-status.ts'
import { erase } from '../erase.ts'
import type { IssuerParts } from '../parts.ts'
import { listAchievements } from '../records/achievements.ts'
import { listClaims } from '../records/claims.ts'
import { getIssued, searchCredentials } from '../records/credentials.ts'
import { listHolding } from '../records/suspensions.ts'
import { resendClaim } from '../resend-claim.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { credentialPage } from '../web/credential-page.tsx'
import { credentialsPage } from '../web/credentials-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const byId = z.object({ id: z.uuid() })
const SIZE = 50
const reason = z.string().trim().max(500).default('')

const listQuery = z.object({
  text: z.string().trim().max(200).default(''),
  status: z.enum(['', 'valid', 'suspended', 'revoked']).default(''),
  achievement: z.string().max(100).default(''),
  batch: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

const statusForm = z.object({
  act: z.enum(['revoke', 'suspend', 'reinstate']),
  revokeReason: reason,
  suspendReason: reason,
  reinstateReason: reason,
})

const DONE = {
  revoke: 'Revoked, and the list is published.',
  suspend: 'Suspended, and the list is published.',
  reinstate: 'Reinstated, and the list is published.',
}

/** What was issued: to look up, and to act upon. */
export function credentialRoutes(parts: IssuerParts): Route[] {
  return [...lookingUp(parts), ...acting(parts)]
}

function lookingUp(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/credentials',
      summary: 'All that was issued, to search and to filter.',
      query: listQuery,
      responses: PAGE,
      run: async ({ user, query, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const filter = {
          text: query.text,
          ...(query.status === '' ? {} : { status: query.status }),
          ...(query.achievement === '' ? {} : { achievementId: query.achievement }),
          ...(query.batch === '' ? {} : { batchId: query.batch }),
        }
        const found = await searchCredentials(db, staff.issuer.id, filter, { page: query.page, size: SIZE })
        const achievements = await listAchievements(db, staff.issuer.id)
        return { html: credentialsPage({ staff, query, ...found, size: SIZE, achievements, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/credentials/:id',
      summary: 'One credential.',
      params: byId,
      responses: PAGE,
      run: async ({ user, params, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        return { html: await pageOf(parts, staff, params.id, takeFlash()) }
      },
    }),
  ]
}

function acting(parts: IssuerParts): Route[] {
  return [
    route({
      ...STAFF,
      method: 'POST',
      path: '/console/credentials/:id/status',
      summary: 'Revoke, suspend or reinstate.',
      params: byId,
      body: { form: statusForm },
      responses: ONWARDS,
      run: async ({ user, params, body, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const why = body[`${body.act}Reason`]
        const change = { act: body.act, reason: why === '' ? undefined : why, actor: staff.actor }
        return await orSayWhy(parts, staff, params.id, async () => {
          await changeStatus(staff.issuer.id, params.id, change, parts)
          flash(DONE[body.act])
        })
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: '/console/credentials/:id/resend',
      summary: 'Send a new claim link; the ones before it end.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        return await orSayWhy(parts, staff, params.id, async () => {
          await resendClaim(params.id, staff, parts)
          flash('A new link is on its way. The one before does not work any more.')
        })
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: '/console/credentials/:id/erase',
      summary: 'Erase what is kept of the person.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        await erase(staff.issuer.id, params.id, staff.actor, parts)
        flash('Erased. What the person holds stays good.')
        return { redirect: `/console/credentials/${params.id}` }
      },
    }),
  ]
}

async function pageOf(parts: IssuerParts, staff: Staff, id: string, flash?: string, error?: string): Promise<string> {
  const { db } = parts.storage
  return credentialPage({
    staff,
    record: await getIssued(db, staff.issuer.id, id),
    claim: claimStateOf(await listClaims(db, staff.issuer.id, id), parts.now()),
    holding: await listHolding(db, staff.issuer.id, id),
    hasStatus: staff.issuer.hasStatus,
    flash,
    ...(error === undefined ? {} : { error }),
  })
}

/** Whether it was claimed, or still can be, by its claim links, the newest first. */
function claimStateOf(claims: Awaited<ReturnType<typeof listClaims>>, now: Date) {
  const taken = claims.find(({ claimed_at }) => claimed_at !== null)
  if (taken !== undefined) return { state: 'claimed', at: taken.claimed_at } as const
  const [newest] = claims
  if (newest === undefined) return { state: 'none', at: null } as const
  const isOpen = newest.expires_at > now.toISOString()
  return { state: isOpen ? 'open' : 'expired', at: newest.expires_at } as const
}

/** Acts and goes on to the credential's page; or shows that page with the reason why it could not be done. */
async function orSayWhy(parts: IssuerParts, staff: Staff, id: string, act: () => Promise<void>) {
  try {
    await act()
    return { redirect: `/console/credentials/${id}` }
  } catch (error) {
    if (!(error instanceof PassportError) || error.code !== 'request.conflict') throw error
    return { status: 409, html: await pageOf(parts, staff, id, undefined, error.message) }
  }
}
