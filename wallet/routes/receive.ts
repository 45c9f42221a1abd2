import { z } from 'zod'
import type { Route } from '#server'
import type { Kept } from '../keep.ts'
import type { WalletParts } from '../parts.ts'
import { claimLinkOf, lookAtOffer, receive } from '../receive.ts'
import { offerPage } from '../web/offer.tsx'
import { own } from './own.ts'

const claim = z.object({ claim: z.string().min(1).max(2_048) })

/** Each asks another server for something. */
export const FETCHES = { requests: 60, seconds: 60 }

/** Taking a credential by a claim link. */
export function receiveRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/receive',
      summary: 'What a claim link offers. It changes nothing.',
      tag: 'Receiving',
      query: claim.partial(),
      limit: FETCHES,
      run: async (person, { query }) => {
        if (query.claim === undefined) return { redirect: '/add' }
        const link = claimLinkOf(parts.config.baseUrl, query.claim)
        return { html: offerPage(person, await lookAtOffer(parts, person, link)) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/receive',
      summary: 'Take what a claim link offers.',
      tag: 'Receiving',
      body: { form: claim },
      limit: FETCHES,
      run: async (person, { body, flash }) => {
        const kept = await receive(parts, person, claimLinkOf(parts.config.baseUrl, body.claim))
        flash(saidOf(kept))
        return { redirect: placeOf(kept) }
      },
    }),
  ]
}

/** What is said of a credential that came in. It names nothing, since messages wait in the session. */
export function saidOf({ outcome }: Kept): string {
  if (outcome === 'added') return 'It is in your passport.'
  return outcome === 'duplicate' ? 'You already have this one.' : 'Please decide what to do with it.'
}

/** Where someone sees what became of it: the verdict, or the question whether to keep it. */
export function placeOf({ outcome, id }: Kept): string {
  return outcome === 'added' ? `/credentials/${id}/verdict` : `/credentials/${id}`
}
