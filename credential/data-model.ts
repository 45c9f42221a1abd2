import { asArray, type Json, type JsonObject } from '#platform'
import { formatDateTime } from './dates.ts'

const MODEL_1 = 'https://www.w3.org/2018/credentials/v1'
const MODEL_2 = 'https://www.w3.org/ns/credentials/v2'

/** Whether a credential is of the VC Data Model 1.1, which its first context says (VC Data Model 1.1 §4.1, 2.0 §4.3). */
export function isOlderModel(credential: JsonObject): boolean {
  return asArray(credential['@context'])[0] === MODEL_1
}

/** When a credential begins and ends to be valid, as it says in the words of its own model (1.1 §4.6 and §4.8, 2.0 §4.9). */
export function validityOf(credential: JsonObject): { from: Json[]; until: Json[] } {
  const { validFrom, validUntil, issuanceDate, expirationDate } = credential
  if (!isOlderModel(credential)) return { from: stated(validFrom), until: stated(validUntil) }
  return { from: stated(issuanceDate, validFrom), until: stated(expirationDate, validUntil) }
}

/**
 * A credential of the older model as if it were of the newer: what a schema written for the newer can judge. Whether its
 * dates can be read is for the check of dates to say, so a zone that is missing is no fault of the form.
 */
export function inNewerWords(credential: JsonObject): JsonObject {
  if (!isOlderModel(credential)) return credential
  const { issuanceDate, expirationDate, ...others } = credential
  return {
    ...others,
    '@context': [MODEL_2, ...asArray(credential['@context']).slice(1)],
    ...(issuanceDate === undefined ? {} : { validFrom: zoned(issuanceDate) }),
    ...(expirationDate === undefined ? {} : { validUntil: zoned(expirationDate) }),
  }
}

/**
 * The credential in a JWT's claim `vc`. What JWT has a name for may be left out there and is put back (VC Data Model 1.1
 * §6.3.1); where both are there, whether they agree is for the check of the proof to say.
 */
export function credentialOfClaims(vc: JsonObject, { iss, jti, sub, nbf, exp }: JsonObject): JsonObject {
  const { issuer, credentialSubject: subject } = vc
  const isOlder = isOlderModel(vc)
  return {
    ...vc,
    ...put('id', vc.id, jti),
    ...put('issuer', issuer, iss),
    ...(isNameless(issuer) && iss !== undefined ? { issuer: { ...issuer, id: iss } } : {}),
    ...(isNameless(subject) && sub !== undefined ? { credentialSubject: { ...subject, id: sub } } : {}),
    ...(isOlder ? put('issuanceDate', vc.issuanceDate, dateOf(nbf)) : {}),
    ...(isOlder ? put('expirationDate', vc.expirationDate, dateOf(exp)) : {}),
  }
}

function put(name: string, present: Json | undefined, claimed: Json | undefined): JsonObject {
  return present === undefined && claimed !== undefined ? { [name]: claimed } : {}
}

function isNameless(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.id === undefined
}

/** A NumericDate as a date of the credential; one that is none is left to the check of dates, which reads the claim too. */
function dateOf(seconds: Json | undefined): string | undefined {
  const date = typeof seconds === 'number' ? new Date(seconds * 1000) : null
  return date === null || Number.isNaN(date.getTime()) ? undefined : formatDateTime(date)
}

function zoned(date: Json): Json {
  return typeof date === 'string' && /T[\d:.]+$/.test(date) ? `${date}Z` : date
}

function stated(...dates: (Json | undefined)[]): Json[] {
  return dates.filter((date) => date !== undefined)
}
