import { appendAudit, destroySessionsOf } from '#storage'
import type { WalletParts } from './parts.ts'
import { deleteMessages } from './records/outbox.ts'
import type { Person } from './records/person.ts'

/**
 * Deletes an account: its wrapped key, and with it every chance to read what it sealed; its credentials, shares and view
 * logs; its passkeys, sessions and messages. Share links end at once. Only the audit trail still holds its id.
 */
export async function deleteAccount({ storage, keys, now }: WalletParts, person: Person): Promise<void> {
  await storage.transaction(async (together) => {
    await together.deleteFrom('account').where('id', '=', person.id).execute()
    await together.deleteFrom('passkey').where('account_id', '=', person.id).execute()
    await together.deleteFrom('job').where('owner', '=', person.id).execute()
    await deleteMessages(together, keys, person)
    await destroySessionsOf(together, person.id)
    const entry = { actor: `account:${person.id}`, action: 'account.deleted', subject: person.id }
    await appendAudit(together, entry, now())
  })
}
