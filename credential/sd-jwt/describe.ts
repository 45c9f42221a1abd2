import { asText, type JsonObject } from '#platform'
import { formatDateTime } from '../dates.ts'

/** Latest time that a date can hold, in seconds. */
const MAX_SECONDS = 8_640_000_000_000

/**
 * What the claims of an SD-JWT VC of another's type say that every credential says, in the words of the VC Data Model, for
 * showing: who says it, of whom, of what kind and for how long; the rest one by one, under its own names (SD-JWT VC
 * §3.2.2; names of persons: OpenID Connect §5.1).
 */
export function inCommonWords(claims: JsonObject): JsonObject {
  const { iss, vct, nbf, iat, exp, name, given_name: givenName, family_name: familyName } = claims
  const others = Object.entries(claims).filter(([claim]) => !SHOWN_ELSEWHERE.has(claim))
  const person = asText(name) || [givenName, familyName].map(asText).filter(Boolean).join(' ')
  return {
    name: asText(vct),
    description: others.map(([claim, value]) => `${claim}: ${inWords(value)}`).join('; '),
    issuer: asText(iss),
    validFrom: timeOf(nbf ?? iat),
    validUntil: timeOf(exp),
    credentialSubject: { name: person },
  }
}

/** What the rest of a report tells, or nobody but programs needs. */
const SHOWN_ELSEWHERE = new Set(['iss', 'sub', 'vct', 'vct#integrity', 'nbf', 'iat', 'exp', 'jti', 'cnf', 'status'])

/** A portrait as a data address, say, is no reading matter. */
const MAX_WORDS = 200

function inWords(value: JsonObject[string]): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words
}

function timeOf(seconds: JsonObject[string]): string | undefined {
  if (typeof seconds !== 'number' || Math.abs(seconds) > MAX_SECONDS) return undefined
  return formatDateTime(new Date(seconds * 1000))
}
