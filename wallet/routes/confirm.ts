import { z } from 'zod'
import { type Route, route } from '#server'
import { confirm, lookAtRequest, versionOf } from '../confirm.ts'
import { openEvidence } from '../evidence.ts'
import type { WalletParts } from '../parts.ts'
import { confirmedPage, confirmPage } from '../web/skills/portfolio-confirm.tsx'
import { PAGE } from './own.ts'
import { fileAnswer } from './portfolio.ts'

const TAG = 'Confirming'
const LIMIT = { requests: 120, seconds: 60 }

const params = z.object({ account: z.string().max(64), token: z.string().max(64) })
const text = z.string().max(10_000).default('')
const form = z.object({ by: text, relation: text, email: text, words: text, part: text, version: text })

/** What somebody who is asked to confirm something sees. They need no account. */
export function confirmRoutes(parts: WalletParts): Route[] {
  const common = { tag: TAG, access: 'public', limit: LIMIT } as const
  return [
    route({
      ...common,
      method: 'GET',
      path: '/confirm/:account/:token',
      summary: 'What somebody is asked to confirm. Looking changes nothing.',
      params,
      responses: PAGE,
      run: async ({ params: { account, token } }) => {
        const asked = await lookAtRequest(parts, account, token)
        return { html: confirmPage({ asked, at: `/confirm/${account}/${token}`, version: versionOf(asked) }) }
      },
    }),
    route({
      ...common,
      method: 'GET',
      path: '/confirm/:account/:token/files/:digest',
      summary: 'A file of what somebody is asked to confirm.',
      params: params.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
      responses: { 200: { description: 'The file.', mediaType: 'application/octet-stream' } },
      run: async ({ params: { account, token, digest } }) => {
        const { owner, request } = await lookAtRequest(parts, account, token)
        return fileAnswer(await openEvidence(parts, owner, request.item, digest))
      },
    }),
    route({
      ...common,
      method: 'POST',
      path: '/confirm/:account/:token',
      summary: 'Confirm it, in one’s own words, once.',
      params,
      body: { form },
      responses: PAGE,
      run: async ({ params: { account, token }, body: wish, user }) => {
        const answered = await confirm(parts, { account, token, visitor: user?.accountId }, wish)
        const { asked } = answered
        if (!('faults' in answered)) return { html: confirmedPage({ asked }) }
        const view = { asked, at: `/confirm/${account}/${token}`, version: versionOf(asked) }
        return { status: 422, html: confirmPage({ ...view, wish, faults: answered.faults }) }
      },
    }),
  ]
}
