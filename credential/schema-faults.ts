import { isObject, type Json, type JsonObject } from '#platform'
import { type SchemaFault, type SchemaId, validate } from '#schemas'

/**
 * What is wrong with a credential by a schema. Open Badges' schemas know one status entry and VC Data Model 2.0 §4.10 any
 * number: a badge that can be both revoked and suspended needs two. Each is held against the schema by itself.
 */
export function faultsAgainst(schema: SchemaId, credential: JsonObject): SchemaFault[] {
  return oneStatusEach(withOneStatusInside(credential)).flatMap((one) => validate(schema, one))
}

function oneStatusEach(credential: JsonObject): JsonObject[] {
  const { credentialStatus } = credential
  if (!Array.isArray(credentialStatus)) return [credential]
  if (credentialStatus.length === 0) return [{ ...credential, credentialStatus: undefined }]
  return credentialStatus.map((entry) => ({ ...credential, credentialStatus: entry }))
}

/** The credentials inside a record are judged one by one, with all of their entries; here the first of each will do. */
function withOneStatusInside(credential: JsonObject): JsonObject {
  const subject = credential.credentialSubject
  if (!isObject(subject) || subject.verifiableCredential === undefined) return credential
  const first = (part: Json): Json =>
    isObject(part) && Array.isArray(part.credentialStatus)
      ? { ...part, credentialStatus: part.credentialStatus[0] }
      : part
  const parts = subject.verifiableCredential
  const inside = Array.isArray(parts) ? parts.map(first) : first(parts)
  return { ...credential, credentialSubject: { ...subject, verifiableCredential: inside } }
}
