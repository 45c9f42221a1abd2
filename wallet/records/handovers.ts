import type { Queries, Together } from '#storage'
import type { WalletParts } from '../parts.ts'
import type { Person } from './person.ts'
import { openText, sealText } from './sealed.ts'

/** What became of a share that hands somebody over. */
export interface Handover {
  /** Who says that they have it, and since when; null where nobody said so. */
  received: { by: string; at: string } | null
  /** When the adviser is to be told that nobody did; null where nobody may be told. */
  nudgeAt: string | null
  nudgedAt: string | null
}

type Parts = Pick<WalletParts, 'keys' | 'now'>
type Owner = Pick<Person, 'id' | 'key'>

/** Notes that a share hands somebody over, and when their adviser may be told that nobody has it. */
export async function saveHandover(
  together: Together,
  owner: Pick<Owner, 'id'>,
  { share, nudgeAt }: { share: string; nudgeAt: Date | null },
): Promise<void> {
  const nudge_at = nudgeAt?.toISOString() ?? null
  const row = { share_id: share, account_id: owner.id, received_by: null, received_at: null, nudge_at, nudged_at: null }
  await together.insertInto('handover').values(row).execute()
}

/** What became of a share of this person's; undefined where it hands nobody over. */
export async function findHandover(
  db: Queries,
  keys: WalletParts['keys'],
  owner: Owner,
  share: string,
): Promise<Handover | undefined> {
  const row = await db
    .selectFrom('handover')
    .selectAll()
    .where('share_id', '=', share)
    .where('account_id', '=', owner.id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { received_by, received_at: at, nudge_at: nudgeAt, nudged_at: nudgedAt } = row
  const isReceived = received_by !== null && at !== null
  const received = isReceived ? { by: openText(keys, owner.key, label(share), received_by), at } : null
  return { received, nudgeAt, nudgedAt }
}

/** Notes that somebody has what was handed over, once: the first word stands. Answers whether it was this one. */
export async function takeReceipt(
  { keys, now }: Parts,
  together: Together,
  owner: Owner,
  { share, by }: { share: string; by: string },
): Promise<boolean> {
  const at = now().toISOString()
  const { numUpdatedRows } = await together
    .updateTable('handover')
    .set({ received_by: sealText(keys, owner.key, label(share), by), received_at: at })
    .where('share_id', '=', share)
    .where('account_id', '=', owner.id)
    .where('received_at', 'is', null)
    .where('share_id', 'in', openAt(together, at))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Takes the one nudge of a share whose link works still, when it is due and nobody said that they have it. One statement, so
 * that of several copies of the service one tells the adviser. Answers whether it was this one.
 */
export async function takeNudge(
  { now }: Pick<Parts, 'now'>,
  together: Together,
  owner: Pick<Owner, 'id'>,
  share: string,
): Promise<boolean> {
  const at = now().toISOString()
  const { numUpdatedRows } = await together
    .updateTable('handover')
    .set({ nudged_at: at })
    .where('share_id', '=', share)
    .where('account_id', '=', owner.id)
    .where('received_at', 'is', null)
    .where('nudged_at', 'is', null)
    .where('nudge_at', '<=', at)
    .where('share_id', 'in', openAt(together, at))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Undoes taking the nudge, for a mail that did not go. */
export async function giveNudgeBack(together: Together, owner: Pick<Owner, 'id'>, share: string): Promise<void> {
  await together
    .updateTable('handover')
    .set({ nudged_at: null })
    .where('share_id', '=', share)
    .where('account_id', '=', owner.id)
    .execute()
}

/** Takes back that the adviser may be told. Answers whether they still were to be. */
export async function stopNudge(together: Together, owner: Pick<Owner, 'id'>, share: string): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('handover')
    .set({ nudge_at: null })
    .where('share_id', '=', share)
    .where('account_id', '=', owner.id)
    .where('nudge_at', 'is not', null)
    .where('nudged_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The shares whose links work at a time. */
function openAt(together: Together, at: string) {
  return together.selectFrom('share').select('id').where('withdrawn_at', 'is', null).where('expires_at', '>', at)
}

const label = (share: string) => `handover/${share}`
