import { PassportError } from '#platform'
import { appendAudit } from '#storage'
import { openShareOf } from './open-share.ts'
import type { WalletParts } from './parts.ts'
import { findHandover, type Handover, takeReceipt } from './records/handovers.ts'
import type { Share } from './records/shares.ts'

const MAX_NAME = 120

/**
 * Notes that somebody who opened a transition pack has it. The first word stands, and whoever comes later is told it. Without
 * a name it is the school or college that the pack is for. Throws `share.notFound`, `share.ended`, and `request.conflict` for
 * the learner themself: `visitor` is who is signed in.
 */
export async function acknowledge(
  parts: WalletParts,
  token: string,
  { by, visitor }: { by: string; visitor: string | undefined },
): Promise<{ share: Share; received: NonNullable<Handover['received']> }> {
  const { share, owner } = await openShareOf(parts, token)
  if (share.handover === null) throw new PassportError('share.notFound', 'This link is no transition pack.')
  if (visitor === owner.id) {
    throw new PassportError('request.conflict', 'This is your own pack. Whoever you sent it to says that they have it.')
  }
  const receipt = { share: share.id, by: by.trim().slice(0, MAX_NAME) || share.audience }
  await parts.storage.transaction(async (together) => {
    if (!(await takeReceipt(parts, together, owner, receipt))) return
    // Who it was nobody checks: they have the link.
    await appendAudit(together, { actor: 'link', action: 'handover.acknowledged', subject: share.id }, parts.now())
  })
  const handover = await findHandover(parts.storage.db, parts.keys, owner, share.id)
  if (handover === undefined || handover.received === null) {
    throw new PassportError('share.ended', 'This share has ended. Ask the person who sent you the link for a new one.')
  }
  return { share, received: handover.received }
}
