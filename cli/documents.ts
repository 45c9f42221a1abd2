import type { createLoad } from '#server'

/** Documents had during this command, so that nothing is asked for twice. */
export function documentsInMemory(): Parameters<typeof createLoad>[0]['documents'] {
  const kept = new Map<string, { body: Uint8Array; asOf: Date }>()
  return {
    find: async (url) => kept.get(url),
    keep: async (url, document) => void kept.set(url, document),
  }
}
