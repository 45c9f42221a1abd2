import { asArray, isObject, type Json, type JsonObject } from '#platform'

/** What Open Badges (§B.1.12) and UK providers call the ways to name a person that are nobody's business but theirs. */
const PRIVATE: Readonly<Record<string, string>> = {
  emailAddress: 'e-mail address',
  dateOfBirth: 'date of birth',
  nationalIdentityNumber: 'national identity number',
  'ext:ULN': 'learner number',
}

/** Whom an Open Badge 2.0 is about (§4.6, IdentityObject), where it says so in plain. */
function isAddress(recipient: Json | undefined): boolean {
  return isObject(recipient) && recipient.hashed !== true && asArray(recipient.type).includes('email')
}

/**
 * What a credential shows of its holder beside their name and skills, so that they know before they share it: a signed
 * credential can only be shown whole.
 */
export function revealsOf(credential: JsonObject): string[] {
  const identifiers = asArray(credential.credentialSubject)
    .filter(isObject)
    .flatMap(({ identifier }) => asArray(identifier))
  if (isAddress(credential.recipient)) return ['e-mail address']
  const types = identifiers.filter(isObject).map(({ identityType, hashed }) => (hashed === true ? '' : identityType))
  return [...new Set(types.flatMap((type) => (typeof type === 'string' ? (PRIVATE[type] ?? []) : [])))]
}
