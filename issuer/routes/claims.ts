import { z } from 'zod'
import { derive, isHoldersCopy } from '#credential'
import { claimAnswer, claimOffer, claimRequest } from '#protocol'
import { type Route, route } from '#server'
import { badgeFile } from '#web'
import { addresses } from '../addresses.ts'
import { type Claimed, claim, findOffer } from '../claim.ts'
import type { IssuerParts } from '../parts.ts'
import { claimPage } from '../web/claim-page.tsx'

const params = z.object({ token: z.string().regex(/^[\w-]{22,64}$/) })
const limit = { requests: 2_000, seconds: 600 }

/** How a person takes what was awarded to them: into a wallet of any make, or as a file. */
export function claimRoutes(parts: IssuerParts): Route[] {
  const common = { tag: 'Claim', access: 'public', params, limit } as const
  const { config } = parts
  return [
    route({
      ...common,
      method: 'GET',
      path: '/claim/:token',
      summary: 'What a claim link offers. It changes nothing: programs that look through mail follow links too.',
      crossOrigin: true,
      responses: { 200: { description: 'The offer; a page for a browser.', schema: claimOffer } },
      run: async ({ params, wantsHtml }) => {
        const offer = await findOffer(params.token, parts)
        const headers = { 'Cache-Control': 'no-store' }
        if (!wantsHtml) return { json: offer, headers }
        const link = addresses(config.baseUrl).claim(params.token)
        return { html: claimPage({ offer, link, walletUrl: config.walletUrl }), headers }
      },
    }),
    route({
      ...common,
      method: 'POST',
      path: '/claim/:token',
      summary: 'Take the credential, once.',
      crossOrigin: true,
      body: { json: claimRequest },
      responses: { 200: { description: 'The credential.', schema: claimAnswer } },
      run: async ({ params, body }) => ({
        json: answerOf(await claim(params.token, body.claimant, parts)),
        headers: { 'Cache-Control': 'no-store' },
      }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/claim/:token/file',
      summary: 'Take the credential as a file, once; the same link gives the same file again.',
      responses: { 200: { description: 'The credential.', mediaType: 'application/vc' } },
      run: async ({ params }) => ({
        bytes: JSON.stringify((await claim(params.token, `file ${params.token}`, parts)).credential, null, 2),
        contentType: 'application/vc',
        headers: { 'Content-Disposition': 'attachment; filename="credential.json"' },
      }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/claim/:token/picture',
      summary: 'Take the credential inside a picture of the badge, once; the same link gives the same again.',
      responses: { 200: { description: 'The picture (Open Badges 3.0 §5.3.3).', mediaType: 'image/png' } },
      run: async ({ params }) => {
        const { credential } = await claim(params.token, `file ${params.token}`, parts)
        // A picture is made to be passed on, so what is in it must be a copy for others.
        const given = isHoldersCopy(credential) ? await derive(credential, [''], parts.contexts) : credential
        const { bytes, contentType } = badgeFile(JSON.stringify(given), 'png')
        return { bytes, contentType, headers: { 'Content-Disposition': 'attachment; filename="badge.png"' } }
      },
    }),
  ]
}

const answerOf = ({ credential, evidence }: Claimed) => ({
  verifiableCredential: credential,
  ...(evidence === null ? {} : { issueLogEvidence: evidence }),
})
