import type { DataKey } from '#keys'
import { PassportError, uuid } from '#platform'
import { type AccountTable, appendAudit, isUniqueViolation, type Queries } from '#storage'
import type { WalletParts } from '../parts.ts'
import { openText, sealText } from './sealed.ts'

/** Someone who was let in to help, without being the holder: what they may do, and until when. */
export interface Helper {
  /** Of the session of help. */
  id: string
  /** As they said it themself. */
  name: string
  may: readonly HelpArea[]
  until: string
}

/** What a helper can be let into. All else stays shut, whoever invites. */
export const HELP_AREAS = ['selfAssessment', 'portfolio', 'oldCertificates'] as const

export type HelpArea = (typeof HELP_AREAS)[number]

/** Someone who keeps their credentials here. Everything of theirs is sealed under `key`. */
export interface Person {
  id: string
  key: DataKey
  email: string
  /** What they want to be called; null until they say it. */
  name: string | null
  createdAt: string
  /** What of their own was asked for in this request and cannot be read any more: kinds and names, for its page to say so. */
  unreadable: Set<string>
  /** Who acts for them in this request; absent where they act themself. */
  helper?: Helper
}

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** The person with this address, made if there is none yet. The address must have been shown to be theirs. */
export async function enterPerson(parts: Parts, email: string): Promise<Person> {
  return (await findPersonByEmail(parts, email)) ?? (await createPerson(parts, email))
}

export async function findPersonByEmail({ storage, keys }: Parts, email: string): Promise<Person | undefined> {
  const row = await storage.db
    .selectFrom('account')
    .selectAll()
    .where('email_lookup', '=', emailLookup(keys, email))
    .executeTakeFirst()
  return row === undefined ? undefined : personOf(keys, row)
}

export async function findPerson({ storage, keys }: Parts, id: string): Promise<Person | undefined> {
  const row = await storage.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : personOf(keys, row)
}

/** Throws `access.required` where the account is gone. */
export async function knownPerson(parts: Parts, id: string): Promise<Person> {
  const person = await findPerson(parts, id)
  if (person === undefined) throw new PassportError('access.required', 'Sign in first, then try again.')
  return person
}

/** The key of an account, for what its holder is not there to open: a share. */
export async function findDataKey(db: Queries, id: string): Promise<DataKey | undefined> {
  const row = await db.selectFrom('account').select('wrapped_data_key').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { owner: id, wrapped: row.wrapped_data_key }
}

export async function renamePerson({ storage, keys }: Parts, person: Person, name: string): Promise<void> {
  const sealed = sealText(keys, person.key, 'account/name', name)
  await storage.db.updateTable('account').set({ name: sealed }).where('id', '=', person.id).execute()
}

/** A keyed hash by which the account of an address is found, and from which the address is not. */
export function emailLookup(keys: WalletParts['keys'], email: string): string {
  return keys.lookup(`email ${email}`)
}

async function createPerson(parts: Parts, email: string): Promise<Person> {
  const { storage, keys, now } = parts
  const id = uuid()
  const key = keys.createDataKey(id)
  const row: AccountTable = {
    id,
    email_lookup: emailLookup(keys, email),
    email: sealText(keys, key, 'account/email', email),
    name: null,
    wrapped_data_key: key.wrapped,
    created_at: now().toISOString(),
  }
  try {
    await storage.transaction(async (together) => {
      await together.insertInto('account').values(row).execute()
      const entry = { actor: `account:${id}`, action: 'account.created', subject: id }
      await appendAudit(together, entry, now())
    })
  } catch (error) {
    // The same person entered twice at once; the other was first.
    const other = isUniqueViolation(error) ? await findPersonByEmail(parts, email) : undefined
    if (other === undefined) throw error
    return other
  }
  return personOf(keys, row)
}

function personOf(keys: WalletParts['keys'], row: AccountTable): Person {
  const key = { owner: row.id, wrapped: row.wrapped_data_key }
  return {
    id: row.id,
    key,
    email: openText(keys, key, 'account/email', row.email),
    name: row.name === null ? null : openText(keys, key, 'account/name', row.name),
    createdAt: row.created_at,
    unreadable: new Set(),
  }
}
