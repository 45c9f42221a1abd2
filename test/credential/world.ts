import { loadContexts } from '#contexts'
import type { Loaded, World } from '#credential'
import { PassportError } from '#platform'

export const NOW = new Date('2026-11-25T12:00:00Z')

export const contexts = loadContexts()

/** A world that stands still, whose network is a map; what is not on the map cannot be reached. */
export function makeWorld(
  documents: Record<string, object | string | Loaded> = {},
  changes: Partial<World> = {},
): World {
  return {
    now: NOW,
    contexts,
    load: async (url) => {
      const found = documents[url]
      if (found === undefined) throw new PassportError('fetch.failed', 'There is nobody there.')
      if (typeof found === 'object' && 'asOf' in found) return found as Loaded
      const bytes = new TextEncoder().encode(typeof found === 'string' ? found : JSON.stringify(found))
      return { bytes, asOf: NOW }
    },
    allowLoopback: false,
    statusMaxAgeSeconds: 60,
    trustLists: [],
    verified: new Set(),
    unavailableLists: [],
    ...changes,
  }
}
