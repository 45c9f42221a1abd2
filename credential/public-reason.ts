import {
  asArray,
  asText,
  base64Decode,
  isObject,
  type Json,
  type JsonObject,
  PassportError,
  parseJsonObject,
} from '#platform'
import { hasStatedDigests } from './digests.ts'
import { decodeBits, readBit } from './status-list.ts'

const ADDRESS = 'data:application/json;base64,'
const LIMITS = { length: 512 * 1024, depth: 4, keys: 100, stringLength: 256 * 1024, arrayLength: 20 }
const MAX_REASON = 300

/** The longest list, in bytes, whose reasons are looked for: each has a list as long as that to unpack, for each entry. */
const MAX_LIST = 128 * 1024

/**
 * Why a place of a list is set, where its issuer says it for the public: one of the list's related resources then holds
 * `{ reasons: [{ reason, encodedList }] }` in a `data:` address (VC Data Model 2.0 §5.3). A resource that is something else,
 * or is not as its digest says, gives no reason, and takes nothing from the list. `size` is the list's own, in bytes: no reason
 * is of more places.
 */
export function publicReason(relatedResource: Json | undefined, index: number, size: number): string | undefined {
  if (size > MAX_LIST) return undefined
  const reasons = asArray(relatedResource).filter(isObject).flatMap(reasonsIn)
  const found = reasons.slice(0, LIMITS.arrayLength).find(({ encodedList }) => isSet(asText(encodedList), index, size))
  return typeof found?.reason === 'string' ? found.reason.slice(0, MAX_REASON) : undefined
}

function reasonsIn(resource: JsonObject): JsonObject[] {
  const address = asText(resource.id)
  if (!address.startsWith(ADDRESS) || address.length > LIMITS.length * 2) return []
  return (
    ifReadable(() => {
      const bytes = base64Decode(address.slice(ADDRESS.length))
      if (hasStatedDigests(resource, bytes) !== true) return []
      return asArray(parseJsonObject(bytes, LIMITS).reasons).filter(isObject)
    }) ?? []
  )
}

function isSet(encodedList: string, index: number, size: number): boolean {
  return ifReadable(() => readBit(decodeBits(encodedList, size), index)) ?? false
}

function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof PassportError) return undefined
    throw error
  }
}
