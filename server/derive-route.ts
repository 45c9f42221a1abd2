import type { ContextLoader } from '#contexts'
import { derive } from '#credential'
import { deriveRequest, deriveResponse } from '#protocol'
import { type Route, route } from './route.ts'

/**
 * VC-API §3.5.1: makes the copy of a credential that shows a part of it. It needs no secret but the credential as its holder
 * has it; nothing of it is kept.
 */
export function deriveRoute(contexts: ContextLoader): Route {
  return route({
    method: 'POST',
    path: '/credentials/derive',
    tag: 'VC-API',
    summary: 'Shows a part of a credential that is signed for that (VC-API §3.5.1). Nothing of it is kept.',
    access: 'public',
    crossOrigin: true,
    limit: { requests: 60, seconds: 60 },
    body: { json: deriveRequest, refusal: 'request.malformed' },
    responses: { 201: { description: 'The part, with a proof of just that.', schema: deriveResponse } },
    run: async ({ body: { verifiableCredential, options } }) => ({
      status: 201,
      json: { verifiableCredential: await derive(verifiableCredential, options.selectivePointers, contexts) },
    }),
  })
}
