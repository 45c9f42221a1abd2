import { appendAudit } from '#storage'
import type { WalletParts } from './parts.ts'
import { findCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'

/** Keeps a credential that is not genuine, because its holder says so. It stays marked, and cannot be shared. */
export async function keepAnyway(parts: WalletParts, person: Person, id: string): Promise<void> {
  await findCredential(parts, person, id)
  await parts.storage.transaction(async (together) => {
    await together
      .updateTable('held_credential')
      .set({ state: 'held' })
      .where('id', '=', id)
      .where('account_id', '=', person.id)
      .execute()
    const entry = { actor: `account:${person.id}`, action: 'credential.keptAnyway', subject: id }
    await appendAudit(together, entry, parts.now())
  })
}
