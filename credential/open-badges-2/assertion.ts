import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'

/** The address of the context of Open Badges 2.0, and the one that it leads to. */
const CONTEXTS: readonly Json[] = ['https://w3id.org/openbadges/v2', 'https://openbadgespec.org/v2/context.json']

/** Whether a document calls itself an Assertion of Open Badges 2.0 (§4.1). */
export function isAssertion(document: JsonObject): boolean {
  const isOfContext = asArray(document['@context']).some((context) => CONTEXTS.includes(context))
  return isOfContext && asArray(document.type).includes('Assertion')
}

/** How an Assertion says that it can be verified (§4.5, VerificationObject); 1.x called it otherwise, and some still do. */
export function howVerified({ verification, verify }: JsonObject): 'hosted' | 'signed' | 'unknown' {
  const how = isObject(verification) ? verification : verify
  const types = isObject(how) ? asArray(how.type) : []
  if (types.includes('HostedBadge') || types.includes('hosted')) return 'hosted'
  return types.includes('SignedBadge') || types.includes('signed') ? 'signed' : 'unknown'
}

/** The key that a signed Assertion names as the one it was signed with, or null. */
export function keyNamedBy({ verification, verify }: JsonObject): string | null {
  const how = isObject(verification) ? verification : verify
  return isObject(how) ? idOf(how.creator) : null
}

/** The id of a thing that is named by its id or written out. */
export function idOf(value: Json | undefined): string | null {
  const id = isObject(value) ? value.id : value
  return typeof id === 'string' && id !== '' ? id : null
}

/**
 * An Open Badge 2.0 in the words of VC Data Model 1.1 and Open Badges 3.0, for showing it and for the checks that are the
 * same for both. It is made, so no proof covers it; what it is made of was checked.
 */
export function inNewerWords(assertion: JsonObject): JsonObject {
  const badge = isObject(assertion.badge) ? assertion.badge : {}
  const issuer = isObject(badge.issuer) ? badge.issuer : {}
  const { recipient, evidence, issuedOn, expires, narrative, licenseNumber } = assertion
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    id: asText(assertion.id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: idOf(badge.issuer) ?? '', type: ['Profile'], ...text('name', issuer.name) },
    ...(issuedOn === undefined ? {} : { issuanceDate: issuedOn, awardedDate: issuedOn }),
    ...(expires === undefined ? {} : { expirationDate: expires }),
    credentialSubject: {
      type: ['AchievementSubject'],
      ...(isObject(recipient) ? { identifier: [identity(recipient)] } : {}),
      ...text('narrative', narrative),
      ...text('licenseNumber', licenseNumber),
      achievement: {
        ...text('id', badge.id),
        type: ['Achievement'],
        ...text('name', badge.name),
        ...text('description', badge.description),
        ...(isObject(badge.criteria) ? { criteria: badge.criteria } : {}),
        ...(badge.image === undefined ? {} : { image: badge.image }),
        ...(badge.alignment === undefined ? {} : { alignment: badge.alignment }),
      },
    },
    ...(evidence === undefined ? {} : { evidence: asArray(evidence).map(evidenceOf) }),
  }
}

/** Whom it is about (§4.6, IdentityObject): the hash is made in the same way in both versions. */
function identity({ type, identity: value, hashed, salt }: JsonObject): JsonObject {
  const [kind] = asArray(type)
  return {
    type: 'IdentityObject',
    identityType: kind === 'email' ? 'emailAddress' : asText(kind),
    identityHash: asText(value),
    hashed: hashed === true,
    ...text('salt', salt),
  }
}

function evidenceOf(evidence: Json): Json {
  return isObject(evidence) ? evidence : { id: evidence, type: ['Evidence'] }
}

function text(name: string, value: Json | undefined): JsonObject {
  return typeof value === 'string' ? { [name]: value } : {}
}
