import { z } from 'zod'
import { base64url, base64urlDecode, parseJson } from '#platform'
import type { KeptMessage, Outbox } from '#server'
import { findMail, keepMail, listMail, type Storage } from '#storage'
import type { WalletParts } from '../parts.ts'
import { emailLookup, type Person } from './person.ts'

const message = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string().nullable() })

const LABEL = 'outbox'

/** Messages that are kept instead of sent, sealed: the database tells no address and no code. */
export function sealedOutbox(storage: Storage, keys: WalletParts['keys']): Outbox {
  const open = (row: { id: string; text: string; createdAt: string }): KeptMessage => {
    const bytes = keys.openForService(LABEL, base64urlDecode(row.text))
    return { id: row.id, createdAt: row.createdAt, ...message.parse(parseJson(bytes)) }
  }
  return {
    async keep({ to, subject, text, html }, now) {
      const bytes = new TextEncoder().encode(JSON.stringify({ to, subject, text, html }))
      const sealed = base64url(keys.sealForService(LABEL, bytes))
      return await keepMail(storage.db, { to: emailLookup(keys, to), subject: '', text: sealed, html: null }, now)
    },
    list: async () => (await listMail(storage.db)).map(open),
    async find(id) {
      const row = await findMail(storage.db, id)
      return row === undefined ? undefined : open(row)
    },
  }
}

/** Forgets the messages to a person. */
export async function deleteMessages(
  db: Pick<Storage['db'], 'deleteFrom'>,
  keys: WalletParts['keys'],
  person: Person,
): Promise<void> {
  await db.deleteFrom('mail').where('to_address', '=', emailLookup(keys, person.email)).execute()
}
