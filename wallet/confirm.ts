import { PassportError, randomToken, sha256Hex } from '#platform'
import { isEmail, parseEmail } from '#server'
import type { WalletParts } from './parts.ts'
import { type Changes, changesSince, findEntry, type PortfolioEntry, seenNow } from './portfolio.ts'
import { emailLookup, findPerson, type Person } from './records/person.ts'
import { deletePersonal, findPersonal, restorePersonal, savePersonal } from './records/personal.ts'
import {
  CONFIRMATION,
  CONFIRMATION_REQUEST,
  type Confirmation,
  type ConfirmationRequest,
} from './records/portfolio-kinds.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'config'>

const DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1_000
const MAX_OPEN = 20

/** What somebody who is asked writes, and the version of the item that they were shown. */
export type ConfirmationWish = Pick<Confirmation, 'by' | 'relation' | 'email' | 'words' | 'part'> & { version: string }

/** By field: what is wrong and how to put it right. */
export type ConfirmationFaults = Partial<Record<keyof ConfirmationWish, string>>

/** What a link leads to: whose it is, what it is about, as it was when they asked, and what changed since. */
export interface Asked {
  owner: Person
  entry: PortfolioEntry
  request: ConfirmationRequest
  changes: Changes | null
}

/** Makes a link by which somebody can confirm an item, as it is now. Answers its secret part. */
export async function askToConfirm(parts: Parts, person: Person, item: string): Promise<string> {
  const entry = await findEntry(parts, person, item)
  if (entry.requests.length >= MAX_OPEN) {
    throw new PassportError('request.conflict', 'There are many open links for this already. Take one back first.')
  }
  const until = new Date(parts.now().getTime() + DAYS * DAY_MS).toISOString()
  return await savePersonal(parts, person, CONFIRMATION_REQUEST, { item, seen: seenNow(entry), until }, randomToken())
}

/** The address that is sent to someone. It names the account by its id alone, which tells nothing of the person. */
export function confirmUrl({ config }: Pick<Parts, 'config'>, person: Pick<Person, 'id'>, token: string): string {
  return `${config.baseUrl}/confirm/${person.id}/${token}`
}

/** Takes a link back. It works no more. */
export async function takeBackRequest(parts: Parts, person: Person, token: string): Promise<void> {
  await deletePersonal(parts, person, CONFIRMATION_REQUEST, token)
}

/** What a link leads to. Looking changes nothing. Throws `share.notFound` and `share.ended`. */
export async function lookAtRequest(parts: Parts, account: string, token: string): Promise<Asked> {
  const owner = await findPerson(parts, account)
  if (owner === undefined) throw notThere()
  const request = await findPersonal(parts, owner, CONFIRMATION_REQUEST, token).catch(asNotThere)
  if (request.content.until <= parts.now().toISOString()) throw ended()
  const entry = await findEntry(parts, owner, request.content.item).catch(asNotThere)
  return { owner, entry, request: request.content, changes: changesSince(request.content.seen, entry) }
}

/**
 * Keeps what somebody says of an item: once for each link. Nobody confirms their own: whoever is signed in as the holder, or
 * gives the holder's address, is told so. What was confirmed is what they saw, which is as it is now.
 */
export async function confirm(
  parts: Parts,
  { account, token, visitor }: { account: string; token: string; visitor: string | undefined },
  wish: ConfirmationWish,
): Promise<{ asked: Asked } | { asked: Asked; faults: ConfirmationFaults }> {
  const asked = await lookAtRequest(parts, account, token)
  const faults = faultsOf(parts, asked, visitor, wish)
  if (Object.keys(faults).length > 0) return { asked, faults }
  const at = parts.now().toISOString()
  const { item } = asked.request
  const content: Confirmation = {
    ...trimmed(wish),
    email: parseEmail(wish.email),
    item,
    seen: seenNow(asked.entry),
    at,
    proof: '',
  }
  content.proof = proofOf(parts.keys, asked.owner, content)
  const record = { name: token, content, createdAt: at, changedAt: at }
  // One statement keeps it unless there is one already, so a link that is answered twice counts once.
  if (!(await restorePersonal(parts, asked.owner, CONFIRMATION, record))) throw ended()
  await deletePersonal(parts, asked.owner, CONFIRMATION_REQUEST, token)
  return { asked }
}

/** Tells one version of an item from another. */
export function versionOf({ entry }: Pick<Asked, 'entry'>): string {
  return sha256Hex(JSON.stringify(seenNow(entry)))
}

/**
 * Whether a confirmation was given here, to this person: what comes in with a saved passport may have been written by anyone.
 * It is known by a keyed hash, and by the holder's address, so that it holds in an account made anew.
 */
export function isGivenHere(keys: Parts['keys'], holder: Pick<Person, 'email'>, confirmation: Confirmation): boolean {
  return proofOf(keys, holder, confirmation) === confirmation.proof
}

function proofOf(keys: Parts['keys'], { email: holder }: Pick<Person, 'email'>, confirmation: Confirmation): string {
  const { item, seen, by, relation, email, words, part, at } = confirmation
  const { title, about, contribution, team, files } = seen
  const shown = files.flatMap(({ name, digest }) => [name, digest])
  return keys.lookup(
    `confirmation ${JSON.stringify([holder, item, title, about, contribution, shown, by, relation, email, words, part, at, ...(team === '' ? [] : [team])])}`,
  )
}

function faultsOf(
  { keys }: Parts,
  { owner, entry }: Asked,
  visitor: string | undefined,
  { by, email, words, part, relation, version }: ConfirmationWish,
): ConfirmationFaults {
  const isOwn =
    visitor === owner.id || (isEmail(email) && emailLookup(keys, parseEmail(email)) === emailLookup(keys, owner.email))
  if (isOwn) {
    return { email: 'Nobody can confirm their own work. Send the link to someone who saw it, and let them answer.' }
  }
  if (version !== versionOf({ entry })) {
    return { words: 'This was changed while you were reading. Please look at it again, then answer.' }
  }
  return {
    ...lengthFault('by', by, 120, 'Enter your name.'),
    ...lengthFault(
      'relation',
      relation,
      120,
      'Say how you know this person, such as “manager” or “we worked together”.',
    ),
    ...(isEmail(email) ? {} : { email: 'Enter your e-mail address, such as name@example.org.' }),
    ...lengthFault('words', words, 2_000, 'Say in your own words what you saw.'),
    ...(part.trim().length > 2_000 ? { part: 'Use 2,000 characters or fewer.' } : {}),
  }
}

function lengthFault(field: keyof ConfirmationWish, text: string, most: number, isMissing: string): ConfirmationFaults {
  if (text.trim() === '') return { [field]: isMissing }
  return text.trim().length > most ? { [field]: `Use ${most.toLocaleString('en-GB')} characters or fewer.` } : {}
}

function trimmed(wish: ConfirmationWish): Omit<ConfirmationWish, 'version'> {
  const { by, relation, email, words, part } = wish
  return { by: by.trim(), relation: relation.trim(), email, words: words.trim(), part: part.trim() }
}

function asNotThere(error: unknown): never {
  if (error instanceof PassportError && error.code === 'request.notFound') throw notThere()
  throw error
}

const notThere = () =>
  new PassportError('share.notFound', 'There is no such link, or it was answered or taken back. Ask for a new one.')
const ended = () =>
  new PassportError('share.ended', 'This link has ended. Ask the person who sent it to you for a new one.')
