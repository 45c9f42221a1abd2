import { keysToPin, resolveDid, type World } from '#credential'
import { PassportError } from '#platform'
import type { PinnedKey } from '#trust'
import { didDocumentOf } from '../identity.ts'
import type { IssuerParts } from '../parts.ts'
import { findIssuerByDid } from '../records/issuers.ts'

/**
 * The keys that an entity's own DID document lists, to be pinned. Throws `did.*` and `fetch.*` where it cannot be had, and
 * `register.noKeys` where it lists none that we can read.
 */
export async function readKeys(did: string, parts: IssuerParts): Promise<PinnedKey[]> {
  const { config, now } = parts
  const world = { load: await loadFor(did, parts), allowLoopback: config.allowLoopback, now: now() }
  const keys = keysToPin(await resolveDid(did, world))
  if (keys.length === 0) {
    throw new PassportError('register.noKeys', 'Its DID document lists no key for signing that can be read here.')
  }
  return keys
}

/** An issuer of this same service is at hand: nothing is fetched to know it. */
async function loadFor(did: string, parts: IssuerParts): Promise<World['load']> {
  const own = await findIssuerByDid(parts.storage.db, did)
  if (own === undefined) return parts.load
  const bytes = new TextEncoder().encode(JSON.stringify(await didDocumentOf(own, parts)))
  return async () => ({ bytes, asOf: parts.now() })
}
