import { isObject, type Json, type JsonObject } from '#platform'
import { type SchemaFault, type SchemaId, validate } from '#schemas'
import { openedPart } from './clr/record.ts'

/**
 * What is wrong with a credential by a schema. Open Badges' schemas know one status entry and VC Data Model 2.0 §4.10 any
 * number: a badge that can be both revoked and suspended needs two. Each is held against the schema by itself.
 */
export function faultsAgainst(schema: SchemaId, credential: JsonObject): SchemaFault[] {
  return oneStatusEach(withPlainEndorsements(withPlainParts(credential))).flatMap((one) => validate(schema, one))
}

function oneStatusEach(credential: JsonObject): JsonObject[] {
  const { credentialStatus } = credential
  if (!Array.isArray(credentialStatus)) return [credential]
  if (credentialStatus.length === 0) return [{ ...credential, credentialStatus: undefined }]
  return credentialStatus.map((entry) => ({ ...credential, credentialStatus: entry }))
}

/**
 * The credentials inside a record are judged one by one, with all of their entries; here the first of each will do. One in
 * the envelope of a token (VC Data Model 2.0 §4.13) is of the right form if what it says is.
 */
function withPlainParts(credential: JsonObject): JsonObject {
  const subject = credential.credentialSubject
  if (!isObject(subject) || subject.verifiableCredential === undefined) return credential
  const parts = subject.verifiableCredential
  const inside = Array.isArray(parts) ? parts.map(plainPart) : plainPart(parts)
  return { ...credential, credentialSubject: { ...subject, verifiableCredential: inside } }
}

function plainPart(part: Json): Json {
  return isObject(part) ? withFirstStatus(openedPart(part)) : part
}

/**
 * The same for endorsements, wherever one is: each is verified as a credential of its own, with all of its entries. What
 * holds none is answered as it is.
 */
function withPlainEndorsements(value: JsonObject): JsonObject {
  let changed: JsonObject | undefined
  for (const name of Object.keys(value)) {
    const inner = value[name] ?? null
    if (typeof inner !== 'object' || inner === null) continue
    const plain = each(inner, name === 'endorsement' ? withFirstStatus : withPlainEndorsements)
    if (plain === inner) continue
    changed ??= { ...value }
    changed[name] = plain
  }
  return changed ?? value
}

function each(value: Json, change: (one: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) {
    if (!value.some(isObject) && !value.some(Array.isArray)) return value
    const all = value.map((one) => each(one, change))
    return all.some((one, index) => one !== value[index]) ? all : value
  }
  return isObject(value) ? change(value) : value
}

function withFirstStatus(credential: JsonObject): JsonObject {
  const { credentialStatus } = credential
  return Array.isArray(credentialStatus) ? { ...credential, credentialStatus: credentialStatus[0] ?? null } : credential
}
