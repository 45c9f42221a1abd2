import type { ContextLoader } from '#contexts'
import { type Load, loadTrustList, type TrustListSource, type World } from '#credential'
import type { TrustList } from '#trust'

export interface WorldSettings {
  contexts: ContextLoader
  load: Load
  allowLoopback: boolean
  /** How old a status list or a trust list may be before its server is asked again. */
  statusMaxAgeSeconds: number
  trustLists: readonly TrustListSource[]
  now?: () => Date
}

/** All that a verification needs, as it is at the moment; `at` is the time to check for, where that is not now. */
export type WorldNow = (at?: Date) => Promise<World>

interface Lists {
  trustLists: TrustList[]
  unavailableLists: string[]
}

/** Makes the world for verifications. Trust lists are verified anew no more often than a status list is asked for. */
export function createWorld(settings: WorldSettings): WorldNow {
  const { contexts, load, allowLoopback, statusMaxAgeSeconds, trustLists: sources, now = () => new Date() } = settings
  let lists: Promise<Lists> = Promise.resolve({ trustLists: [], unavailableLists: [] })
  let freshUntil = 0

  return async (at) => {
    const time = now()
    const bare = { contexts, load, allowLoopback, statusMaxAgeSeconds, trustLists: [], unavailableLists: [] }
    if (sources.length > 0 && time.getTime() >= freshUntil) {
      freshUntil = time.getTime() + statusMaxAgeSeconds * 1_000
      lists = readLists(sources, { ...bare, now: time })
    }
    return { ...bare, now: time, ...(at === undefined ? {} : { at }), ...(await lists) }
  }
}

/** A list that cannot be had or does not hold is named, and keeps nobody from being checked. */
async function readLists(sources: readonly TrustListSource[], world: World): Promise<Lists> {
  const results = await Promise.allSettled(sources.map((source) => loadTrustList(source, world)))
  return {
    trustLists: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    unavailableLists: sources.flatMap(({ url }, index) => (results[index]?.status === 'rejected' ? [url] : [])),
  }
}
