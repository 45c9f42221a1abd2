import { type StatusPurpose, statusListEntry, tokenStatusClaim } from '#credential'
import { asArray, isObject, type JsonObject, PassportError } from '#platform'
import type { Together } from '#storage'
import { addresses } from './addresses.ts'
import { profileOf } from './identity.ts'
import type { Issuer } from './records/issuers.ts'
import { takePosition } from './records/lists.ts'

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
  return isBadge ? profileOf(issuer) : issuer.did
}

/** The credential with a place of its own in the issuer's status lists, where it keeps some. */
export async function withStatus(
  credential: JsonObject,
  id: string,
  issuer: Issuer,
  { together, baseUrl }: { together: Together; baseUrl: string },
): Promise<JsonObject> {
  if (!issuer.hasStatus) return credential
  if (issuer.suite === 'sd-jwt-vc') {
    const { list, position } = await takePosition(together, issuer.id, 'token', id)
    const url = addresses(baseUrl).list(issuer.id, 'token', list.number)
    return { ...credential, status: tokenStatusClaim(url, position) }
  }
  const entries: JsonObject[] = []
  for (const purpose of PURPOSES) {
    const { list, position } = await takePosition(together, issuer.id, purpose, id)
    entries.push(statusListEntry(addresses(baseUrl).list(issuer.id, purpose, list.number), purpose, position))
  }
  return { ...credential, credentialStatus: entries }
}

const refused = (message: string, pointer: string) =>
  new PassportError('shape.invalid', message, { details: { pointer } })
