import { kindsOf, parseDateEnd, pointersOfKinds } from '#credential'
import { PassportError } from '#platform'
import { appendAudit, type Together } from '#storage'
import type { WalletParts } from './parts.ts'
import { findCredentials, type HeldCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import { endShare, findShare, type Share, saveShare, workAlong } from './records/shares.ts'
import { choosableParts, shownCopy } from './shown-copies.ts'

/** What the form of a new share says, as it was written. */
export interface ShareWish {
  credential: string[]
  /** What is left out: a credential's id, a dot, and a kind of its parts. */
  leaveOut: string[]
  audience: string
  /** A number of days, or `date`. */
  lasts: string
  until: string
  /** Empty where the number of uses is not limited. */
  uses: string
}

/** By field: what is wrong and how to put it right. */
export type ShareFaults = Partial<Record<keyof ShareWish, string>>

/** How long a share may last: what is forgotten should not stay open. */
const MAX_DAYS = 366
const MAX_USES = 1_000
/** As many as a presentation may hold. */
const MAX_CREDENTIALS = 50
const DAY_MS = 24 * 60 * 60 * 1_000

/** What a share is for, where it is an application pack or hands somebody over; never both. */
export interface Purpose {
  pack?: Share['pack']
  handover?: Share['handover']
  /** What else is kept in the transaction of the share. */
  also?: (together: Together, share: Share) => Promise<void>
}

/** Shares chosen credentials, for a purpose where one is given, or says what is wrong with the wish. */
export async function share(
  parts: WalletParts,
  person: Person,
  wish: ShareWish,
  { pack = null, handover = null, also }: Purpose = {},
): Promise<{ share: Share } | { faults: ShareFaults }> {
  const now = parts.now()
  const ids = [...new Set(wish.credential)]
  const held = await findCredentials(parts.storage.db, parts.keys, person, ids)
  if (held.length < ids.length) {
    throw new PassportError('credential.notFound', 'A credential that you chose is not in your passport any more.')
  }
  const expires = expiryOf(wish, now)
  const uses = usesOf(wish.uses)
  const audience = wish.audience.trim()
  const faults: ShareFaults = {
    // Whoever hands themself over says something in any case: how to reach them.
    ...(held.length + workAlong({ pack, handover }).length === 0 && handover === null
      ? { credential: 'Choose at least one credential to share.' }
      : {}),
    ...(held.length > MAX_CREDENTIALS ? { credential: `Choose at most ${MAX_CREDENTIALS} credentials.` } : {}),
    ...(held.some(({ checked, state }) => checked.face === 'notGenuine' || state !== 'held')
      ? { credential: 'One of these is not genuine, so it cannot be shared. Choose without it.' }
      : {}),
    ...(audience === '' ? { audience: 'Say who it is for, such as the name of an employer.' } : {}),
    ...(audience.length > 120 ? { audience: 'Use 120 characters or fewer.' } : {}),
    ...('fault' in expires ? { [wish.lasts === 'date' ? 'until' : 'lasts']: expires.fault } : {}),
    ...('fault' in uses ? { uses: uses.fault } : {}),
  }
  if (Object.keys(faults).length > 0 || 'fault' in expires || 'fault' in uses) return { faults }
  const leftOut = Object.fromEntries(held.map((one) => [one.id, leftOutOf(one, wish.leaveOut)]))
  // Made once before anyone gets the link, so that it is known to work.
  const cut = held.filter(({ id }) => leftOut[id]?.length)
  await Promise.all(cut.map((one) => shownCopy(one, { leftOut }, parts)))
  const saved = await parts.storage.transaction(async (together) => {
    const chosen = {
      credentialIds: ids,
      leftOut,
      pack,
      handover,
      audience,
      expiresAt: expires.at.toISOString(),
      usesAllowed: uses.allowed,
    }
    const made = await saveShare(parts, together, person, chosen)
    await also?.(together, made)
    const entry = { actor: `account:${person.id}`, action: 'share.created', subject: made.id }
    await appendAudit(together, { ...entry, detail: { credentials: ids.length } }, now)
    return made
  })
  return { share: saved }
}

/** The parts of a credential that are left out, by the kinds that the form names. */
function leftOutOf({ id, received }: HeldCredential, leaveOut: readonly string[]): string[] {
  const parts = choosableParts(received)
  const kinds = kindsOf(parts).filter((kind) => leaveOut.includes(`${id}.${kind}`))
  return pointersOfKinds(parts, kinds)
}

/** Ends a share of this person's at once. */
export async function withdraw(parts: WalletParts, person: Person, id: string): Promise<void> {
  await findShare(parts, person, id)
  await parts.storage.transaction(async (together) => {
    if (!(await endShare(together, person, id, parts.now()))) return
    const entry = { actor: `account:${person.id}`, action: 'share.withdrawn', subject: id }
    await appendAudit(together, entry, parts.now())
  })
}

/** The address that is sent to someone. */
export function shareUrl({ config }: Pick<WalletParts, 'config'>, { token }: Pick<Share, 'token'>): string {
  return `${config.baseUrl}/s/${token}`
}

function expiryOf({ lasts, until }: ShareWish, now: Date): { at: Date } | { fault: string } {
  if (lasts !== 'date') {
    const days = /^\d{1,3}$/.test(lasts) ? Number(lasts) : 0
    if (days < 1 || days > MAX_DAYS) return { fault: 'Choose how long the link works.' }
    return { at: new Date(now.getTime() + days * DAY_MS) }
  }
  const at = parseDateEnd(until)
  if (at === null) return { fault: 'Enter the last day on which the link works, such as 2027-06-25.' }
  if (at <= now) return { fault: 'Enter a day that is still to come.' }
  if (at.getTime() - now.getTime() > MAX_DAYS * DAY_MS) return { fault: 'Enter a day within the next year.' }
  return { at }
}

function usesOf(text: string): { allowed: number | null } | { fault: string } {
  if (text.trim() === '') return { allowed: null }
  const uses = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return uses < 1 || uses > MAX_USES
    ? { fault: `Enter a number from 1 to ${MAX_USES}, or nothing.` }
    : { allowed: uses }
}
