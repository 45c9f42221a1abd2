import { asArray, isObject, type JsonObject } from '#platform'

/** What Open Badges (§B.1.12) and UK providers call the ways to name a person that are nobody's business but theirs. */
const PRIVATE: Readonly<Record<string, string>> = {
  emailAddress: 'e-mail address',
  dateOfBirth: 'date of birth',
  nationalIdentityNumber: 'national identity number',
  'ext:ULN': 'learner number',
}

/**
 * What a credential shows of its holder beside their name and skills, so that they know before they share it: a signed
 * credential can only be shown whole.
 */
export function revealsOf(credential: JsonObject): string[] {
  const identifiers = asArray(credential.credentialSubject)
    .filter(isObject)
    .flatMap(({ identifier }) => asArray(identifier))
  const types = identifiers.filter(isObject).map(({ identityType, hashed }) => (hashed === true ? '' : identityType))
  return [...new Set(types.flatMap((type) => (typeof type === 'string' ? (PRIVATE[type] ?? []) : [])))]
}
