import { appendAudit } from '#storage'
import type { WalletParts } from './parts.ts'
import { findCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import { endShare, listShares, type Share, stateOf, workAlong } from './records/shares.ts'

/** The open shares of this person's that show a credential. */
export async function sharesOf(parts: WalletParts, person: Person, credentialId: string): Promise<Share[]> {
  const shares = await listShares(parts.storage.db, parts.keys, person)
  return shares.filter((share) => share.credentialIds.includes(credentialId) && stateOf(share, parts.now()) === 'open')
}

/** Deletes a credential from the passport. A share that showed nothing else ends with it. */
export async function deleteCredential(parts: WalletParts, person: Person, id: string): Promise<void> {
  await findCredential(parts, person, id)
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const actor = `account:${person.id}`
    await together.deleteFrom('held_credential').where('id', '=', id).where('account_id', '=', person.id).execute()
    const rows = await together.selectFrom('held_credential').select('id').where('account_id', '=', person.id).execute()
    const left = new Set(rows.map((row) => row.id))
    for (const share of await listShares(together, parts.keys, person)) {
      if (showsElse(share, { id, left })) continue
      if (await endShare(together, person, share.id, now)) {
        await appendAudit(together, { actor, action: 'share.withdrawn', subject: share.id }, now)
      }
    }
    await appendAudit(together, { actor, action: 'credential.deleted', subject: id }, now)
  })
}

/** Whether a share shows something without a credential, given the ids of those that are left. */
function showsElse(share: Share, { id, left }: { id: string; left: ReadonlySet<string> }): boolean {
  const { credentialIds, handover } = share
  if (handover !== null || workAlong(share).length > 0 || !credentialIds.includes(id)) return true
  return credentialIds.some((held) => left.has(held))
}
