import { z } from 'zod'
import { parseDateTime } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import { publishedSchema, SKILLS_PASSPORT_SCHEMA, STANDARD_FIELDS_SCHEMA } from '#schemas'
import { type Answer, type Route, route } from '#server'
import { RECOGNIZED_ENTITIES_CONTEXT } from '#trust'
import { achievementDocument, achievementId } from '../achievement.ts'
import type { Whole } from '../achievement-form.ts'
import { addresses } from '../addresses.ts'
import { slug } from '../create-issuer.ts'
import { publicProfileOf, publishedDidDocument, serviceDidDocument } from '../identity.ts'
import { marksOn } from '../marks-on.ts'
import type { IssuerParts } from '../parts.ts'
import { pastLists } from '../past-list.ts'
import { publishedList } from '../publish-list.ts'
import { type Achievement, findAchievement, listAchievements } from '../records/achievements.ts'
import { findPublic, notFound } from '../records/credentials.ts'
import { getIssuer, type Issuer, listIssuers } from '../records/issuers.ts'
import type { StatusListKind } from '../records/lists.ts'
import { findRegister } from '../records/register.ts'
import { listHolding } from '../records/suspensions.ts'
import { achievementPage } from '../web/achievement-page.tsx'
import { badgePage, erasedBadgePage } from '../web/badge-page.tsx'
import { issuerPage } from '../web/issuer-page.tsx'
import { startPage } from '../web/start-page.tsx'

const byIssuer = z.object({ issuer: slug })
const byVersion = z.object({ issuer: slug, slug, version: z.coerce.number().int().min(1).max(1_000_000) })

/** A date-time with its zone (XML Schema's dateTimeStamp), as a time. */
const dateTimeStamp = z
  .string()
  .max(40)
  .refine((text) => parseDateTime(text) !== null, 'must be a date-time with a zone, such as 2027-06-25T14:05:00Z')
  .transform((text) => new Date(text))
  .meta({ description: 'As the list was then: a date-time with a zone (Bitstring Status List §3.2).' })
const secondsSince1970 = z.coerce
  .number()
  .int()
  .min(0)
  .max(100_000_000_000)
  .transform((seconds) => new Date(seconds * 1000))
  .meta({ description: 'As a Token Status List was then: in seconds since 1970 (Token Status List §8.4).' })

const common = { method: 'GET', tag: 'Public', access: 'public' } as const
const open = { ...common, crossOrigin: true } as const

/** Changes show at once to those who ask us, and a copy between spares us those who ask together. */
const SHORTLY = { 'Cache-Control': 'public, max-age=1' }

/** What a page is that programs read too. */
const BOTH = { 200: { description: 'A page, or JSON for those who prefer it.' } }

/** What anyone may read: who issues here, what their awards mean, which still hold. Nothing here names a person. */
export function publicRoutes(parts: IssuerParts): Route[] {
  return [
    ...serviceRoutes(parts),
    ...issuerRoutes(parts),
    ...achievementRoutes(parts),
    ...statusListRoutes(parts),
    ...badgeRoutes(parts),
    ...vocabularyRoutes(parts),
  ]
}

function serviceRoutes(parts: IssuerParts): Route[] {
  const { storage } = parts
  return [
    route({
      ...common,
      path: '/',
      summary: 'What this service is for.',
      responses: { 200: { description: 'A page.', mediaType: 'text/html' } },
      run: async ({ user, takeFlash }) => ({
        html: startPage({ issuers: await listIssuers(storage.db), isSignedIn: user !== undefined, flash: takeFlash() }),
      }),
    }),
    route({
      ...open,
      path: '/.well-known/did.json',
      summary: 'The DID document of the service itself.',
      responses: { 200: { description: 'The document.', mediaType: 'application/did+json' } },
      run: async () => didAnswer(await serviceDidDocument(parts)),
    }),
  ]
}

function issuerRoutes(parts: IssuerParts): Route[] {
  const { storage, config } = parts
  return [
    route({
      ...open,
      path: '/issuers/:issuer',
      summary: 'An issuer: its profile and its achievements (Open Badges Profile).',
      params: byIssuer,
      responses: BOTH,
      run: async ({ params, wantsHtml }) => {
        const issuer = await getIssuer(storage.db, params.issuer)
        if (!wantsHtml) return { json: publicProfileOf(issuer, config.baseUrl) }
        const achievements = await listAchievements(storage.db, issuer.id)
        const keepsRegister = (await findRegister(storage.db, issuer.id)) !== undefined
        return { html: issuerPage({ issuer, achievements, keepsRegister }) }
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/did.json',
      summary: "An issuer's DID document.",
      params: byIssuer,
      responses: { 200: { description: 'The document.', mediaType: 'application/did+json' } },
      run: async ({ params }) =>
        didAnswer(await publishedDidDocument(await getIssuer(storage.db, params.issuer), parts)),
    }),
  ]
}

function statusListRoutes(parts: IssuerParts): Route[] {
  const past = pastLists(parts)
  return [
    route({
      ...open,
      path: '/issuers/:issuer/status/:list',
      summary: 'A status list, signed (Bitstring Status List; of an issuer of SD-JWT VCs, Token Status List).',
      params: z.object({ issuer: slug, list: z.string().regex(/^(revocation|suspension|token)-[1-9]\d{0,6}$/) }),
      query: z.object({ timestamp: dateTimeStamp.optional(), time: secondsSince1970.optional() }),
      responses: { 200: { description: 'The list.', mediaType: 'application/vc' } },
      run: async ({ params, query: { timestamp, time } }) => {
        const [kind, number] = params.list.split('-')
        const known = KINDS.find((one) => one === kind) ?? 'revocation'
        const then = known === 'token' ? time : timestamp
        const list = await (then === undefined
          ? publishedList(params.issuer, known, Number(number), parts)
          : past(params.issuer, known, Number(number), then))
        return listAnswer(list, known === 'token' ? 'application/statuslist+jwt' : 'application/vc')
      },
    }),
  ]
}

function badgeRoutes(parts: IssuerParts): Route[] {
  const { storage, config } = parts
  return [
    route({
      ...open,
      path: '/badges/:id',
      summary: 'An awarded badge: what, by whom, when, and whether it still holds. Not to whom.',
      params: z.object({ id: z.uuid() }),
      responses: BOTH,
      run: async ({ params, wantsHtml }) => {
        const record = await findPublic(storage.db, params.id)
        if (record === undefined) throw notFound()
        const issuer = await getIssuer(storage.db, record.issuer_id)
        const url = addresses(config.baseUrl).badge(record.id)
        if (record.erased_at !== null) {
          if (wantsHtml) return { status: 410, html: erasedBadgePage({ issuer }) }
          return { status: 410, json: { id: url, erasedAt: record.erased_at } }
        }
        const holding = await listHolding(storage.db, issuer.id, record.id)
        const reasons = [...new Set(holding.flatMap(({ public_reason }) => public_reason ?? []))]
        if (wantsHtml) {
          const marks = record.signed === null ? [] : await marksOn(record.signed, parts)
          return { html: badgePage({ record, issuer, url, reasons, marks }) }
        }
        const { title, status, issued_at: issuedAt } = record
        const why = reasons.length === 0 ? {} : { statusReason: reasons }
        return { json: { id: url, title, issuer: { id: issuer.did, name: issuer.name }, issuedAt, status, ...why } }
      },
    }),
  ]
}

/** The contexts and the schema that credentials name. */
function vocabularyRoutes(parts: IssuerParts): Route[] {
  return [
    ...[
      ['/contexts/skills-passport/v1', 'https://w3id.org/skills-passport/v1'] as const,
      ['/contexts/skills-passport/recognized-entities/v1', RECOGNIZED_ENTITIES_CONTEXT] as const,
    ].map(([path, url]) =>
      route({
        ...open,
        path,
        summary: `The JSON-LD context ${url}, exactly as it is signed with.`,
        responses: { 200: { description: 'The context.', mediaType: 'application/ld+json' } },
        run: async () => ({
          bytes: parts.contexts.bytes(url),
          contentType: 'application/ld+json',
          headers: { 'Cache-Control': 'public, max-age=86400' },
        }),
      }),
    ),
    ...[
      ['/schemas/skills-passport/v1.json', SKILLS_PASSPORT_SCHEMA] as const,
      ['/schemas/skills-passport/standard-fields-v1.json', STANDARD_FIELDS_SCHEMA] as const,
    ].map(([path, url]) =>
      route({
        ...open,
        path,
        summary: `The JSON Schema ${url}, by which a credential can name what it follows.`,
        responses: { 200: { description: 'The schema.', mediaType: 'application/schema+json' } },
        run: async () => ({
          bytes: publishedSchema(url)?.bytes ?? '',
          contentType: 'application/schema+json',
          headers: { 'Cache-Control': 'public, max-age=86400' },
        }),
      }),
    ),
  ]
}

/** What of this issuer is a part of an achievement, of this version or of one before it. */
async function partsOf(
  whole: Achievement,
  issuer: Issuer,
  { storage, config }: Pick<IssuerParts, 'storage' | 'config'>,
): Promise<Whole[]> {
  const of = addresses(config.baseUrl)
  const versions = Array.from({ length: whole.version }, (_, at) => of.achievement(issuer.id, whole.slug, at + 1))
  const named = new Set(versions)
  const all = await listAchievements(storage.db, issuer.id)
  return all
    .filter(({ body }) => body.partOf.some(({ url }) => named.has(url)))
    .map((part) => ({ name: part.body.name, url: achievementId(part, issuer, config.baseUrl) }))
}

function achievementRoutes({ storage, config }: IssuerParts): Route[] {
  const responses = { 200: { description: 'A page, or the Open Badges Achievement as JSON.' } }
  const answer = async (issuerId: string, name: string, version: number | undefined, wantsHtml: boolean) => {
    const issuer = await getIssuer(storage.db, issuerId)
    const found = await findAchievement(storage.db, issuer.id, name, version)
    if (found === undefined) throw new PassportError('request.notFound', 'There is no such achievement here.')
    if (wantsHtml) {
      const parts = await partsOf(found, issuer, { storage, config })
      return { html: achievementPage({ issuer, achievement: found, parts }) }
    }
    return { json: achievementDocument(found, issuer, config.baseUrl) }
  }
  return [
    route({
      ...open,
      path: '/issuers/:issuer/achievements/:slug',
      summary: 'What an award means, in its newest version.',
      params: byVersion.omit({ version: true }),
      responses,
      run: ({ params, wantsHtml }) => answer(params.issuer, params.slug, undefined, wantsHtml),
    }),
    route({
      ...open,
      path: '/issuers/:issuer/achievements/:slug/:version',
      summary: 'What an award means, in the version under which it was made.',
      params: byVersion,
      responses,
      run: ({ params, wantsHtml }) => answer(params.issuer, params.slug, params.version, wantsHtml),
    }),
  ]
}

const didAnswer = (document: JsonObject): Answer => ({
  json: document,
  contentType: 'application/did+json',
  headers: SHORTLY,
})

const KINDS: readonly StatusListKind[] = ['revocation', 'suspension', 'token']

const listAnswer = (document: string, contentType = 'application/vc'): Answer => ({
  bytes: document,
  contentType,
  headers: SHORTLY,
})
