import { appendAudit } from '#storage'
import type { IssuerParts } from './parts.ts'
import { eraseRecord, notFound } from './records/credentials.ts'

/**
 * Erases what is kept of the person a credential was awarded to, its claim links and our copy of it included. The status
 * lists keep its places: they name nobody, and what its holder has can still be checked.
 */
export async function erase(issuerId: string, id: string, actor: string, parts: IssuerParts): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    if (!(await eraseRecord(together, issuerId, id, now))) throw notFound()
    await together.deleteFrom('claim').where('issuer_id', '=', issuerId).where('credential_id', '=', id).execute()
    await appendAudit(together, { actor, action: 'credential.erased', subject: id }, now)
  })
}
