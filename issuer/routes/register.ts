import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import { addresses } from '../addresses.ts'
import { slug } from '../create-issuer.ts'
import type { IssuerParts } from '../parts.ts'
import { getIssuer, type Issuer } from '../records/issuers.ts'
import { findRegister, type Register } from '../records/register.ts'
import { listConfirmed } from '../records/register-changes.ts'
import { findEntryNow, listFacets, searchEntries } from '../records/register-entries.ts'
import { changeJson, entryJson, tellChanges } from '../register/view.ts'
import { changeLogPage } from '../web/register-changes-page.tsx'
import { entryPage } from '../web/register-entry-page.tsx'
import { registerPage } from '../web/register-page.tsx'

const open = { method: 'GET', tag: 'Public', access: 'public', crossOrigin: true } as const
const responses = { 200: { description: 'A page, or JSON for those who prefer it.' } }
const byIssuer = z.object({ issuer: slug })
const page = z.coerce.number().int().min(1).max(100_000).default(1)

/** Entries are searched by this, on the public page and on the console's. */
export const entryQuery = z.object({
  text: z.string().max(2_048).default(''),
  state: z.enum(['', 'recognised', 'suspended', 'withdrawn', 'closed', 'ended', 'notYet']).default(''),
  level: z.string().max(200).default(''),
  field: z.string().max(200).default(''),
  page,
})

export const SIZE = 25
const HISTORY = 200

/** What anyone may read of a register: who is recognised, for what, since when, and what was changed by whom. */
export function registerRoutes(parts: IssuerParts): Route[] {
  const { storage, config } = parts
  const { db } = storage

  async function find(issuerId: string): Promise<{ issuer: Issuer; register: Register }> {
    const issuer = await getIssuer(db, issuerId)
    const register = await findRegister(db, issuerId)
    if (register === undefined) throw new PassportError('request.notFound', 'This issuer keeps no register.')
    return { issuer, register }
  }

  return [
    route({
      ...open,
      path: '/issuers/:issuer/register',
      summary: 'Whom a register recognises: by name, DID, state, level or field.',
      params: byIssuer,
      query: entryQuery,
      responses,
      run: async ({ params, query, wantsHtml, now }) => {
        const { issuer, register } = await find(params.issuer)
        const { entries, total } = await searchEntries(db, issuer.id, query, { page: query.page, size: SIZE, now })
        if (wantsHtml) {
          const facets = await listFacets(db, issuer.id)
          return { html: registerPage({ issuer, register, query, entries, total, size: SIZE, facets }) }
        }
        const pages = Math.ceil(total / SIZE)
        const operator = { id: issuer.did, name: issuer.name }
        const trustList = addresses(config.baseUrl).trustList(issuer.id)
        const { appeals } = register
        return {
          json: { operator, trustList, appeals, page: query.page, pages, total, entries: entries.map(entryJson) },
        }
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/register/entry',
      summary: 'One on the register, by DID: what it may award, since when, and its history.',
      params: byIssuer,
      query: z.object({ did: z.string().min(1).max(2_048) }),
      responses,
      run: async ({ params, query: { did }, wantsHtml, now }) => {
        const { issuer, register } = await find(params.issuer)
        const entry = await findEntryNow(db, issuer.id, did, now)
        if (entry === undefined) {
          throw new PassportError('request.notFound', 'It is not on this register. That is no fault of anyone.')
        }
        const { changes } = await listConfirmed(db, issuer.id, { did, page: 1, size: HISTORY })
        const history = await tellChanges(issuer.id, changes, parts, did)
        if (wantsHtml) return { html: entryPage({ issuer, register, entry, history }) }
        return { json: { ...entryJson(entry), appeals: register.appeals, history: history.map(changeJson) } }
      },
    }),
    route({
      ...open,
      path: '/issuers/:issuer/register/changes',
      summary: 'What was changed on the register, when, and in which version of its list.',
      params: byIssuer,
      query: z.object({ page }),
      responses,
      run: async ({ params, query, wantsHtml }) => {
        const { issuer } = await find(params.issuer)
        const { changes, total } = await listConfirmed(db, issuer.id, { page: query.page, size: SIZE })
        const told = await tellChanges(issuer.id, changes, parts)
        if (wantsHtml) return { html: changeLogPage({ issuer, changes: told, total, page: query.page, size: SIZE }) }
        return { json: { page: query.page, pages: Math.ceil(total / SIZE), total, changes: told.map(changeJson) } }
      },
    }),
  ]
}
