import { digestMultibase } from '#platform'
import type { Load } from '../world.ts'

/** A document that a verification looked at: where from, what it was, and as of when. */
export interface Consulted {
  url: string
  digest: string
  asOf: Date
  bytes: Uint8Array
}

/** A load that remembers what it gave, each document once, as it was given last. */
export function recording(load: Load): { load: Load; consulted: () => Consulted[] } {
  const seen = new Map<string, Consulted>()
  return {
    async load(url, options) {
      const loaded = await load(url, options)
      seen.set(url, { url, digest: digestMultibase(loaded.bytes), ...loaded })
      return loaded
    },
    consulted: () => [...seen.values()].sort((one, other) => (one.url < other.url ? -1 : 1)),
  }
}
