import { z } from 'zod'
import { gunzip, PassportError } from '#platform'
import { type Answer, type Route, route } from '#server'
import { SHARD_BYTES } from '#trust'
import { slug } from '../create-issuer.ts'
import type { IssuerParts } from '../parts.ts'
import { findDocument, findVersion } from '../records/register-versions.ts'
import { publishedTrustList } from '../register/publish.ts'

const byIssuer = z.object({ issuer: slug })
const byDigest = z.object({ issuer: slug, digest: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{40,60}$/) })
const byNumber = z.object({ issuer: slug, number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
const open = { method: 'GET', tag: 'Public', access: 'public', crossOrigin: true } as const

/** Its address says what it is, by number or digest, so whoever had it once has it for ever. */
const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' }
const SHORTLY = { 'Cache-Control': 'public, max-age=1' }

/** A register's signed list, for programs: the newest, every one before, and what they name by digest. */
export function trustListRoutes(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...open,
      path: '/issuers/:issuer/trust-list',
      summary: 'The issuers that this one recognises, and for what, signed (W3C Recognized Entities).',
      params: byIssuer,
      responses: { 200: { description: 'The list.', mediaType: 'application/vc' } },
      run: async ({ params }) => listAnswer((await publishedTrustList(params.issuer, parts)).signed, SHORTLY),
    }),
    route({
      ...open,
      path: '/issuers/:issuer/trust-list/versions/:number',
      summary: 'A version of that list, as it was signed.',
      params: byNumber,
      responses: { 200: { description: 'The list.', mediaType: 'application/vc' } },
      run: async ({ params }) => {
        const version = await findVersion(db, params.issuer, params.number)
        if (version === undefined) throw new PassportError('request.notFound', 'There is no such version of a list.')
        return listAnswer(version.signed, FOR_EVER)
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/trust-list/shards/:digest',
      summary: 'A part of a long list, which the list names by its digest.',
      params: byDigest,
      responses: { 200: { description: 'The entries.', mediaType: 'application/json' } },
      run: async ({ params }) => {
        const body = await findDocument(db, params.issuer, 'shard', params.digest)
        if (body === undefined) throw new PassportError('request.notFound', 'There is no such part of a list.')
        return { bytes: gunzip(body, SHARD_BYTES), contentType: 'application/json', headers: FOR_EVER }
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/trust-list/schemas/:digest',
      summary: 'What somebody may award as a JSON Schema, which the list names by its digest.',
      params: byDigest,
      responses: { 200: { description: 'The schema.', mediaType: 'application/schema+json' } },
      run: async ({ params }) => {
        const bytes = await findDocument(db, params.issuer, 'schema', params.digest)
        if (bytes === undefined) throw new PassportError('request.notFound', 'There is no such schema.')
        return { bytes, contentType: 'application/schema+json', headers: FOR_EVER }
      },
    }),
  ]
}

const listAnswer = (bytes: string, headers: Record<string, string>): Answer => ({
  bytes,
  contentType: 'application/vc',
  headers,
})
