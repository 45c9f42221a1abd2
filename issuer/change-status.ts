import { PassportError } from '#platform'
import { appendAudit, type Together } from '#storage'
import type { IssuerParts } from './parts.ts'
import { publishedList } from './publish-list.ts'
import { type CredentialRecord, findIssuedAs, findIssuedAt, getIssued } from './records/credentials.ts'
import { outdateReasons, setBits } from './records/lists.ts'
import { endHolds } from './records/suspensions.ts'

export type StatusAct = 'revoke' | 'suspend' | 'reinstate'

/** What each act asks of the status before, makes of it, and says in the list. */
const ACTS = {
  revoke: { from: ['valid', 'suspended'], to: 'revoked', purpose: 'revocation', isSet: true, done: 'revoked' },
  suspend: { from: ['valid'], to: 'suspended', purpose: 'suspension', isSet: true, done: 'suspended' },
  reinstate: { from: ['suspended'], to: 'valid', purpose: 'suspension', isSet: false, done: 'reinstated' },
} as const

interface Change {
  act: StatusAct
  /** Kept here for the issuer's staff; the published list says nothing of it. */
  reason: string | undefined
  actor: string
}

/**
 * Revokes, suspends or reinstates an issued credential, and answers when the list that says so is published. A second
 * time changes nothing; a revocation is final (`request.conflict`).
 */
export async function changeStatus(
  issuerId: string,
  id: string,
  change: Change,
  parts: IssuerParts,
): Promise<CredentialRecord> {
  const { from, to, purpose, isSet, done } = ACTS[change.act]
  const now = parts.now()
  const lists = await parts.storage.transaction(async (together) => {
    const changed = await together
      .updateTable('credential')
      .set({ status: to, status_reason: change.reason ?? null, status_changed_at: now.toISOString() })
      .where('issuer_id', '=', issuerId)
      .where('id', '=', id)
      .where('state', '=', 'issued')
      .where('status', 'in', from)
      .returning('id')
      .executeTakeFirst()
    // A word of staff about this one credential counts from then on, whatever it depends on.
    const wasHeld = await endHolds(together, id, now)
    if (wasHeld) await outdateReasons(together, issuerId, [id])
    if (changed === undefined) {
      const { status } = await getIssued(together, issuerId, id)
      if (status === to) {
        if (wasHeld) await takeOver(together, id, change, now)
        return []
      }
      if (status === 'revoked') throw new PassportError('request.conflict', 'It was revoked, and that is final.')
      throw new PassportError('request.conflict', `It cannot be ${done} while it is ${status}.`)
    }
    const changedLists = await setBits(together, issuerId, [id], purpose, isSet, now)
    if (changedLists.length === 0) {
      throw new PassportError('request.conflict', 'It was issued without a status, so its status cannot be changed.')
    }
    await appendAudit(together, { actor: change.actor, action: `credential.${done}`, subject: id }, now)
    return changedLists
  })
  for (const { kind, number } of lists) await publishedList(issuerId, kind, number, parts)
  return await getIssued(parts.storage.db, issuerId, id)
}

/** Suspended with something else until now, it is by this act from now on, and stays so when that is lifted. */
async function takeOver(together: Together, id: string, { reason, actor }: Change, now: Date): Promise<void> {
  await together
    .updateTable('credential')
    .set({ status_reason: reason ?? null })
    .where('id', '=', id)
    .execute()
  await appendAudit(together, { actor, action: 'credential.suspended', subject: id }, now)
}

/** The same for a program, which knows a credential by the `id` it states: everything issued under it is changed. */
export async function changeStatusOf(
  issuerId: string,
  credentialId: string,
  change: { purpose: 'revocation' | 'suspension'; isSet: boolean; reason: string | undefined; actor: string },
  parts: IssuerParts,
): Promise<void> {
  const { purpose, isSet, reason, actor } = change
  const { db } = parts.storage
  const entry = statusEntryOf(credentialId, issuerId, parts)
  const records = entry ? await findIssuedAt(db, issuerId, entry) : await findIssuedAs(db, issuerId, credentialId)
  if (records.length === 0)
    throw new PassportError('credential.notFound', 'This issuer has issued nothing under that id.')
  if (purpose === 'revocation' && !isSet) throw new PassportError('request.conflict', 'A revocation is final.')
  const act: StatusAct = purpose === 'revocation' ? 'revoke' : isSet ? 'suspend' : 'reinstate'
  for (const { id } of records) await changeStatus(issuerId, id, { act, reason, actor }, parts)
}

/** The place in one of our lists that a status entry's `id` names, if it is one (`statusListEntry` writes them). */
function statusEntryOf(id: string, issuerId: string, { config }: IssuerParts) {
  const base = `${config.baseUrl}/issuers/${issuerId}/status/`
  if (!id.startsWith(base)) return undefined
  const [, kind, number, position] = /^(revocation|suspension)-(\d{1,7})#(\d{1,7})$/.exec(id.slice(base.length)) ?? []
  if (kind !== 'revocation' && kind !== 'suspension') return undefined
  return { kind, number: Number(number), position: Number(position) } as const
}
