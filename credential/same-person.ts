import { asArray, asText, isObject, type JsonObject } from '#platform'

/**
 * Whether two credentials say that they are about one person: they share an id of their subject, or an identifier in the
 * clear. Hashes with salts of their own cannot be compared, and so say nothing.
 */
export function isAboutSamePerson(one: JsonObject, other: JsonObject): boolean {
  const others = new Set(identitiesOf(other))
  return identitiesOf(one).some((identity) => others.has(identity))
}

/** Whether credentials that say whom they are about all say the same person. One that does not say contradicts none. */
export function areOfOnePerson(credentials: readonly JsonObject[]): boolean {
  const [first, ...others] = credentials.filter((one) => identitiesOf(one).length > 0)
  return first === undefined || others.every((one) => isAboutSamePerson(first, one))
}

function identitiesOf({ credentialSubject }: JsonObject): string[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .flatMap(({ id, identifier }) => [
      ...(typeof id === 'string' ? [JSON.stringify(['id', id])] : []),
      ...asArray(identifier)
        .filter(isObject)
        .flatMap(({ hashed, identityType, identityHash }) =>
          hashed === true || asText(identityHash) === ''
            ? []
            : [JSON.stringify([asText(identityType), asText(identityHash)])],
        ),
    ])
}

/** The ids of all whom a credential says that it is about. */
export function subjectIdsOf({ credentialSubject }: JsonObject): string[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id] : []))
}
