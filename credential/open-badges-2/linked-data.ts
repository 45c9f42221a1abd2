import { asArray, isObject, type Json, type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { World } from '../world.ts'
import { idOf } from './assertion.ts'

/** A document that an Assertion leads to, as its own website gives it. */
export interface Hosted {
  document: JsonObject
  asOf: Date
}

/** Why a document cannot be used: it says nothing about the badge. */
export interface Unhad {
  address: string
  reason: string
}

const MAX_BYTES = 1024 * 1024
const MAX_AGE_SECONDS = 5 * 60

/** What no answer of its server's is behind is used no longer than this. */
const MAX_STALE_MS = 5 * 60 * 1000

/** Gets a document at its own address, through the guarded load that it is handed. What is there may be about another thing. */
export async function loadHosted(
  address: string | null,
  world: World,
  maxAgeSeconds: number = MAX_AGE_SECONDS,
): Promise<Hosted | Unhad> {
  if (address === null || !/^https?:\/\//i.test(address)) return { address: address ?? '', reason: 'noAddress' }
  try {
    const { bytes, asOf } = await world.load(address, { maxAgeSeconds, maxBytes: MAX_BYTES })
    if (world.now.getTime() - asOf.getTime() > MAX_STALE_MS) return { address, reason: 'stale' }
    return { document: parseJsonObject(bytes), asOf }
  } catch (error) {
    if (error instanceof PassportError) return { address, reason: error.code }
    throw error
  }
}

/** The same for a document that must be the very thing its address names (§3, `id`). */
export async function loadNamed(id: string | null, world: World): Promise<Hosted | Unhad> {
  const found = await loadHosted(id, world)
  if (isUnhad(found) || found.document.id === id) return found
  return { address: id ?? '', reason: 'otherId' }
}

/** The badge with its class and issuer in place of their addresses, and the issuer's own profile. */
export interface Awarded {
  badge: JsonObject
  profile: JsonObject
}

/**
 * What was awarded and by whom. The profile is always had from its own address: one that came along could say anything. A
 * class is too, unless it has no address and is written out.
 */
export async function loadAwarded(badge: Json | undefined, world: World): Promise<Awarded | Unhad> {
  const id = idOf(badge)
  const isWrittenOut = isObject(badge) && !/^https?:\/\//i.test(id ?? '')
  const found = isWrittenOut ? { document: badge, asOf: world.now } : await loadNamed(id, world)
  if (isUnhad(found)) return found
  const profile = await loadNamed(idOf(found.document.issuer), world)
  if (isUnhad(profile)) return profile
  return { badge: { ...found.document, issuer: profile.document }, profile: profile.document }
}

/** Those of several addresses or written-out things that have an id, by it. */
export function byId(value: Json | undefined): Map<string, Json> {
  return new Map(asArray(value).flatMap((one): [string, Json][] => [[idOf(one) ?? '', one]]))
}

export const isUnhad = (found: object): found is Unhad => 'reason' in found && 'address' in found
