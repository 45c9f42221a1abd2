import { z } from 'zod'
import { asArray, PassportError } from '#platform'
import { issueRequest, issueResponse, statusRequest } from '#protocol'
import { type Route, route, type SessionUser } from '#server'
import { addresses } from '../addresses.ts'
import { changeStatusOf } from '../change-status.ts'
import { slug } from '../create-issuer.ts'
import { issue } from '../issue.ts'
import type { IssuerParts } from '../parts.ts'
import { getIssuer } from '../records/issuers.ts'

const params = z.object({ issuer: slug })

/** An `Idempotency-Key` as its draft has it: visible characters, not too many. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

/** The ways in for programs: VC-API with an issuer's API key. */
export function programRoutes(parts: IssuerParts): Route[] {
  const common = { method: 'POST', tag: 'VC-API', access: 'apiKey', params } as const
  return [
    route({
      ...common,
      path: '/issuers/:issuer/credentials/issue',
      summary: 'Issue a credential (VC-API §3.2.1). With `Idempotency-Key`, asking again gives the same answer.',
      body: { json: issueRequest },
      responses: { 201: { description: 'The credential, secured.', schema: issueResponse } },
      run: async ({ params, body, user, header }) => {
        const issuer = await getIssuer(parts.storage.db, params.issuer)
        const actor = actorFor(user, issuer.id)
        const idempotencyKey = header('idempotency-key')
        if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
          throw new PassportError('request.malformed', 'An Idempotency-Key is 1 to 255 visible ASCII characters.')
        }
        const { id, verifiableCredential } = await issue(
          { credential: body.credential, mandatoryPointers: body.options?.mandatoryPointers },
          issuer,
          { actor, idempotencyKey },
          parts,
        )
        const location = addresses(parts.config.baseUrl).badge(id)
        return { status: 201, json: { verifiableCredential }, headers: { Location: location } }
      },
    }),
    route({
      ...common,
      path: '/issuers/:issuer/credentials/status',
      summary: 'Revoke a credential, or suspend or reinstate it (VC-API §3.2.2). Answers when the list is published.',
      body: { json: statusRequest },
      responses: { 200: { description: 'Done, and published.' } },
      run: async ({ params, body, user }) => {
        const issuer = await getIssuer(parts.storage.db, params.issuer)
        const actor = actorFor(user, issuer.id)
        const [entry] = asArray(body.credentialStatus)
        const change = {
          purpose: entry?.statusPurpose ?? 'revocation',
          isSet: body.status === true || body.status === '1',
          reason: body.reason,
          actor,
        }
        const credentialId = body.credentialId ?? entry?.id
        if (credentialId === undefined) {
          throw new PassportError(
            'request.invalid',
            'Name the credential: credentialId, or the id of its status entry.',
          )
        }
        await changeStatusOf(issuer.id, credentialId, change, parts)
        return { json: { credentialId, statusPurpose: change.purpose, status: change.isSet } }
      },
    }),
  ]
}

/** An API key acts for its own issuer only. */
export function actorFor(user: SessionUser | undefined, issuerId: string): string {
  if (user === undefined || user.issuerId !== issuerId) {
    throw new PassportError('access.denied', 'This API key belongs to another issuer.')
  }
  return `apiKey:${user.accountId}`
}
