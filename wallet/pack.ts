import { evidenceBySkill, nameOfSkill, presentationOf, signersOfOwn, sourceOf } from '#credential'
import type { JsonObject } from '#platform'
import type { PresentedWork } from '#protocol'
import { type Frameworks, findTarget, type GapRow, gapOf, type Target, vacancyTarget } from '#skills'
import type { WalletParts } from './parts.ts'
import { confirmedNow, listPortfolio, type PortfolioEntry } from './portfolio.ts'
import { findCredentials, type HeldCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import { type Share, workAlong } from './records/shares.ts'
import { shownCopy } from './shown-copies.ts'
import { factsOf, type HeldFact } from './skills/held-fact.ts'
import { type ReadPassport, readPassport } from './skills/read-passport.ts'
import { listsToStaple } from './staple-lists.ts'

type Owner = Pick<Person, 'id' | 'key'>

/** What an application pack shows of one target, by what was chosen for it and by nothing else. */
export interface Pack {
  target: Target
  rows: readonly GapRow[]
  facts: readonly HeldFact[]
  held: readonly HeldCredential[]
  /** As each was when it was last checked, and on which day this is asked. */
  today: string
  work: readonly PortfolioEntry[]
}

/** What somebody could put into a pack, and what is proposed: what shows something that the target asks for. */
export interface Proposal {
  target: Target
  rows: readonly GapRow[]
  facts: readonly HeldFact[]
  /** The ids of the held credentials that show something of it. */
  proposed: ReadonlySet<string>
  /** Only what somebody else confirms as it is now. */
  work: readonly PortfolioEntry[]
}

/** What somebody applies for: a target that is known by its id, or a vacancy that they read themself. */
export type Application = Pick<NonNullable<Share['pack']>, 'target' | 'vacancy'>

/** It as a target; null for one that nobody knows. */
export function targetOf({ target, vacancy }: Application, known: Frameworks): Target | null {
  return vacancy === null ? findTarget(known, target) : vacancyTarget(vacancy, (term) => nameOfSkill(term, known))
}

/** Looks through a passport for what belongs into a pack; null for a target that nobody knows. */
export async function proposePack(
  parts: WalletParts,
  person: Person,
  application: Application,
): Promise<Proposal | null> {
  const passport = await readPassport(parts, person)
  const found = targetOf(application, passport.known)
  if (found === null) return null
  const gap = gapFor(found, passport.facts, passport)
  const shows = gap.counted.map(({ item }) => sourceOf(item))
  return {
    target: found,
    rows: gap.value,
    facts: passport.facts,
    proposed: new Set(shows),
    work: await confirmedWork(parts, person),
  }
}

/** What a share shows as a pack; null where it is none, or its target is not known any more. */
export async function readPack(
  parts: WalletParts,
  person: Person,
  { pack, credentialIds }: Share,
): Promise<Pack | null> {
  const target = pack === null ? null : targetOf(pack, parts.frameworks)
  if (pack === null || target === null) return null
  const held = await findCredentials(parts.storage.db, parts.keys, person, credentialIds)
  const facts = factsOf(held, parts.frameworks)
  const today = parts.now().toISOString().slice(0, 10)
  const { value: rows } = gapFor(target, facts, { known: parts.frameworks, today })
  return { target, rows, facts, held, today, work: await workIn(parts, person, pack.work) }
}

/** What of the portfolio goes along with a share: what is there still, and still confirmed as it is. */
export async function workIn(parts: WalletParts, owner: Owner, names: readonly string[]): Promise<PortfolioEntry[]> {
  if (names.length === 0) return []
  return (await confirmedWork(parts, owner)).filter(({ name }) => names.includes(name))
}

/** The presentation that a share's link gives, for its holder: it spends no use. */
export async function presentationIn(parts: WalletParts, person: Person, share: Share): Promise<JsonObject> {
  const held = await findCredentials(parts.storage.db, parts.keys, person, share.credentialIds)
  const shown = await Promise.all(held.map((one) => shownCopy(one, share, parts)))
  return presentationOf(
    shown.map(({ document }) => document),
    shown.map(({ issueLogEvidence }) => issueLogEvidence),
    await listsToStaple(
      held.map(({ received }) => received.credential),
      parts,
    ),
    (await workIn(parts, person, workAlong(share))).map(presentedWorkOf),
  )
}

/** An item as it goes along with a presentation: no address of whoever confirmed it, and nothing of its files. */
export function presentedWorkOf(entry: PortfolioEntry): PresentedWork {
  const { withHelp, item } = entry
  const { title, about, contribution, skill } = item
  const confirmedBy = confirmedNow(entry).map(({ by, relation, at }) => ({ by, relation, on: at.slice(0, 10) }))
  return { title, about, contribution, skill, withHelp, confirmedBy: confirmedBy.slice(0, MAX_CONFIRMED) }
}

const MAX_CONFIRMED = 50

/** What of a portfolio somebody else confirms as it is now. */
export async function confirmedWork(parts: WalletParts, owner: Owner): Promise<PortfolioEntry[]> {
  return (await listPortfolio(parts, owner)).filter((entry) => confirmedNow(entry).length > 0)
}

/** By credentials alone: one's own word is no part of a pack. */
function gapFor(
  target: Target,
  facts: readonly HeldFact[],
  { known, today }: Pick<ReadPassport, 'known' | 'today'>,
): ReturnType<typeof gapOf> {
  const world = { on: today, holder: signersOfOwn(facts), currency: known.currency, levels: known.levels }
  return gapOf(target, evidenceBySkill(facts, known), world)
}
