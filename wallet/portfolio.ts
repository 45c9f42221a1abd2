import { deleteEvidence, listEvidence } from './evidence.ts'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { deletePersonal, findPersonal, listPersonal, type PersonalRecord, savePersonal } from './records/personal.ts'
import {
  CONFIRMATION,
  CONFIRMATION_REQUEST,
  type Confirmation,
  type ConfirmationRequest,
  EVIDENCE_FILE,
  type EvidenceFile,
  PORTFOLIO_ITEM,
  type PortfolioItem,
  type SeenItem,
} from './records/portfolio-kinds.ts'
import { teamFault } from './team.ts'

/** An item with all that belongs to it. */
export interface PortfolioEntry {
  name: string
  /** When it was put in. */
  createdAt: string
  item: PortfolioItem
  files: readonly EvidenceFile[]
  requests: readonly PersonalRecord<ConfirmationRequest>[]
  confirmations: readonly Confirmation[]
  /** Whether a helper wrote in it, or added one of its files. */
  withHelp: boolean
}

/** By field: what is wrong and how to put it right. */
export type ItemFaults = Partial<Record<keyof PortfolioItem, string>>

/** What the form of an item says, as it was written. */
export type ItemWish = Record<Exclude<keyof PortfolioItem, 'team'>, string> & { team?: string }

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>
type Owner = Pick<Person, 'id' | 'key'>

/** Keeps a new item, or a changed one under its name; or says what is wrong with it. */
export async function saveItem(
  parts: Parts,
  person: Person,
  wish: ItemWish,
  name?: string,
): Promise<{ name: string } | { faults: ItemFaults }> {
  const trimmed = Object.fromEntries(Object.entries(wish).map(([field, text]) => [field, text.trim()]))
  const parsed = PORTFOLIO_ITEM.schema.safeParse(trimmed)
  const faulty = new Set(parsed.error?.issues.map(({ path }) => path[0]))
  const needsPart = wish.type === 'teamProject' && wish.contribution.trim() === ''
  const notRead = teamFault(wish.team ?? '')
  const faults: ItemFaults = {
    ...(faulty.has('type') ? { type: 'Choose what it is.' } : {}),
    ...(faulty.has('title') ? { title: 'Give it a name of 120 characters or fewer.' } : {}),
    ...(faulty.has('about') ? { about: 'Use 4,000 characters or fewer.' } : {}),
    ...(faulty.has('skill') ? { skill: 'Use 120 characters or fewer.' } : {}),
    ...(faulty.has('contribution') ? { contribution: 'Use 2,000 characters or fewer.' } : {}),
    ...(faulty.has('team') ? { team: 'Use 8,000 characters or fewer.' } : {}),
    ...(notRead === null ? {} : { team: notRead }),
    ...(needsPart
      ? { contribution: 'Say what you did yourself, so that your part can be told from the others’.' }
      : {}),
    ...(faulty.has('link') ? { link: 'Enter a whole web address, such as https://example.org/my-work.' } : {}),
  }
  if (!parsed.success || Object.keys(faults).length > 0) return { faults }
  return { name: await savePersonal(parts, person, PORTFOLIO_ITEM, parsed.data, name) }
}

/** All items, the newest first, each with what belongs to it. */
export async function listPortfolio(parts: Parts, person: Owner): Promise<PortfolioEntry[]> {
  const [items, files, requests, confirmations] = await Promise.all([
    listPersonal(parts, person, PORTFOLIO_ITEM),
    listPersonal(parts, person, EVIDENCE_FILE),
    listPersonal(parts, person, CONFIRMATION_REQUEST),
    listPersonal(parts, person, CONFIRMATION),
  ])
  return items.toReversed().map(({ name, createdAt, content, withHelp }) => {
    const own = files.filter((file) => file.content.item === name)
    return {
      name,
      createdAt,
      item: content,
      files: own.map((file) => file.content),
      requests: requests.filter((one) => one.content.item === name),
      confirmations: confirmations.map((one) => one.content).filter(({ item }) => item === name),
      withHelp: [withHelp, ...own.map((file) => file.withHelp)].includes(true),
    }
  })
}

/** One item of this person's with what belongs to it. Throws `request.notFound`. */
export async function findEntry(parts: Parts, person: Owner, name: string): Promise<PortfolioEntry> {
  await findPersonal(parts, person, PORTFOLIO_ITEM, name)
  const entries = await listPortfolio(parts, person)
  const found = entries.find((one) => one.name === name)
  if (found === undefined) throw new Error('an item that was found is in the list')
  return found
}

/** Deletes an item with its files, links and confirmations. */
export async function deleteEntry(parts: Parts, person: Person, name: string): Promise<void> {
  await findPersonal(parts, person, PORTFOLIO_ITEM, name)
  for (const { digest } of await listEvidence(parts, person, name)) await deleteEvidence(parts, person, name, digest)
  for (const kind of [CONFIRMATION_REQUEST, CONFIRMATION]) {
    for (const one of await listPersonal<ConfirmationRequest | Confirmation>(parts, person, kind)) {
      if (one.content.item === name) await deletePersonal(parts, person, kind, one.name)
    }
  }
  await deletePersonal(parts, person, PORTFOLIO_ITEM, name)
}

/** An item as it is now, for whoever is asked about it. */
export function seenNow({ item, files }: Pick<PortfolioEntry, 'item' | 'files'>): SeenItem {
  const { title, about, contribution, team } = item
  return { title, about, contribution, team, files: files.map(({ name, digest }) => ({ name, digest })) }
}

/** What is other now than when somebody saw it: parts of the text, files whose content is not there any more, and new ones. */
export interface Changes {
  texts: readonly ('title' | 'about' | 'contribution' | 'team')[]
  gone: readonly string[]
  added: readonly string[]
}

/** What changed since; null where nothing did. Files are told by their digests: a name tells nothing. */
export function changesSince(seen: SeenItem, entry: Pick<PortfolioEntry, 'item' | 'files'>): Changes | null {
  const now = seenNow(entry)
  const texts = (['title', 'about', 'contribution', 'team'] as const).filter((part) => seen[part] !== now[part])
  const missing = (here: SeenItem['files'], there: SeenItem['files']) =>
    here.filter(({ digest }) => !there.some((one) => one.digest === digest)).map(({ name }) => name)
  const changes = { texts, gone: missing(seen.files, now.files), added: missing(now.files, seen.files) }
  return texts.length + changes.gone.length + changes.added.length === 0 ? null : changes
}

/** The confirmations of an item as it is now: who saw another version did not speak of this one. */
export function confirmedNow(entry: PortfolioEntry): Confirmation[] {
  return entry.confirmations.filter(({ seen }) => changesSince(seen, entry) === null)
}
