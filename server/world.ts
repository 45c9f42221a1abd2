import type { ContextLoader } from '#contexts'
import { createRecent, type Load, type TrustListSource, type World } from '#credential'
import type { TrustPolicy } from '#trust'
import { followTrustLists, type TrustListStore } from './trust-lists.ts'

export interface WorldSettings {
  contexts: ContextLoader
  load: Load
  allowLoopback: boolean
  /** How old a status list or a trust list may be before its server is asked again. */
  statusMaxAgeSeconds: number
  trustLists: readonly TrustListSource[]
  /** Whether a holder's own copy is taken: in that holder's wallet. */
  asHolder?: boolean
  /** How several lists are weighed. */
  trustPolicy?: TrustPolicy
  /** Where good versions of trust lists are kept. Without it an older list than before is not noticed. */
  trustListStore?: TrustListStore
  /** Whether no later version of this status list was seen before, by its address and the time it is of. */
  isNewestList?: (url: string, version: Date) => Promise<boolean>
  now?: () => Date
}

/** All that a verification needs, as it is at the moment; `at` is the time to check for, where that is not now. */
export type WorldNow = (at?: Date) => Promise<World>

/** Makes the world for verifications. Trust lists are verified anew no more often than a status list is asked for. */
export function createWorld(settings: WorldSettings): WorldNow {
  const {
    contexts,
    load,
    allowLoopback,
    statusMaxAgeSeconds,
    trustLists: sources,
    asHolder = false,
    isNewestList,
    trustPolicy = 'any',
    trustListStore,
    now = () => new Date(),
  } = settings
  const verified = createRecent(now)
  const lists = followTrustLists(sources, trustListStore)
  let reading = Promise.resolve()
  let freshUntil = 0

  return async (at) => {
    const time = now()
    const none = { trustLists: [], unavailableLists: [] }
    const remembered = { verified, trustPolicy, ...(isNewestList ? { isNewestList } : {}) }
    const bare = { contexts, load, allowLoopback, statusMaxAgeSeconds, asHolder, ...remembered, ...none }
    if (sources.length > 0 && time.getTime() >= freshUntil) {
      freshUntil = time.getTime() + statusMaxAgeSeconds * 1_000
      reading = lists.read({ ...bare, now: time })
    }
    await reading
    return { ...bare, now: time, ...(at === undefined ? {} : { at }), ...lists.at(time) }
  }
}
