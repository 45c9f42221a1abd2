import type { ContextLoader } from '#contexts'
import { type Load, loadTrustList, type Recent, type TrustListSource, type World } from '#credential'
import { PassportError } from '#platform'
import type { TrustList } from '#trust'

export interface WorldSettings {
  contexts: ContextLoader
  load: Load
  allowLoopback: boolean
  /** How old a status list or a trust list may be before its server is asked again. */
  statusMaxAgeSeconds: number
  trustLists: readonly TrustListSource[]
  /** Whether a holder's own copy is taken: in that holder's wallet. */
  asHolder?: boolean
  /** Whether no later version of this list was seen before: an older one could recognise whom it should not any more. */
  isNewest?: (list: TrustList) => Promise<boolean>
  /** The same of a status list, by its address and the time it is of. */
  isNewestList?: (url: string, version: Date) => Promise<boolean>
  now?: () => Date
}

/** All that a verification needs, as it is at the moment; `at` is the time to check for, where that is not now. */
export type WorldNow = (at?: Date) => Promise<World>

interface Lists {
  trustLists: TrustList[]
  unavailableLists: string[]
}

/** How long a check waits for trust lists that are being read anew; after that, the ones read before serve. */
const PATIENCE_MS = 5_000

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
    now = () => new Date(),
  } = settings
  const verified = createRecent(now)
  let known: Lists = { trustLists: [], unavailableLists: sources.map(({ url }) => url) }
  let reading = Promise.resolve()
  let freshUntil = 0

  return async (at) => {
    const time = now()
    const lists = { trustLists: [], unavailableLists: [] }
    const remembered = { verified, ...(isNewestList ? { isNewestList } : {}) }
    const bare = { contexts, load, allowLoopback, statusMaxAgeSeconds, asHolder, ...remembered, ...lists }
    if (sources.length > 0 && time.getTime() >= freshUntil) {
      freshUntil = time.getTime() + statusMaxAgeSeconds * 1_000
      const read = readLists(settings, { ...bare, now: time }).then((lists) => {
        known = lists
      })
      reading = Promise.race([read, patience()])
    }
    await reading
    return { ...bare, now: time, ...(at === undefined ? {} : { at }), ...known }
  }
}

/** A list that cannot be had or does not hold is named, and keeps nobody from being checked. */
async function readLists({ trustLists: sources, isNewest }: WorldSettings, world: World): Promise<Lists> {
  const results = await Promise.allSettled(
    sources.map(async (source) => {
      const list = await loadTrustList(source, world)
      if (isNewest === undefined || (await isNewest(list))) return list
      throw new PassportError('trust.malformed', 'The list of issuers is older than one that was seen before.')
    }),
  )
  return {
    trustLists: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    unavailableLists: sources.flatMap(({ url }, index) => (results[index]?.status === 'rejected' ? [url] : [])),
  }
}

const RECENT_MS = 60_000
const RECENT_MOST = 1_000

/** A minute's memory. A key that was withdrawn meanwhile is noticed no later than its DID document is read again. */
function createRecent(now: () => Date): Recent {
  const until = new Map<string, number>()
  return {
    has: (key) => (until.get(key) ?? 0) > now().getTime(),
    add(key) {
      if (until.size >= RECENT_MOST) until.clear()
      until.set(key, now().getTime() + RECENT_MS)
    },
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref()
  })
}
