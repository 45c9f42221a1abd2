import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { RecognisedIssuer, RecognisedPeriod, TrustList } from './recognition.ts'

export const RECOGNIZED_ENTITIES_CONTEXT = 'https://w3id.org/skills-passport/recognized-entities/v1'

const MAX_ENTITIES = 2_000

/**
 * Reads a W3C Recognized Entities credential whose signature was verified and whose signer the operator trusts. An
 * entry it cannot read makes the whole list unreadable (`trust.malformed`): a list is not trusted in part.
 */
export function parseRecognizedEntities(credential: JsonObject, source: { url: string; asOf: Date }): TrustList {
  if (!asArray(credential.type).includes('RecognizedEntityCredential')) throw malformed('it is no list of issuers')
  const operator = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  const subjects = asArray(credential.credentialSubject)
  if (typeof operator !== 'string' || subjects.length > MAX_ENTITIES) throw malformed('it is too long or has no issuer')
  const issuers = new Map<string, RecognisedIssuer>()
  for (const subject of subjects) {
    const issuer = parseIssuer(subject)
    if (issuers.has(issuer.did)) throw malformed('an issuer is on it twice')
    issuers.set(issuer.did, issuer)
  }
  const validFrom = date(credential.validFrom)
  return { ...source, name: asText(credential.name) || source.url, operator, validFrom, issuers }
}

/** A list of recognised issuers as an unsigned credential. */
export function recognizedEntityCredential(list: {
  url: string
  name: string
  operator: string
  validFrom: string
  validUntil: string
  issuers: ReadonlyArray<{ did: string; name: string; from: string; until?: string }>
}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', RECOGNIZED_ENTITIES_CONTEXT],
    id: list.url,
    type: ['VerifiableCredential', 'RecognizedEntityCredential'],
    name: list.name,
    issuer: list.operator,
    validFrom: list.validFrom,
    validUntil: list.validUntil,
    credentialSubject: list.issuers.map(({ did, name, from, until }) => ({
      id: did,
      type: ['RecognizedEntity', 'RecognizedIssuer'],
      name,
      recognizedTo: [
        { type: 'RecognizedAction', action: 'issue', validFrom: from, ...(until ? { validUntil: until } : {}) },
      ],
    })),
  }
}

function parseIssuer(subject: Json): RecognisedIssuer {
  if (!isObject(subject) || typeof subject.id !== 'string' || !asArray(subject.type).includes('RecognizedIssuer')) {
    throw malformed('an entry on it is no recognised issuer')
  }
  const periods = asArray(subject.recognizedTo).flatMap(parsePeriod)
  if (periods.length === 0) throw malformed('an entry on it is recognised for nothing')
  return { did: subject.id, name: typeof subject.name === 'string' ? subject.name : subject.id, periods }
}

const ACTION_MEMBERS = new Set(['type', 'action', 'validFrom', 'validUntil'])

function parsePeriod(action: Json): RecognisedPeriod[] {
  if (!isObject(action) || typeof action.action !== 'string') throw malformed('an action on it cannot be read')
  // A limit we do not know is a limit all the same.
  if (!Object.keys(action).every((key) => ACTION_MEMBERS.has(key)))
    throw malformed('an action on it says more than is understood')
  if (action.action !== 'issue') return []
  return [{ from: date(action.validFrom), until: action.validUntil === undefined ? null : date(action.validUntil) }]
}

function date(value: Json | undefined): Date {
  const parsed =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : null
  if (parsed === null || Number.isNaN(parsed.getTime())) throw malformed('a date on it cannot be read')
  return parsed
}

const malformed = (why: string) => new PassportError('trust.malformed', `The list of issuers cannot be used: ${why}.`)
