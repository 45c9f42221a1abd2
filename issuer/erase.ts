import { appendAudit } from '#storage'
import type { IssuerParts } from './parts.ts'
import { eraseRows } from './records/batch-rows.ts'
import { eraseRecord, getIssued } from './records/credentials.ts'
import { deleteMessages } from './records/outbox.ts'

/**
 * Erases what is kept of the person a credential was awarded to: our copy of it, the reasons of its status, its claim
 * links, the messages to their address, and their row in the file it came from. The status lists keep its places, and the
 * issue log its leaf, without the salt by which it could be told: they name nobody, and what its holder has can still be checked.
 */
export async function erase(issuerId: string, id: string, actor: string, parts: IssuerParts): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const { recipient_email: email, batch_id: batch, batch_row: row } = await getIssued(together, issuerId, id)
    await eraseRecord(together, issuerId, id, now)
    await together.deleteFrom('claim').where('issuer_id', '=', issuerId).where('credential_id', '=', id).execute()
    if (email !== null) await deleteMessages(together, parts.keys, email)
    if (batch !== null && row !== null) await eraseRows(together, batch, { row, email })
    await appendAudit(together, { actor, action: 'credential.erased', subject: id }, now)
  })
}
