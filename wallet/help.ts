import { PassportError } from '#platform'
import { type AuditEntry, appendAudit, appendAudits, listAudit } from '#storage'
import type { WalletParts } from './parts.ts'
import {
  endSession,
  findHelp,
  findInvitation,
  type HelpSession,
  helpStateOf,
  listHelp,
  saveInvitation,
  takeAct,
  takeInvitation,
} from './records/help.ts'
import { HELP_AREAS, type HelpArea, type Person } from './records/person.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'config'>

/** For how many minutes a helper may be let in. */
export const HELP_MINUTES = [30, 60, 120, 240] as const

/** How many requests a session has at most, so that all of it can be read: the last one ends it. */
export const MAX_REQUESTS = 2_000

const OFFER_MS = 24 * 60 * 60 * 1_000
const MAX_OPEN = 5
const MAX_NAME = 100

/** By what a browser of a helper is known: no account has such an id, so that whatever does not expect a helper finds nobody. */
const PREFIX = 'helper:'

/** What the form of an invitation says. */
export interface HelpWish {
  may: readonly string[]
  minutes: string
}

/** What was not chosen of it. */
export type HelpFaults = readonly (keyof HelpWish)[]

/** Why an invitation is not taken: it is one's own, or the name is missing or longer than 100 characters. */
export type HelpNameFault = 'own' | 'name'

/** One thing that a helper did or was refused, or that they began or finished. */
export interface HelpAct {
  seq: number
  at: string
  action: string
  /** The address within the passport; empty of what has none. */
  place: string
}

/** A page that a helper looked at: how often, and when last. */
export interface HelpLooks {
  place: string
  times: number
  lastAt: string
}

/** A session with all that was done in it, the newest first. Looks stand by themselves, so that they hide nothing. */
export interface ReadHelp {
  session: HelpSession
  acts: HelpAct[]
  looks: HelpLooks[]
}

/** Invites somebody to help: what they may do and for how long is the holder's consent, and is written down as that. */
export async function inviteHelper(
  parts: Parts,
  person: Person,
  wish: HelpWish,
): Promise<{ id: string } | { faults: HelpFaults }> {
  const may = HELP_AREAS.filter((area) => wish.may.includes(area))
  const minutes = HELP_MINUTES.find((one) => String(one) === wish.minutes)
  if (may.length === 0 || minutes === undefined) {
    return {
      faults: [
        ...(may.length === 0 ? (['may'] as const) : []),
        ...(minutes === undefined ? (['minutes'] as const) : []),
      ],
    }
  }
  const now = parts.now()
  const open = (await listHelp(parts, person)).filter((one) => helpStateOf(one, now) !== 'ended')
  if (open.length >= MAX_OPEN) {
    throw new PassportError('request.conflict', 'There are many open invitations already. End one first.')
  }
  return await parts.storage.transaction(async (together) => {
    const offeredUntil = new Date(now.getTime() + OFFER_MS)
    const { id } = await saveInvitation(parts, together, person, { may, minutes, offeredUntil })
    const detail = { session: id, may, minutes }
    await appendAudit(
      together,
      { actor: `account:${person.id}`, action: 'help.invited', subject: person.id, detail },
      now,
    )
    return { id }
  })
}

/** The address that is given to a helper. */
export function helpUrl({ config }: Pick<Parts, 'config'>, token: string): string {
  return `${config.baseUrl}/help/${token}`
}

/** What an invitation asks. Looking takes nothing. Throws `help.notFound` and `help.ended`. */
export async function lookAtInvitation(parts: Parts, token: string): Promise<{ session: HelpSession; owner: Person }> {
  const found = await findInvitation(parts, token)
  if (found === undefined) {
    throw new PassportError('help.notFound', 'There is no such invitation. Check that you have the whole link.')
  }
  if (helpStateOf(found.session, parts.now()) !== 'offered') throw ended()
  return found
}

/**
 * Takes an invitation, once. Answers what the helper's browser is known by, which is no account of anybody's; or what is
 * wrong with the name. Nobody helps themself: `visitor` is who is signed in.
 */
export async function acceptHelp(
  parts: Parts,
  token: string,
  { name, visitor }: { name: string; visitor: string | undefined },
): Promise<{ accountId: string } | { fault: HelpNameFault }> {
  const { session, owner } = await lookAtInvitation(parts, token)
  if (visitor === owner.id) return { fault: 'own' }
  const helper = name.trim()
  if (helper === '' || helper.length > MAX_NAME) return { fault: 'name' }
  await parts.storage.transaction(async (together) => {
    if (!(await takeInvitation(parts, together, owner, { session, helper }))) throw ended()
    const entry = { actor: `${PREFIX}${session.id}`, action: 'help.begun', subject: owner.id }
    await appendAudit(together, { ...entry, detail: { session: session.id } }, parts.now())
  })
  return { accountId: `${PREFIX}${session.id}` }
}

/** Whether whoever is signed in is a helper. */
export function isHelper(accountId: string): boolean {
  return accountId.startsWith(PREFIX)
}

/**
 * The person whom a helper acts for in one request, which is written down before it is done: nothing happens in a session
 * that is not in its log. The request with which there are `MAX_REQUESTS` ends the session. `area` is what the request is about, `any` where it is about the session itself. Throws
 * `help.ended`, and `help.notAllowed` for what the holder did not consent to.
 */
export async function helpedPerson(
  parts: Parts,
  accountId: string,
  request: { area: HelpArea | 'any' | undefined; changes: boolean; place: string },
): Promise<Person> {
  const id = accountId.slice(PREFIX.length)
  const { area, changes, place } = request
  const found = await findHelp(parts, id)
  if (found === undefined || helpStateOf(found.session, parts.now()) !== 'running') throw ended()
  const { session, owner } = found
  const isAllowed = area === 'any' || (area !== undefined && session.may.includes(area))
  const action = isAllowed ? (changes ? 'help.wrote' : 'help.looked') : 'help.refused'
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const count = await takeAct(parts, together, id)
    if (count === undefined) throw ended()
    const detail = { session: id, area: area ?? 'none', place }
    const entries: AuditEntry[] = [{ actor: accountId, action, subject: owner.id, detail }]
    if (count >= MAX_REQUESTS && (await endSession(together, owner, { id, by: 'limit', now }))) {
      entries.push({ actor: 'system', action: 'help.ended', subject: owner.id, detail: { session: id } })
    }
    await appendAudits(together, entries, now)
  })
  if (!isAllowed) {
    throw new PassportError('help.notAllowed', 'As a helper you cannot do this. Its owner can, without you.')
  }
  const { helper, may, until } = session
  return { ...owner, helper: { id, name: helper ?? '', may, until: until ?? '' } }
}

/** Ends an invitation or a session, at once. Whose it is not, finds nothing. */
export async function endHelp(parts: Parts, person: Person, id: string): Promise<void> {
  const by = person.helper === undefined ? 'holder' : 'helper'
  const actor = person.helper === undefined ? `account:${person.id}` : `${PREFIX}${id}`
  await parts.storage.transaction(async (together) => {
    if (!(await endSession(together, person, { id, by, now: parts.now() }))) return
    const entry = { actor, action: 'help.ended', subject: person.id, detail: { session: id } }
    await appendAudit(together, entry, parts.now())
  })
}

/** One of this person's with all that was done in it. Throws `request.notFound`. */
export async function readHelp(parts: Parts, person: Person, id: string): Promise<ReadHelp> {
  const session = (await listHelp(parts, person)).find((one) => one.id === id)
  if (session === undefined) throw new PassportError('request.notFound', 'You invited no such helper.')
  // Beside the requests it has its beginning and its end.
  const records = await listAudit(parts.storage.db, { actor: `${PREFIX}${id}`, limit: MAX_REQUESTS + 2 })
  const all = records.map(({ seq, at, action, detail }) => ({
    seq,
    at,
    action,
    place: typeof detail.place === 'string' ? detail.place : '',
  }))
  const isLook = ({ action }: HelpAct) => action === 'help.looked'
  const byPlace = Map.groupBy(all.filter(isLook), ({ place }) => place)
  const looks = [...byPlace].map(([place, own]) => ({ place, times: own.length, lastAt: own[0]?.at ?? '' }))
  return { session, acts: all.filter((act) => !isLook(act)), looks }
}

const ended = () =>
  new PassportError('help.ended', 'This help has ended. The person whom you help can invite you again.')
