import { z } from 'zod'
import { base64, PassportError } from '#platform'
import { logEvidenceAnswer } from '#protocol'
import { type Route, route } from '#server'
import { slug } from '../create-issuer.ts'
import { logConsistency, logEntries, logEvidence, newestCheckpoint } from '../issue-log.ts'
import type { IssuerParts } from '../parts.ts'
import { findIssuedAs } from '../records/credentials.ts'
import { getIssuer } from '../records/issuers.ts'
import { staffOf } from '../viewer.ts'
import { actorFor } from './programs.ts'

const byIssuer = z.object({ issuer: slug })
const size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const range = z
  .object({ from: size, to: size })
  .refine(({ from, to }) => from <= to, { message: 'must not come after to', path: ['from'] })

const open = { method: 'GET', tag: 'Issue log', access: 'public', crossOrigin: true } as const

/** As many leaves as are answered at once. */
const MAX_ENTRIES = 1_000

/** What the log was for a size, it stays. */
const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** The log of what an issuer issued: for anyone to keep a copy of, and the evidence for one credential for whoever has it. */
export function logRoutes(parts: IssuerParts): Route[] {
  return [...keepingCopies(parts), ...evidence(parts)]
}

function keepingCopies(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...open,
      path: '/issuers/:issuer/log',
      summary: "The newest checkpoint of an issuer's log, as a signed note (C2SP tlog-checkpoint).",
      params: byIssuer,
      responses: { 200: { description: 'The checkpoint.', mediaType: 'text/plain' } },
      run: async ({ params }) => {
        const issuer = await getIssuer(db, params.issuer)
        const { text } = await newestCheckpoint(issuer.id, parts)
        return {
          bytes: text,
          contentType: 'text/plain; charset=utf-8',
          headers: { 'Cache-Control': 'public, max-age=1' },
        }
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/log/entries',
      summary: `The hashes of its leaves from one up to, not including, another (RFC 9162 §2.1.1): at most ${MAX_ENTRIES} at once.`,
      params: byIssuer,
      query: range.refine(({ from, to }) => to - from <= MAX_ENTRIES, {
        message: `must be at most ${MAX_ENTRIES} beyond from`,
        path: ['to'],
      }),
      responses: {
        200: {
          description: 'The hashes, in base64.',
          schema: z.object({ from: z.number(), hashes: z.array(z.string()) }),
        },
      },
      run: async ({ params, query: { from, to } }) => {
        const issuer = await getIssuer(db, params.issuer)
        const hashes = await logEntries(issuer.id, from, to, parts)
        return { json: { from, hashes: hashes.map(base64) }, headers: FOR_EVER }
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/log/consistency',
      summary: 'That its first leaves are the beginning of its later ones (RFC 9162 §2.1.4).',
      params: byIssuer,
      query: range,
      responses: {
        200: {
          description: 'The consistency proof, its hashes in base64.',
          schema: z.object({ from: z.number(), to: z.number(), path: z.array(z.string()) }),
        },
      },
      run: async ({ params, query: { from, to } }) => {
        const issuer = await getIssuer(db, params.issuer)
        const path = await logConsistency(issuer.id, from, to, parts)
        return { json: { from, to, path: path.map(base64) }, headers: FOR_EVER }
      },
    }),
  ]
}

function evidence(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      method: 'GET',
      tag: 'Issue log',
      access: 'apiKey',
      path: '/issuers/:issuer/log/evidence',
      summary: 'The evidence that a credential is in the log, to be kept beside it.',
      params: byIssuer,
      query: z.object({ credentialId: z.string().min(1).max(2_000) }),
      responses: { 200: { description: 'The evidence.', schema: logEvidenceAnswer } },
      run: async ({ params, query, user }) => {
        const issuer = await getIssuer(db, params.issuer)
        actorFor(user, issuer.id)
        const [found] = await findIssuedAs(db, issuer.id, query.credentialId)
        if (found === undefined) throw new PassportError('credential.notFound', 'There is no such credential here.')
        return { json: { issueLogEvidence: await evidenceOf(issuer.id, found.id, parts) } }
      },
    }),
    route({
      method: 'GET',
      tag: 'Console',
      access: 'user',
      path: '/console/credentials/:id/log-evidence',
      summary: 'The evidence that a credential is in the log, as a file.',
      params: z.object({ id: z.uuid() }),
      responses: { 200: { description: 'The evidence.', mediaType: 'application/json' } },
      run: async ({ user, params }) => {
        const staff = await staffOf(user, 'viewer', parts)
        return {
          bytes: JSON.stringify(await evidenceOf(staff.issuer.id, params.id, parts), null, 2),
          contentType: 'application/json',
          headers: { 'Content-Disposition': 'attachment; filename="credential.log.json"' },
        }
      },
    }),
  ]
}

async function evidenceOf(issuerId: string, id: string, parts: IssuerParts) {
  const evidence = await logEvidence(issuerId, id, parts)
  if (evidence !== null) return evidence
  throw new PassportError(
    'credential.notFound',
    'The person of this credential was erased, and its evidence with them.',
  )
}
