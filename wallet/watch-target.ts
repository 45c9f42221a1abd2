import { z } from 'zod'
import { findTarget, type GapRow, gapOf, type Target } from '#skills'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { deletePersonal, listPersonal, type PersonalKind, restorePersonal, savePersonal } from './records/personal.ts'
import { WATCHED_TARGET, type WatchedTarget } from './records/watch-kind.ts'
import { readPassport } from './skills/read-passport.ts'
import { standingOf } from './skills/targets.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>

/** What a watched target asks for otherwise than when its watcher last looked. */
export interface WatchNotice {
  target: string
  title: string
  /** The version when they last looked, and of now; null where nobody has the target any more. */
  from: string
  to: string | null
  /** What it asks for in addition, and how the watcher stands to each. */
  added: readonly GapRow[]
  /** The names of what it does not ask for any more. */
  removed: readonly string[]
}

/** Watches a target from now on, as it is now; of one that is watched already, notes that its watcher has seen how it is. */
export async function watchTarget(parts: Parts, person: Person, target: Target): Promise<void> {
  await savePersonal(parts, person, WATCHED_TARGET, snapshotOf(target), target.id)
}

/** Ends watching it. */
export async function unwatchTarget(parts: Parts, person: Person, id: string): Promise<void> {
  await deletePersonal(parts, person, WATCHED_TARGET, id)
}

/** What a person watches, the longest watched first. */
export async function listWatched(parts: Parts, person: Person): Promise<WatchedTarget[]> {
  return (await listPersonal(parts, person, WATCHED_TARGET)).map(({ content }) => content)
}

/** What became other of what a person watches. A version that asks for the same is no news. */
export async function watchNotices(parts: Parts, person: Person): Promise<WatchNotice[]> {
  const watched = await listWatched(parts, person)
  const changed = watched.flatMap((before) => {
    const now = findTarget(parts.frameworks, before.target)
    const change = now === null ? null : changeOf(before, now)
    return now !== null && change === null ? [] : [{ before, now, change }]
  })
  if (changed.length === 0) return []
  const passport = await readPassport(parts, person)
  const { evidence, holder } = await standingOf(parts, person, passport)
  const { known, today: on } = passport
  return changed.map(({ before: { target, title, version: from }, now, change }) => {
    if (now === null || change === null) return { target, title, from, to: null, added: [], removed: [] }
    const world = { on, holder, currency: known.currency, levels: known.levels }
    const rows = gapOf(now, evidence, world).value.filter(({ term }) => change.added.has(term))
    return { target, title: now.title, from, to: versionOf(now), added: rows, removed: change.removed }
  })
}

/** That somebody was mailed about a change, once. */
const TOLD_OF_CHANGE = {
  kind: 'toldOfChange',
  schema: z.object({ target: z.string(), version: z.string() }),
} satisfies PersonalKind

/** The notices that a person was not mailed about yet; asking takes them. `giveBack` undoes that for a mail that did not go. */
export async function takeNotices(
  parts: Parts,
  person: Person,
): Promise<{ notices: WatchNotice[]; giveBack: () => Promise<void> }> {
  const notices: WatchNotice[] = []
  for (const notice of await watchNotices(parts, person)) {
    const at = parts.now().toISOString()
    const content = { target: notice.target, version: notice.to ?? '' }
    const record = { name: nameOf(notice), content, createdAt: at, changedAt: at }
    if (await restorePersonal(parts, person, TOLD_OF_CHANGE, record)) notices.push(notice)
  }
  const giveBack = async () => {
    for (const notice of notices) await deletePersonal(parts, person, TOLD_OF_CHANGE, nameOf(notice))
  }
  return { notices, giveBack }
}

const nameOf = ({ target, to }: WatchNotice) => `${target} ${to ?? 'gone'}`

function changeOf(before: WatchedTarget, now: Target): { added: ReadonlySet<string>; removed: string[] } | null {
  const asked = new Set(before.asked.map(({ term }) => term))
  const asks = new Set(now.requirements.map(({ term }) => term))
  const added = new Set([...asks].filter((term) => !asked.has(term)))
  const removed = before.asked.flatMap(({ term, name }) => (asks.has(term) ? [] : [name]))
  return added.size === 0 && removed.length === 0 ? null : { added, removed }
}

function snapshotOf(target: Target): WatchedTarget {
  const asked = target.requirements.map(({ term, name }) => ({ term, name }))
  return { target: target.id, title: target.title, version: versionOf(target), asked }
}

const versionOf = ({ rules }: Target) => rules[0]?.version ?? ''
