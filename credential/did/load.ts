import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { World } from '../world.ts'

const MAX_BYTES = 256 * 1024

/** A document is asked for again after five minutes; if its server is down, the copy we have speaks for a day (K-12). */
const MAX_AGE_SECONDS = 5 * 60
const MAX_STALE_MS = 24 * 60 * 60 * 1000

/** Gets a document that lists somebody's keys, through the guarded load. Throws `did.unresolvable`. */
export async function loadKeyDocument(url: string, world: Pick<World, 'load' | 'now'>): Promise<JsonObject> {
  try {
    const { bytes, asOf } = await world.load(url, { maxAgeSeconds: MAX_AGE_SECONDS, maxBytes: MAX_BYTES })
    if (world.now.getTime() - asOf.getTime() > MAX_STALE_MS) {
      throw new PassportError('did.unresolvable', 'The copy of the document is older than a day.')
    }
    return parseJsonObject(bytes)
  } catch (cause) {
    throw new PassportError('did.unresolvable', 'The document that lists the keys could not be had.', { cause })
  }
}
