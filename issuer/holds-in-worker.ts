import { loadContexts, readExtraContexts } from '#contexts'
import { parseJsonObject } from '#platform'
import type { Begin } from '#server'
import { expectHolds, type Home, worldOf } from './home.ts'

/** Verifies, in a worker, what we have just signed, as JSON. `data` is the folder of further contexts, where there is one. */
export const begin: Begin<string, Home, null> = async ({ data }) => {
  const contexts = loadContexts(typeof data === 'string' ? readExtraContexts(data) : [])
  return (home) => {
    const world = worldOf(home, contexts)
    return async (secured) => {
      await expectHolds(parseJsonObject(secured), world)
      return null
    }
  }
}
