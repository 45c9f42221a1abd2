import type { JsonObject } from '#platform'
import { isSignedAsKnown, type TrustList } from '#trust'
import { parseDateTime } from './dates.ts'
import { examine } from './examine.ts'
import { receiveJson } from './received.ts'
import type { World } from './world.ts'

/**
 * Whether a list is signed with a key that each of the lists leading to it lets count for its keeper, on the later of the days
 * on which it was signed and from which it is: whoever has an old key can write an old day. A keeper whom none of them knows by
 * keys is taken at its DID document. Whether the list holds at all is another question.
 */
export async function isSignedAsKnownAbove(
  list: JsonObject,
  signer: string,
  above: readonly TrustList['entities'][],
  world: World,
): Promise<boolean> {
  const entries = above.flatMap((entities) => entities.get(signer) ?? []).filter(({ keys }) => keys.length > 0)
  if (entries.length === 0) return true
  const { proofs } = await examine(receiveJson(list), { ...world, trustLists: [], unavailableLists: [] })
  const from = parseDateTime(list.validFrom)
  return proofs.some(({ signedBy, key, signedAt }) => {
    if (signedBy !== signer || key === null) return false
    const days = [from, signedAt].filter((day) => day !== null)
    const latest = days.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null
    const signature = { key: key.multikey, on: days, signedAt: latest, witnessedAt: null }
    return entries.every((entry) => isSignedAsKnown(entry, signature))
  })
}
