import type { Recent } from './world.ts'

const RECENT_MS = 60_000
const RECENT_MOST = 1_000

/** A minute's memory. A key that was withdrawn meanwhile is noticed no later than its DID document is read again. */
export function createRecent(now: () => Date): Recent {
  const until = new Map<string, number>()
  return {
    has: (key) => (until.get(key) ?? 0) > now().getTime(),
    add(key) {
      if (until.size >= RECENT_MOST) until.clear()
      until.set(key, now().getTime() + RECENT_MS)
    },
  }
}
