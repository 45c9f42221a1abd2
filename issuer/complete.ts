import { type StatusPurpose, statusListEntry, tokenStatusClaim } from '#credential'
import { asArray, isObject, type JsonObject, PassportError } from '#platform'
import type { Together } from '#storage'
import { addresses } from './addresses.ts'
import { OUR_CONTEXT } from './contexts.ts'
import { plainProfileOf, profileOf } from './identity.ts'
import type { Issuer } from './records/issuers.ts'
import { type Place, type StatusListKind, takePositions } from './records/lists.ts'

const OPEN_BADGES = ['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential', 'ClrCredential']
const PURPOSES: readonly StatusPurpose[] = ['revocation', 'suspension']

/**
 * The credential with its issuer: filled in where it is absent, kept in the form in which it was given, refused where
 * it is another's (`shape.invalid`). All else stays as it is, in its order.
 */
export function withIssuer(credential: JsonObject, issuer: Issuer): JsonObject {
  if (credential.proof !== undefined) throw refused('The credential already has a proof.', '/proof')
  // An SD-JWT VC says it in a claim of its own (Token Status List §6.1).
  const names = issuer.suite === 'sd-jwt-vc' ? ['credentialStatus', 'status'] : ['credentialStatus']
  const stated = names.find((name) => credential[name] !== undefined)
  if (issuer.hasStatus && stated !== undefined) {
    throw refused(`This issuer keeps the status of its credentials itself: leave ${stated} out.`, `/${stated}`)
  }
  const given = credential.issuer
  if (given === undefined) return { ...credential, issuer: ownName(credential, issuer) }
  const id = isObject(given) ? given.id : given
  if (id !== issuer.did) throw refused(`The credential names another issuer than ${issuer.did}.`, '/issuer')
  return credential
}

/** Open Badges wants a profile with a name (Open Badges 3.0 §B.1.20); other credentials get by with the DID. */
function ownName(credential: JsonObject, issuer: Issuer): JsonObject | string {
  const isBadge = asArray(credential.type).some((type) => typeof type === 'string' && OPEN_BADGES.includes(type))
  if (!isBadge) return issuer.did
  return asArray(credential['@context']).includes(OUR_CONTEXT) ? profileOf(issuer) : plainProfileOf(issuer)
}

/** What says in a credential where its status is to be found, by our id of each; nothing where the issuer keeps none. */
export async function takeStatuses(
  ids: readonly string[],
  issuer: Issuer,
  { together, baseUrl }: { together: Together; baseUrl: string },
): Promise<Map<string, JsonObject>> {
  if (!issuer.hasStatus) return new Map()
  const url = (kind: StatusListKind, { list }: Place) => addresses(baseUrl).list(issuer.id, kind, list.number)
  if (issuer.suite === 'sd-jwt-vc') {
    const places = await takePositions(together, issuer.id, 'token', ids)
    const statusOf = (place: Place) => ({ status: tokenStatusClaim(url('token', place), place.position) })
    return new Map([...places].map(([id, place]) => [id, statusOf(place)]))
  }
  const entries = new Map<string, JsonObject[]>(ids.map((id) => [id, []]))
  for (const purpose of PURPOSES) {
    for (const [id, place] of await takePositions(together, issuer.id, purpose, ids)) {
      entries.get(id)?.push(statusListEntry(url(purpose, place), purpose, place.position))
    }
  }
  return new Map([...entries].map(([id, credentialStatus]) => [id, { credentialStatus }]))
}

const refused = (message: string, pointer: string) =>
  new PassportError('shape.invalid', message, { details: { pointer } })
