import { z } from 'zod'
import { PassportError, randomToken } from '#platform'
import { email, isEmail, type Route, route } from '#server'
import { appendAudit, destroySessionsOf, isUniqueViolation, listPasskeys } from '#storage'
import { addresses } from '../addresses.ts'
import { ISSUER_TYPES } from '../create-issuer.ts'
import type { IssuerParts } from '../parts.ts'
import { insertApiKey, listApiKeys, revokeApiKey } from '../records/api-keys.ts'
import { keepProfile } from '../records/issuers.ts'
import { changeStaff, deleteStaff, insertStaff, listStaff } from '../records/staff.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { SETTINGS_PLACE, settingsPage } from '../web/settings-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const byId = z.object({ id: z.uuid() })
const name = z.string().trim().min(1, 'must not be empty').max(200)

type Extra = Partial<Pick<Parameters<typeof settingsPage>[0], 'flash' | 'newKey' | 'errors'>>

/** Who and what acts for an issuer. */
export function settingsRoutes(parts: IssuerParts): Route[] {
  return [...account(parts), ...provider(parts), ...people(parts), ...apiKeys(parts)]
}

function account(parts: IssuerParts): Route[] {
  const { storage } = parts
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: SETTINGS_PLACE,
      summary: 'Your account, people and keys.',
      responses: PAGE,
      run: async ({ user, takeFlash }) => ({
        html: await pageOf(parts, await staffOf(user, 'viewer', parts), { flash: takeFlash() }),
      }),
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${SETTINGS_PLACE}/me`,
      summary: 'Change your own name and address.',
      body: { form: z.object({ myName: name, myEmail: z.string().max(320) }) },
      responses: ONWARDS,
      run: async ({ user, body, flash, now }) => {
        const staff = await staffOf(user, 'viewer', parts)
        if (!isEmail(body.myEmail))
          return await refuse(parts, staff, 'myEmail', 'Enter your e-mail address, like name@example.org.')
        const changes = { name: body.myName, email: email.parse(body.myEmail) }
        try {
          await storage.transaction(async (together) => {
            await changeStaff(together, staff.issuer.id, staff.member.id, changes)
            await appendAudit(together, { actor: staff.actor, action: 'staff.changed', subject: staff.member.id }, now)
          })
        } catch (error) {
          if (!isUniqueViolation(error)) throw error
          return await refuse(parts, staff, 'myEmail', 'A colleague of yours has this address. Enter another.')
        }
        flash('Saved.')
        return { redirect: SETTINGS_PLACE }
      },
    }),
  ]
}

function provider({ storage, ...parts }: IssuerParts): Route[] {
  return [
    route({
      ...STAFF,
      method: 'POST',
      path: `${SETTINGS_PLACE}/type`,
      summary: 'Say what kind of organisation the provider is.',
      body: { form: z.object({ issuerType: z.enum(['', ...ISSUER_TYPES]) }) },
      responses: ONWARDS,
      run: async ({ user, body: { issuerType }, flash, now }) => {
        const { issuer, actor } = await staffOf(user, 'admin', { storage, ...parts })
        const { issuerType: _before, ...profile } = issuer.profile
        await storage.transaction(async (together) => {
          await keepProfile(together, issuer.id, issuerType === '' ? profile : { ...profile, issuerType })
          await appendAudit(
            together,
            { actor, action: 'issuer.described', subject: issuer.id, detail: { issuerType } },
            now,
          )
        })
        flash('Saved. Awards say so from now on.')
        return { redirect: SETTINGS_PLACE }
      },
    }),
  ]
}

function people(parts: IssuerParts): Route[] {
  const { storage } = parts
  return [
    route({
      ...STAFF,
      method: 'POST',
      path: `${SETTINGS_PLACE}/people`,
      summary: 'Let someone sign in for the provider.',
      body: {
        form: z.object({
          personName: name,
          personEmail: z.string().max(320),
          role: z.enum(['admin', 'issuer', 'viewer']),
        }),
      },
      responses: ONWARDS,
      run: async ({ user, body, flash, now }) => {
        const staff = await staffOf(user, 'admin', parts)
        if (!isEmail(body.personEmail)) {
          return await refuse(parts, staff, 'personEmail', 'Enter their e-mail address, like name@example.org.')
        }
        const person = {
          issuerId: staff.issuer.id,
          name: body.personName,
          email: email.parse(body.personEmail),
          role: body.role,
        }
        try {
          await storage.transaction(async (together) => {
            const { id } = await insertStaff(together, person, now)
            const detail = { role: body.role }
            await appendAudit(together, { actor: staff.actor, action: 'staff.added', subject: id, detail }, now)
          })
        } catch (error) {
          if (!isUniqueViolation(error)) throw error
          return await refuse(parts, staff, 'personEmail', 'This person is on the list already.')
        }
        flash('Added. They can sign in with a code sent to that address.')
        return { redirect: SETTINGS_PLACE }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${SETTINGS_PLACE}/people/:id/remove`,
      summary: 'Let someone sign in no more.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params, flash, now }) => {
        const staff = await staffOf(user, 'admin', parts)
        await storage.transaction(async (together) => {
          if (!(await deleteStaff(together, staff.issuer.id, params.id))) {
            throw new PassportError('request.conflict', 'That person is not here, or is your last administrator.')
          }
          await destroySessionsOf(together, params.id)
          await appendAudit(together, { actor: staff.actor, action: 'staff.removed', subject: params.id }, now)
        })
        flash('Removed. They are signed out.')
        return { redirect: SETTINGS_PLACE }
      },
    }),
  ]
}

function apiKeys(parts: IssuerParts): Route[] {
  const { storage } = parts
  return [
    route({
      ...STAFF,
      method: 'POST',
      path: `${SETTINGS_PLACE}/keys`,
      summary: 'Make an API key. It is shown this once.',
      body: { form: z.object({ keyName: name }) },
      responses: PAGE,
      run: async ({ user, body, now }) => {
        const staff = await staffOf(user, 'admin', parts)
        const key = `spk_${randomToken()}`
        await storage.transaction(async (together) => {
          const made = { issuerId: staff.issuer.id, lookup: parts.keys.lookup(`apiKey ${key}`), name: body.keyName }
          const id = await insertApiKey(together, made, now)
          await appendAudit(together, { actor: staff.actor, action: 'apiKey.created', subject: id }, now)
        })
        return { html: await pageOf(parts, staff, { newKey: key }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${SETTINGS_PLACE}/keys/:id/revoke`,
      summary: 'End an API key.',
      params: byId,
      body: 'form',
      responses: ONWARDS,
      run: async ({ user, params, flash, now }) => {
        const staff = await staffOf(user, 'admin', parts)
        await storage.transaction(async (together) => {
          if (!(await revokeApiKey(together, staff.issuer.id, params.id, now))) {
            throw new PassportError('request.notFound', 'There is no such key, or it has ended already.')
          }
          await appendAudit(together, { actor: staff.actor, action: 'apiKey.revoked', subject: params.id }, now)
        })
        flash('The key has ended.')
        return { redirect: SETTINGS_PLACE }
      },
    }),
  ]
}

async function pageOf({ storage: { db }, config }: IssuerParts, staff: Staff, extra: Extra = {}): Promise<string> {
  const { issuer, member } = staff
  return settingsPage({
    staff,
    people: await listStaff(db, issuer.id),
    keys: await listApiKeys(db, issuer.id),
    passkeys: (await listPasskeys(db, member.id)).length,
    issueUrl: addresses(config.baseUrl).issue(issuer.id),
    ...extra,
  })
}

async function refuse(parts: IssuerParts, staff: Staff, field: string, message: string) {
  return { status: 422, html: await pageOf(parts, staff, { errors: [{ field, message }] }) }
}
