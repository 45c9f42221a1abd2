import { z } from 'zod'
import { PassportError } from '#platform'
import type { Route } from '#server'
import { appendAudit, deletePasskey, listPasskeys } from '#storage'
import { deleteAccount } from '../delete-account.ts'
import type { WalletParts } from '../parts.ts'
import { countCredentials } from '../records/credentials.ts'
import { type Person, renamePerson } from '../records/person.ts'
import { listShares, stateOf } from '../records/shares.ts'
import { accountPage, deletedPage } from '../web/account.tsx'
import { MAX_NAME } from '../web/sign-in-words.ts'
import { welcomePage } from '../web/welcome.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

/** A person's account. */
export function accountRoutes(parts: WalletParts): Route[] {
  const { storage, keys, now } = parts
  const view = async (person: Person) => {
    const shares = await listShares(storage.db, keys, person)
    return {
      person,
      passkeys: await listPasskeys(storage.db, person.id),
      credentials: await countCredentials(storage.db, person, 'held'),
      openShares: shares.filter((one) => stateOf(one, now()) === 'open').length,
    }
  }
  return [
    own(parts, {
      method: 'GET',
      path: '/welcome',
      summary: 'Asks someone who is new for a name.',
      tag: 'Account',
      run: async (person) => (person.name === null ? { html: welcomePage(person) } : { redirect: '/passport' }),
    }),
    own(parts, {
      method: 'GET',
      path: '/account',
      summary: 'The account of the person who is signed in.',
      tag: 'Account',
      run: async (person, { takeFlash }) => ({ html: accountPage({ ...(await view(person)), flash: takeFlash() }) }),
    }),
    own(parts, {
      method: 'POST',
      path: '/account/name',
      summary: 'Say what to be called.',
      tag: 'Account',
      body: { form: z.object({ name: z.string().max(1_000) }) },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body, flash }) => {
        const name = body.name.trim()
        const isNew = person.name === null
        const fault = faultOf(name)
        if (fault !== null) {
          const html = isNew
            ? welcomePage(person, { value: name, error: fault })
            : accountPage({ ...(await view(person)), fault: { value: name, why: fault } })
          return { status: 422, html }
        }
        await renamePerson(parts, person, name)
        if (!isNew) flash('Your name is saved.')
        return { redirect: isNew ? '/passport' : '/account' }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/account/passkeys/:id/delete',
      summary: 'Remove a passkey.',
      tag: 'Account',
      params: z.object({ id: z.string().max(2_048) }),
      run: async (person, { params: { id }, flash }) => {
        await storage.transaction(async (together) => {
          if (!(await deletePasskey(together, person.id, id))) {
            throw new PassportError('request.notFound', 'You have no such passkey. It may be removed already.')
          }
          const entry = { actor: `account:${person.id}`, action: 'passkey.removed', subject: person.id }
          await appendAudit(together, entry, now())
        })
        flash('The passkey is removed.')
        return { redirect: '/account' }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/account/delete',
      summary: 'Delete the account and everything in it, for good.',
      tag: 'Account',
      responses: PAGE,
      run: async (person, { signOut }) => {
        await deleteAccount(parts, person)
        await signOut()
        return { html: deletedPage() }
      },
    }),
  ]
}

function faultOf(name: string): 'missing' | 'long' | null {
  if (name === '') return 'missing'
  return name.length > MAX_NAME ? 'long' : null
}
