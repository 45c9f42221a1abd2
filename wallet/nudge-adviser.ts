import { z } from 'zod'
import type { JobHandler, Message } from '#server'
import { appendAudit, enqueueJob } from '#storage'
import { formatDate } from '#web'
import type { WalletParts } from './parts.ts'
import { giveNudgeBack, stopNudge, takeNudge } from './records/handovers.ts'
import { findPerson, type Person } from './records/person.ts'
import { findShare, type Share } from './records/shares.ts'

/** The kind of job that tells an adviser that nobody said they have what was handed over. */
export const NUDGE_JOB = 'nudgeAdviser'

/** How long somebody has to say that they have it, in days. */
export const NUDGE_DAYS = 14

const DAY_MS = 24 * 60 * 60 * 1_000

const payload = z.object({ share: z.string() })

/** Tells the adviser once, where the learner agreed and the link works still. While the mail server is down it asks again each day. */
export function nudgeAdviser(parts: WalletParts): JobHandler {
  const { storage, mail, log, now } = parts
  return async ({ owner, payload: given }) => {
    const { share: id } = payload.parse(given)
    const person = await findPerson(parts, owner)
    if (person === undefined) return null
    const found = await findShare(parts, person, id)
    const { handover } = found
    if (handover === null || handover.adviser === null) return null
    const entry = { actor: 'system', subject: id }
    const isTaken = await storage.transaction(async (together) => {
      if (!(await takeNudge(parts, together, person, id))) return false
      await appendAudit(together, { ...entry, action: 'handover.nudged' }, now())
      return true
    })
    if (!isTaken) return { nudged: 0 }
    try {
      await mail.send({ ...nudgeMessage(found, handover), to: handover.adviser })
      return { nudged: 1 }
    } catch (error) {
      log.error('handover.nudge', error, { id })
      await storage.transaction(async (together) => {
        await giveNudgeBack(together, person, id)
        const runAt = new Date(now().getTime() + DAY_MS)
        await enqueueJob(together, { kind: NUDGE_JOB, owner, payload: { share: id }, runAt }, now())
        await appendAudit(together, { ...entry, action: 'handover.nudgeNotSent' }, now())
      })
      return { nudged: 0 }
    }
  }
}

/** Takes the consent back: the adviser is told nothing, unless they were already. */
export async function stopTelling(parts: WalletParts, person: Person, id: string): Promise<boolean> {
  await findShare(parts, person, id)
  return await parts.storage.transaction(async (together) => {
    if (!(await stopNudge(together, person, id))) return false
    const entry = { actor: `account:${person.id}`, action: 'handover.nudgeStopped', subject: id }
    await appendAudit(together, entry, parts.now())
    return true
  })
}

/** The mail: no more than the form says that it tells. It leads nowhere, and names nothing of what is in the pack. */
function nudgeMessage(
  { audience, createdAt }: Share,
  { contact }: NonNullable<Share['handover']>,
): Omit<Message, 'to'> {
  const college = asLine(audience)
  const text = [
    `On ${formatDate(createdAt)} ${asLine(contact.name)} made a transition pack for ${college}, and agreed that we tell you if nobody there says within ${NUDGE_DAYS} days that they have it.`,
    '',
    'Nobody has said so. It may help to ask them whether it has arrived.',
    '',
    `What is in the pack is for ${college} only, so it is not in this mail. This is the only mail that you get about it.`,
  ].join('\n')
  return { subject: 'Nobody has said that they have a transition pack', text, html: null }
}

/** What a learner wrote makes no lines of its own in a mail that others get, and no address that a mail program makes a link of. */
const asLine = (text: string) => text.replaceAll(/(?<=\S)[.:/@。．｡](?=\S)/gu, ' ').replaceAll(/\s+/g, ' ')
