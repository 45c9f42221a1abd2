import { z } from 'zod'
import { type Route, route } from '#server'
import { acknowledge } from '../acknowledge.ts'
import { type HandoverWish, handOver, handoverChoices } from '../hand-over.ts'
import { stopTelling } from '../nudge-adviser.ts'
import type { WalletParts } from '../parts.ts'
import { handoverFormPage } from '../web/handover-form.tsx'
import { acknowledgedPage } from '../web/handover-open.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Sharing'

const names = z.array(z.string().max(3_000)).max(500).default([])
const text = z.string().max(10_000).default('')
const form = z.object({
  credential: names,
  work: names,
  target: names,
  plan: text,
  name: text,
  reach: text,
  audience: text,
  lasts: text,
  adviser: text,
  mayTell: z.literal('yes').optional(),
})

/** Transition packs: what a learner hands over to a school or college, and the word that it has arrived. */
export function handoverRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/handover/new',
      summary: 'What goes into a transition pack for a school or college, to choose from.',
      tag: TAG,
      run: async (person) => {
        const wish: HandoverWish = { ...EMPTY, name: person.name ?? '', reach: person.email }
        return { html: handoverFormPage({ person, choices: await handoverChoices(parts, person), wish, faults: [] }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/handover',
      summary: 'Make a transition pack: a share of what was chosen, with next steps and a contact.',
      tag: TAG,
      // Each may lead to a mail to somebody.
      limit: { requests: 20, seconds: 60 },
      body: { form },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body, flash }) => {
        const wish = { ...body, mayTell: body.mayTell === 'yes' }
        const choices = await handoverChoices(parts, person)
        const made = await handOver(parts, person, wish, choices)
        if ('faults' in made) {
          return { status: 422, html: handoverFormPage({ person, choices, wish, faults: made.faults }) }
        }
        flash('Your pack is ready. Send the link to the school or college.')
        return { redirect: `/shares/${made.share.id}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/shares/:id/stop-telling',
      summary: 'Take back that an adviser may be told that nobody has a transition pack.',
      tag: TAG,
      params: z.object({ id: z.string().max(64) }),
      run: async (person, { params: { id }, flash }) => {
        if (await stopTelling(parts, person, id)) flash('We do not tell your adviser anything.')
        return { redirect: `/shares/${id}` }
      },
    }),
    route({
      method: 'POST',
      path: '/s/:token/acknowledge',
      summary: 'Say that a transition pack has arrived, once. Looking at it, or opening it, says nothing.',
      tag: 'Share links',
      access: 'public',
      isOnce: true,
      limit: { requests: 60, seconds: 60 },
      params: z.object({ token: z.string().max(64) }),
      body: { form: z.object({ by: z.string().max(1_000).default('') }) },
      responses: PAGE,
      run: async ({ params: { token }, body: { by }, user }) => {
        const { share, received } = await acknowledge(parts, token, { by, visitor: user?.accountId })
        const headers = { 'Cache-Control': 'no-store' }
        return { html: acknowledgedPage({ share, received, token }), headers }
      },
    }),
  ]
}

const EMPTY: HandoverWish = {
  credential: [],
  work: [],
  target: [],
  plan: '',
  name: '',
  reach: '',
  audience: '',
  lasts: '90',
  adviser: '',
  mayTell: false,
}
