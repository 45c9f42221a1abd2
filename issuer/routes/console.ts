import { z } from 'zod'
import { PassportError, uuid } from '#platform'
import { type Route, type RouteOptions, route } from '#server'
import { achievementId } from '../achievement.ts'
import { achievementForm, formOf, keepUnshown, readAchievementForm, type Whole } from '../achievement-form.ts'
import { slug, slugOf } from '../create-issuer.ts'
import { describeAchievement } from '../describe-achievement.ts'
import { giveAward } from '../give-award.ts'
import type { IssuerParts } from '../parts.ts'
import { qualityOf } from '../quality.ts'
import { type Achievement, findAchievement, listAchievements } from '../records/achievements.ts'
import { searchCredentials } from '../records/credentials.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { achievementConsolePage } from '../web/achievement-console-page.tsx'
import { achievementFormPage } from '../web/achievement-form-page.tsx'
import { achievementsPage } from '../web/achievements-page.tsx'
import { dashboardPage } from '../web/dashboard-page.tsx'
import { issuePage } from '../web/issue-page.tsx'

export const PAGE: RouteOptions<unknown, unknown, unknown>['responses'] = {
  200: { description: 'A page.', mediaType: 'text/html' },
}
export const ONWARDS: RouteOptions<unknown, unknown, unknown>['responses'] = {
  303: { description: 'To the next page.' },
}
export const STAFF = { tag: 'Console', access: 'user' } as const

const NEWEST = 8
const bySlug = z.object({ slug })
const text = z.string().max(500).default('')

/** The console's overview, achievements, and awards to one person. */
export function consoleRoutes(parts: IssuerParts): Route[] {
  return [...overview(parts), ...describing(parts), ...changing(parts), ...awarding(parts)]
}

function overview(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: '/console',
      summary: 'What to do next, and what was awarded last.',
      responses: PAGE,
      run: async ({ user, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const achievements = await listAchievements(db, staff.issuer.id)
        const { rows, total } = await searchCredentials(db, staff.issuer.id, {}, { page: 1, size: NEWEST })
        const flash = takeFlash()
        return { html: dashboardPage({ staff, flash, achievements: achievements.length, total, newest: rows }) }
      },
    }),
  ]
}

function describing(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/achievements',
      summary: 'What the provider awards.',
      responses: PAGE,
      run: async ({ user, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const achievements = await listAchievements(db, staff.issuer.id)
        return { html: achievementsPage({ staff, achievements, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/achievements/new',
      summary: 'The form that describes an achievement.',
      responses: PAGE,
      run: async ({ user }) => {
        const staff = await staffOf(user, 'issuer', parts)
        return {
          html: achievementFormPage({ staff, form: achievementForm.parse({}), wholes: await wholesOf(staff, parts) }),
        }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: '/console/achievements',
      summary: 'Describe an achievement.',
      body: { form: achievementForm },
      responses: ONWARDS,
      run: async ({ user, body: form, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const wholes = await wholesOf(staff, parts)
        const read = readAchievementForm(form, wholes)
        const taken = 'body' in read && (await findAchievement(db, staff.issuer.id, slugOf(read.body.name)))
        if (taken) {
          const message = 'You have an achievement of this name. Change that one, or choose another name.'
          const faults = [{ field: 'name' as const, message }]
          return { status: 422, html: achievementFormPage({ staff, form, wholes, faults }) }
        }
        if ('faults' in read)
          return { status: 422, html: achievementFormPage({ staff, form, wholes, faults: read.faults }) }
        const made = await describeAchievement(staff.issuer, read, staff.actor, parts)
        flash('The achievement is saved. You can award it now.')
        return { redirect: `/console/achievements/${made.slug}` }
      },
    }),
  ]
}

function changing(parts: IssuerParts): Route[] {
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/achievements/:slug',
      summary: 'One achievement.',
      params: bySlug,
      responses: PAGE,
      run: async ({ user, params, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const achievement = await mustFind(staff, params.slug, parts)
        const quality = qualityOf(achievement.body, staff.issuer)
        return { html: achievementConsolePage({ staff, achievement, quality, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/achievements/:slug/edit',
      summary: 'The form that changes an achievement.',
      params: bySlug,
      responses: PAGE,
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const { body } = await mustFind(staff, params.slug, parts)
        const isMarked = body.endorsements.some(({ about }) => about === 'achievement')
        const wholes = await wholesOf(staff, parts, { slug: params.slug, body })
        return { html: achievementFormPage({ staff, form: formOf(body), wholes, slug: params.slug, isMarked }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: '/console/achievements/:slug',
      summary: 'Change an achievement, as a new version.',
      params: bySlug,
      body: { form: achievementForm },
      responses: ONWARDS,
      run: async ({ user, params, body: form, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const before = await mustFind(staff, params.slug, parts)
        const wholes = await wholesOf(staff, parts, before)
        const read = readAchievementForm(form, wholes)
        if ('faults' in read) {
          const page = achievementFormPage({ staff, form, wholes, faults: read.faults, slug: params.slug })
          return { status: 422, html: page }
        }
        const next = { slug: params.slug, body: keepUnshown(read.body, before.body) }
        const { version } = await describeAchievement(staff.issuer, next, staff.actor, parts)
        flash(`Saved as version ${version}.`)
        return { redirect: `/console/achievements/${params.slug}` }
      },
    }),
  ]
}

function awarding(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: '/console/issue',
      summary: 'The form that awards to one person.',
      query: z.object({ achievement: text }),
      responses: PAGE,
      run: async ({ user, query, now }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const achievements = await listAchievements(db, staff.issuer.id)
        if (achievements.length === 0) return { redirect: '/console' }
        const awardedOn = now.toISOString().slice(0, 10)
        const form = { achievement: query.achievement, name: '', email: '', awardedOn, grade: '', licenceNumber: '' }
        return { html: issuePage({ staff, achievements, form, once: uuid() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: '/console/issue',
      summary: 'Award to one person.',
      body: {
        form: z.object({
          achievement: text,
          name: text,
          email: text,
          awardedOn: text,
          grade: text,
          licenceNumber: text,
          once: z.uuid(),
        }),
      },
      responses: ONWARDS,
      run: async ({ user, body: { once, ...form }, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const given = await giveAward(form, once, staff, parts)
        if ('faults' in given) {
          const achievements = await listAchievements(db, staff.issuer.id)
          return { status: 422, html: issuePage({ staff, achievements, form, once, errors: given.faults }) }
        }
        flash('Signed. We have sent the link to take it.')
        return { redirect: `/console/credentials/${given.id}` }
      },
    }),
  ]
}

/** What an achievement of this issuer can be a part of: its others, and what it is a part of already. */
async function wholesOf(
  { issuer }: Staff,
  { storage, config }: IssuerParts,
  itself?: Pick<Achievement, 'slug' | 'body'>,
): Promise<Whole[]> {
  const others = (await listAchievements(storage.db, issuer.id)).filter(({ slug }) => slug !== itself?.slug)
  const own = others.map((one) => ({ name: one.body.name, url: achievementId(one, issuer, config.baseUrl) }))
  const before = itself?.body.partOf ?? []
  return [...before, ...own.filter(({ url }) => before.every((one) => one.url !== url))]
}

async function mustFind({ issuer }: Staff, name: string, { storage }: IssuerParts) {
  const found = await findAchievement(storage.db, issuer.id, name)
  if (found === undefined) throw new PassportError('request.notFound', 'You have no such achievement.')
  return found
}
