import { z } from 'zod'
import type { Route } from '#server'
import { targetOf } from '../pack.ts'
import type { WalletParts } from '../parts.ts'
import { findCredentials, listCredentials } from '../records/credentials.ts'
import { findHandover } from '../records/handovers.ts'
import type { Person } from '../records/person.ts'
import { findShare, listShares, stateOf } from '../records/shares.ts'
import { listViews } from '../records/views.ts'
import { type ShareFaults, type ShareWish, share, shareUrl, withdraw } from '../share.ts'
import { shareFormPage } from '../web/share-form.tsx'
import { sharePage, sharesPage } from '../web/shares.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const params = z.object({ id: z.string().max(64) })

const wishForm = z.object({
  credential: z.array(z.string().max(64)).optional(),
  leaveOut: z.array(z.string().max(100)).optional(),
  audience: z.string().max(1_000).default(''),
  lasts: z.string().max(10).default(''),
  until: z.string().max(20).default(''),
  uses: z.string().max(20).default(''),
})

/** What a person shares. */
export function shareRoutes(parts: WalletParts): Route[] {
  const { storage, keys } = parts
  const form = async (person: Person, wish: ShareWish, faults: ShareFaults = {}) => {
    const held = await listCredentials(parts, person)
    const credentials = held.filter(({ checked }) => checked.face !== 'notGenuine')
    return shareFormPage({ person, credentials, wish, faults })
  }
  return [
    own(parts, {
      method: 'GET',
      path: '/shares',
      summary: 'The shares of the person who is signed in.',
      tag: 'Sharing',
      run: async (person, { now, takeFlash }) => {
        const shares = await listShares(storage.db, keys, person)
        const withState = shares.map((one) => ({ ...one, state: stateOf(one, now) }))
        return { html: sharesPage({ person, shares: withState, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/shares/new',
      summary: 'The form of a new share.',
      tag: 'Sharing',
      query: z.object({ credential: z.array(z.string().max(64)).optional() }),
      run: async (person, { query: { credential = [] } }) => ({
        html: await form(person, { credential, leaveOut: [], audience: '', lasts: '30', until: '', uses: '' }),
      }),
    }),
    own(parts, {
      method: 'POST',
      path: '/shares',
      summary: 'Share credentials.',
      tag: 'Sharing',
      body: { form: wishForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body, flash }) => {
        const wish = { ...body, credential: body.credential ?? [], leaveOut: body.leaveOut ?? [] }
        const made = await share(parts, person, wish)
        if ('faults' in made) return { status: 422, html: await form(person, wish, made.faults) }
        flash('Your link is ready. Send it to whoever it is for.')
        return { redirect: `/shares/${made.share.id}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/shares/:id',
      summary: 'One share: its link, and when it was opened.',
      tag: 'Sharing',
      params,
      run: async (person, { params: { id }, now, takeFlash }) => {
        const found = await findShare(parts, person, id)
        return {
          html: sharePage({
            person,
            share: found,
            state: stateOf(found, now),
            url: shareUrl(parts, found),
            credentials: await findCredentials(storage.db, keys, person, found.credentialIds),
            views: await listViews(storage.db, keys, person, id),
            applied: found.pack && (targetOf(found.pack, parts.frameworks)?.title ?? found.pack.target),
            handover: await findHandover(storage.db, keys, person, id),
            flash: takeFlash(),
          }),
        }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/shares/:id/withdraw',
      summary: 'End a share at once.',
      tag: 'Sharing',
      params,
      run: async (person, { params: { id }, flash }) => {
        await withdraw(parts, person, id)
        flash('The link does not work any more.')
        return { redirect: `/shares/${id}` }
      },
    }),
  ]
}
