import { encodeBits, STATUS_LIST_LENGTH, writeBit } from '#credential'
import { base64, digestMultibase, type JsonObject } from '#platform'
import type { IssuerParts } from './parts.ts'
import type { PublishedList } from './records/lists.ts'
import { listPublicReasons } from './records/suspensions.ts'

/**
 * Why places of a suspension list are set, where whoever suspended many together gave a reason for the public; nothing where
 * there is none. It stands in the signed list as a related resource (VC Data Model 2.0 §5.3), a `data:` address with its digest:
 * so nobody is asked for it, and a copy of the list has it too. In it, for each reason, are the places as an `encodedList`.
 */
export async function publicReasons(
  list: PublishedList,
  { storage }: Pick<IssuerParts, 'storage'>,
): Promise<JsonObject> {
  const places = new Map<string, Uint8Array>()
  for (const { position, reason } of await listPublicReasons(storage.db, list.id)) {
    const bits = places.get(reason) ?? new Uint8Array(Math.max(list.length, STATUS_LIST_LENGTH) / 8)
    writeBit(bits, position, true)
    places.set(reason, bits)
  }
  if (places.size === 0) return {}
  const reasons = [...places].map(([reason, bits]) => ({ reason, encodedList: encodeBits(bits) }))
  const document = new TextEncoder().encode(JSON.stringify({ reasons }))
  return {
    relatedResource: [
      {
        id: `data:application/json;base64,${base64(document)}`,
        mediaType: 'application/json',
        digestMultibase: digestMultibase(document),
      },
    ],
  }
}
