import { z } from 'zod'
import { PassportError } from '#platform'
import { isEmail, type Route, route } from '#server'
import { appendAudit } from '#storage'
import { isWeb } from '#web'
import type { IssuerParts } from '../parts.ts'
import { beginRegister, findRegister, keepAppeals, type Register } from '../records/register.ts'
import { findChange, listConfirmed, listDrafts, listProposed } from '../records/register-changes.ts'
import { findEntryNow, listFacets, searchEntries } from '../records/register-entries.ts'
import { listVersions } from '../records/register-versions.ts'
import { listStaff } from '../records/staff.ts'
import { touchedBy } from '../register/act.ts'
import { confirmChange, rejectChange } from '../register/decide.ts'
import { REGISTER_SUITE, wrongSuite } from '../register/publish.ts'
import { tellChanges } from '../register/view.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { REGISTER_PLACE } from '../web/frame.tsx'
import { changePage } from '../web/register-change-page.tsx'
import { noRegisterPage, registerConsolePage } from '../web/register-console-page.tsx'
import { entryConsolePage } from '../web/register-entry-console-page.tsx'
import { versionsPage } from '../web/register-versions-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'
import { entryQuery, SIZE } from './register.ts'

const byId = z.object({ id: z.uuid() })
const HISTORY = 200

type Query = z.infer<typeof entryQuery>

/** A register as its staff see it: entries, what waits to be decided, and the versions of the list. */
export function registerConsoleRoutes(parts: IssuerParts): Route[] {
  return [...keeping(parts), ...entriesAndVersions(parts), ...deciding(parts)]
}

function keeping(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  const { storage } = parts
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: REGISTER_PLACE,
      summary: 'The register: what waits to be decided, and its entries.',
      query: entryQuery,
      responses: PAGE,
      run: async ({ user, query, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const register = await findRegister(db, staff.issuer.id)
        if (register === undefined) {
          return { html: noRegisterPage({ staff, isFit: staff.issuer.suite === REGISTER_SUITE }) }
        }
        return { html: await pageOf(parts, staff, register, query, { flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${REGISTER_PLACE}/begin`,
      summary: 'Begin a register.',
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, flash, now }) => {
        const { issuer, actor } = await staffOf(user, 'admin', parts)
        if (issuer.suite !== REGISTER_SUITE) throw wrongSuite()
        await storage.transaction(async (together) => {
          await beginRegister(together, issuer.id, now)
          await appendAudit(together, { actor, action: 'register.begun', subject: issuer.id }, now)
        })
        flash('You keep a register now. Add whom you recognise.')
        return { redirect: REGISTER_PLACE }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${REGISTER_PLACE}/appeals`,
      summary: 'Say where one can turn who does not agree with an entry.',
      body: { form: z.object({ appeals: z.string().trim().max(500).default('') }) },
      responses: ONWARDS,
      run: async ({ user, body: { appeals }, flash, now }) => {
        const staff = await staffOf(user, 'admin', parts)
        const register = await findRegister(db, staff.issuer.id)
        if (register === undefined) throw new PassportError('request.notFound', 'You keep no register.')
        if (appeals !== '' && !isEmail(appeals) && !isWeb(appeals)) {
          const appealsError =
            'Enter an e-mail address, or the address of a page, like https://register.example/appeals.'
          const html = await pageOf(parts, staff, { ...register, appeals }, entryQuery.parse({}), { appealsError })
          return { status: 422, html }
        }
        await storage.transaction(async (together) => {
          await keepAppeals(together, staff.issuer.id, appeals === '' ? null : appeals)
          const entry = { actor: staff.actor, action: 'register.appeals', subject: staff.issuer.id }
          await appendAudit(together, entry, now)
        })
        flash('Saved.')
        return { redirect: REGISTER_PLACE }
      },
    }),
  ]
}

function entriesAndVersions(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${REGISTER_PLACE}/entry`,
      summary: 'One entry of the register, by DID.',
      query: z.object({ did: z.string().min(1).max(2_048) }),
      responses: PAGE,
      run: async ({ user, query: { did }, takeFlash, now }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const { id } = staff.issuer
        const entry = await findEntryNow(db, id, did, now)
        if (entry === undefined) throw new PassportError('request.notFound', 'It is not on your register.')
        const { changes } = await listConfirmed(db, id, { did, page: 1, size: HISTORY })
        const history = await tellChanges(id, changes, parts, did)
        const proposed = (await listProposed(db, id)).filter(({ act }) => touchedBy(act).includes(did))
        const told = await tellChanges(id, proposed, parts, did)
        return { html: entryConsolePage({ staff, entry, history, proposed: told, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${REGISTER_PLACE}/versions`,
      summary: 'Every version of the list.',
      query: entryQuery.pick({ page: true }),
      responses: PAGE,
      run: async ({ user, query: { page } }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const found = await listVersions(db, staff.issuer.id, { page, size: SIZE })
        return { html: versionsPage({ staff, ...found, page, size: SIZE }) }
      },
    }),
  ]
}

function deciding(parts: IssuerParts): Route[] {
  const { db } = parts.storage
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${REGISTER_PLACE}/changes/:id`,
      summary: 'One change: what it would do, and who decides.',
      params: byId,
      responses: PAGE,
      run: async ({ user, params, takeFlash }) => {
        const staff = await staffOf(user, 'viewer', parts)
        const change = await findChange(db, staff.issuer.id, params.id)
        if (change === undefined) throw new PassportError('request.notFound', 'There is no such change here.')
        const [told] = await tellChanges(staff.issuer.id, [change], parts)
        if (told === undefined) throw new PassportError('request.notFound', 'There is no such change here.')
        const people = await listStaff(db, staff.issuer.id)
        const names = new Map(people.map(({ id, name }) => [`staff:${id}`, name]))
        names.set('system', 'The software, when it was set up')
        return { html: changePage({ staff, told, names, flash: takeFlash() }) }
      },
    }),
    ...(['confirm', 'reject'] as const).map((decision) =>
      route({
        ...STAFF,
        method: 'POST',
        path: `${REGISTER_PLACE}/changes/:id/${decision}`,
        summary:
          decision === 'confirm' ? "Confirm a colleague's change, and publish the list." : 'Do not confirm a change.',
        params: byId,
        body: 'form',
        responses: ONWARDS,
        run: async ({ user, params, flash }) => {
          const { issuer, actor, member } = await staffOf(user, 'issuer', parts)
          const by = { id: actor, role: member.role }
          if (decision === 'reject') {
            await rejectChange(issuer.id, params.id, by, parts)
            flash('It is not confirmed, and nothing is changed.')
          } else {
            const { sequence } = await confirmChange(issuer.id, params.id, by, parts)
            flash(`Confirmed, and published as version ${sequence}.`)
          }
          return { redirect: `${REGISTER_PLACE}/changes/${params.id}` }
        },
      }),
    ),
  ]
}

async function pageOf(parts: IssuerParts, staff: Staff, register: Register, query: Query, more = {}): Promise<string> {
  const { db } = parts.storage
  const { id } = staff.issuer
  const people = await listStaff(db, id)
  return registerConsolePage({
    staff,
    register,
    query,
    deciders: people.filter(({ role }) => role !== 'viewer').length,
    ...(await searchEntries(db, id, query, { page: query.page, size: SIZE, now: parts.now() })),
    size: SIZE,
    facets: await listFacets(db, id),
    proposed: await tellChanges(id, await listProposed(db, id), parts),
    drafts: await listDrafts(db, id),
    ...more,
  })
}
