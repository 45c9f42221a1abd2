import { z } from 'zod'
import type { JsonObject } from '#platform'
import { SHARE_INVITATION, shareInvitation } from '#protocol'
import { type Route, route } from '#server'
import { lookAtShare, openShare } from '../open-share.ts'
import type { WalletParts } from '../parts.ts'
import { viewerOf } from '../records/views.ts'
import { shareUrl } from '../share.ts'
import { handoverInvitationPage, handoverOpenedPage } from '../web/handover-open.tsx'
import { invitationPage, openedPage } from '../web/public-share.tsx'

/** What anyone may ask for, without an account and without cookies. */
export function publicRoutes(parts: WalletParts, didDocument: JsonObject): Route[] {
  const { verifierUrl } = parts.config
  const common = {
    path: '/s/:token',
    tag: 'Share links',
    access: 'public',
    crossOrigin: true,
    params: z.object({ token: z.string().max(64) }),
    formAction: [verifierUrl],
  } as const
  return [
    route({
      ...common,
      method: 'GET',
      summary: 'What a share link leads to. It spends nothing and tells nothing of the person.',
      limit: { requests: 600, seconds: 60 },
      responses: {
        200: {
          description: 'How to read the share: with POST.',
          schema: shareInvitation,
          mediaType: 'application/json',
        },
      },
      run: async ({ params: { token }, wantsHtml }) => {
        const share = await lookAtShare(parts, token)
        if (!wantsHtml) return { json: SHARE_INVITATION }
        if (share.handover !== null) return { html: handoverInvitationPage({ share, token }) }
        return { html: invitationPage({ share, url: shareUrl(parts, { token }), verifierUrl }) }
      },
    }),
    route({
      ...common,
      method: 'POST',
      summary: 'Open a share. It spends one use.',
      isOnce: true,
      limit: { requests: 600, seconds: 60 },
      responses: { 200: { description: 'A presentation of the credentials.', mediaType: 'application/vp' } },
      run: async ({ params: { token }, wantsHtml, header }) => {
        const by = viewerOf(wantsHtml, header('user-agent'))
        const opened = await openShare(parts, token, by)
        const headers = { 'Cache-Control': 'no-store' }
        if (!wantsHtml) return { json: opened.presentation, headers }
        const { handover } = opened.share
        if (handover === null) return { html: openedPage({ ...opened, verifierUrl }), headers }
        return { html: handoverOpenedPage({ ...opened, handover, token, verifierUrl }), headers }
      },
    }),
    route({
      method: 'GET',
      path: '/.well-known/did.json',
      summary: 'The DID document of this wallet.',
      tag: 'Identity',
      access: 'public',
      crossOrigin: true,
      responses: { 200: { description: 'The document.', mediaType: 'application/did+json' } },
      run: async () => ({ json: didDocument, contentType: 'application/did+json' }),
    }),
  ]
}
