import { z } from 'zod'
import { type Route, route } from '#server'
import {
  acceptHelp,
  endHelp,
  type HelpFaults,
  type HelpWish,
  helpUrl,
  inviteHelper,
  lookAtInvitation,
  readHelp,
} from '../help.ts'
import type { WalletParts } from '../parts.ts'
import { listHelp } from '../records/help.ts'
import type { Person } from '../records/person.ts'
import { helpedPage, helpingPage, invitationPage } from '../web/helping.tsx'
import { helperPage, helpersPage } from '../web/invite-helper.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Helping'
const LIMIT = { requests: 120, seconds: 60 }

const params = z.object({ id: z.string().max(64) })
const token = z.object({ token: z.string().max(64) })
const NOTHING: HelpWish = { may: [], minutes: '60' }

/** Help by somebody who has no account here: invited, for a time, with what the holder allows, and written down. */
export function helpRoutes(parts: WalletParts): Route[] {
  return [...holderRoutes(parts), ...invitationRoutes(parts), ...helperRoutes(parts)]
}

function holderRoutes(parts: WalletParts): Route[] {
  const page = async (
    person: Person,
    more: { wish?: HelpWish; faults?: HelpFaults; flash?: string | undefined } = {},
  ) => helpersPage({ person, sessions: await listHelp(parts, person), now: parts.now(), wish: NOTHING, ...more })
  return [
    own(parts, {
      method: 'GET',
      path: '/helpers',
      summary: 'Whom the person who is signed in let in to help, and the form that lets somebody in.',
      tag: TAG,
      run: async (person, { takeFlash }) => ({ html: await page(person, { flash: takeFlash() }) }),
    }),
    own(parts, {
      method: 'POST',
      path: '/helpers',
      summary: 'Invite somebody to help: with what, and for how long.',
      tag: TAG,
      body: {
        form: z.object({
          may: z.array(z.string().max(40)).max(10).default([]),
          minutes: z.string().max(10).default(''),
        }),
      },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body: wish }) => {
        const made = await inviteHelper(parts, person, wish)
        if ('faults' in made) return { status: 422, html: await page(person, { wish, faults: made.faults }) }
        return { redirect: `/helpers/${made.id}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/helpers/:id',
      summary: 'One invitation or session of help, with all that was done in it.',
      tag: TAG,
      params,
      run: async (person, { params: { id }, takeFlash, now }) => {
        const read = await readHelp(parts, person, id)
        const url = read.session.token === null ? null : helpUrl(parts, read.session.token)
        return { html: helperPage({ person, read, url, now, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/helpers/:id/end',
      summary: 'End an invitation or a session of help, at once.',
      tag: TAG,
      params,
      run: async (person, { params: { id }, flash }) => {
        await endHelp(parts, person, (await readHelp(parts, person, id)).session.id)
        flash('It has ended. They cannot see or do anything here any more.')
        return { redirect: `/helpers/${id}` }
      },
    }),
  ]
}

function invitationRoutes(parts: WalletParts): Route[] {
  const common = { tag: TAG, access: 'public', limit: LIMIT, path: '/help/:token', params: token } as const
  return [
    route({
      ...common,
      method: 'GET',
      summary: 'What somebody is invited to help with. Looking takes nothing.',
      responses: PAGE,
      run: async ({ params: { token: secret } }) => ({
        html: invitationPage({ ...(await lookAtInvitation(parts, secret)), token: secret }),
      }),
    }),
    route({
      ...common,
      method: 'POST',
      summary: 'Take the invitation, once.',
      body: { form: z.object({ name: z.string().max(1_000).default('') }) },
      responses: { ...PAGE, ...ONWARDS },
      run: async ({ params: { token: secret }, body: { name }, user, signIn }) => {
        const accepted = await acceptHelp(parts, secret, { name, visitor: user?.accountId })
        if ('fault' in accepted) {
          const asked = await lookAtInvitation(parts, secret)
          return { status: 422, html: invitationPage({ ...asked, token: secret, name, fault: accepted.fault }) }
        }
        await signIn(accepted)
        return { redirect: '/helping' }
      },
    }),
  ]
}

function helperRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/helping',
      summary: 'What a helper may do now.',
      tag: TAG,
      help: 'any',
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { takeFlash }) =>
        person.helper === undefined ? { redirect: '/helpers' } : { html: helpingPage({ person, flash: takeFlash() }) },
    }),
    own(parts, {
      method: 'POST',
      path: '/helping/end',
      summary: 'Finish helping, at once.',
      tag: TAG,
      help: 'any',
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { signOut }) => {
        if (person.helper === undefined) return { redirect: '/helpers' }
        await endHelp(parts, person, person.helper.id)
        await signOut()
        return { html: helpedPage() }
      },
    }),
  ]
}
