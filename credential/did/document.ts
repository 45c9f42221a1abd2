import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'

/** A key as a DID document lists it: in one of the two forms we read, or of a kind that we do not. */
export interface VerificationMethod {
  id: string
  controller: string
  publicKeyMultibase?: string
  publicKeyJwk?: JsonObject
  /** Its type, where that is none we know. What is signed with it could not be checked. */
  unknownType?: string
  /** Since when it is in others' hands, and from when it is not used any more, as the document writes it. */
  revoked?: Json
  expires?: Json
}

export type Relationship = 'assertionMethod' | 'authentication'

/** What we need of a DID document (Controlled Identifiers §2): its keys, by what they may be used for. */
export interface DidDocument {
  id: string
  /** Every key it lists, whatever for. */
  verificationMethod: readonly VerificationMethod[]
  assertionMethod: readonly VerificationMethod[]
  authentication: readonly VerificationMethod[]
}

/** More keys than anyone has. */
export const MAX_METHODS = 100

/**
 * Reads a DID document. Refuses one whose `id` is not the DID that was asked for, as a whole string: a server may not
 * answer for another DID. What is no method, or is for encryption, is left out.
 */
export function parseDidDocument(document: JsonObject, did: string): DidDocument {
  if (document.id !== did) {
    throw new PassportError('did.mismatch', 'The DID document is not about the DID that was asked for.')
  }
  if (document.deactivated === true) throw new PassportError('did.deactivated', 'This DID was given up by its owner.')
  const listed = asArray(document.verificationMethod)
    .slice(0, MAX_METHODS)
    .flatMap((value) => parseMethod(value, did))
  const relationship = (name: Relationship) =>
    asArray(document[name])
      .slice(0, MAX_METHODS)
      .flatMap((value) => {
        if (typeof value !== 'string') return parseMethod(value, did)
        return listed.filter(({ id }) => id === absolute(value, did))
      })
  return {
    id: did,
    verificationMethod: listed,
    assertionMethod: relationship('assertionMethod'),
    authentication: relationship('authentication'),
  }
}

/** Kinds of verification method that hold a signing key in one of the two forms. */
const KEY_TYPES = new Set(['Multikey', 'JsonWebKey', 'JsonWebKey2020', 'Ed25519VerificationKey2020'])

/** Kinds that sign nothing. */
const OTHER_USES = new Set(['X25519KeyAgreementKey2019', 'X25519KeyAgreementKey2020'])

function parseMethod(value: Json | undefined, did: string): VerificationMethod[] {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.controller !== 'string') return []
  const type = asText(value.type)
  if (type === '' || OTHER_USES.has(type)) return []
  const method: VerificationMethod = { id: absolute(value.id, did), controller: value.controller }
  if (!KEY_TYPES.has(type)) return [{ ...method, unknownType: type.slice(0, 100) }]
  if (typeof value.publicKeyMultibase === 'string') method.publicKeyMultibase = value.publicKeyMultibase
  if (isObject(value.publicKeyJwk)) method.publicKeyJwk = value.publicKeyJwk
  if (value.revoked !== undefined) method.revoked = value.revoked
  if (value.expires !== undefined) method.expires = value.expires
  return [method]
}

/** DID Core §3.2.2: a relative reference in a document is relative to its DID. */
function absolute(id: string, did: string): string {
  return id.startsWith('#') ? did + id : id
}
