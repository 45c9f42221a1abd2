import { asArray, asText, isObject, type Json, type JsonObject, PassportError, sha256Hex } from '#platform'
import { credentialOfClaims } from './data-model.ts'
import { looksLikeJwt, parseJwt, type ReceivedJwt } from './jwt.ts'
import { isAssertion } from './open-badges-2/assertion.ts'
import { compactOf } from './sd-jwt/json-serialisation.ts'
import { looksLikeSdJwt, parseSdJwt, type ReceivedSdJwt, readableClaims } from './sd-jwt/parse.ts'

/** A credential as it came: the object itself, never a tidied copy, since that is what the proof covers. */
export type Received =
  | { securing: 'data-integrity' | 'none'; credential: JsonObject; digest: string }
  /** An Assertion of Open Badges 2.0, with its signature if it is a signed one. */
  | { securing: 'open-badges-2'; credential: JsonObject; digest: string }
  | { securing: 'open-badges-2'; credential: JsonObject; digest: string; jwt: ReceivedJwt }
  | { securing: 'vc-jwt'; credential: JsonObject; digest: string; jwt: ReceivedJwt }
  /** `jwt` is the issuer's, with its claims as they were disclosed. */
  | { securing: 'sd-jwt'; credential: JsonObject; digest: string; jwt: ReceivedJwt; sdJwt: ReceivedSdJwt }

/** Reads a JSON credential: with an embedded proof, without one, or as the envelope of a JWT (VC Data Model 2.0 §4.13). */
export function receiveJson(credential: JsonObject): Received {
  const enveloped = envelopedCredential(credential)
  if (enveloped !== null) return receiveCompact(enveloped)
  const serialised = compactOf(credential)
  if (serialised !== null) return receiveSdJwt(serialised)
  if (isAssertion(credential)) return new ReceivedJson('open-badges-2', credential)
  return new ReceivedJson(credential.proof === undefined ? 'none' : 'data-integrity', credential)
}

/** The digest is worked out when it is first asked for: to check a proof none is needed. */
class ReceivedJson<Securing extends 'open-badges-2' | 'data-integrity' | 'none'> {
  readonly securing: Securing
  readonly credential: JsonObject
  #digest: string | undefined

  constructor(securing: Securing, credential: JsonObject) {
    this.securing = securing
    this.credential = credential
  }

  get digest(): string {
    this.#digest ??= sha256Hex(JSON.stringify(this.credential))
    return this.#digest
  }
}

/** Whether a document so much as tries to be a credential, of whatever version; one that does not is no forgery of one. */
export function looksLikeCredential({ securing, credential }: Received): boolean {
  if (securing === 'sd-jwt' || securing === 'open-badges-2') return true
  const { type, credentialSubject } = credential
  return credentialSubject !== undefined || asArray(type).includes('VerifiableCredential')
}

/** Whether a text is a credential in one of the compact forms: a JWT, or an SD-JWT. */
export function looksCompact(text: string): boolean {
  return looksLikeJwt(text) || looksLikeSdJwt(text)
}

/** Reads a credential in one of the compact forms. Throws `jwt.malformed` and `json.*`. */
export function receiveCompact(text: string): Received {
  return text.includes('~') ? receiveSdJwt(text) : receiveJwt(text)
}

/**
 * Reads a VC-JWT, whose claims are the credential (VC-JOSE-COSE §3.1.1, Open Badges 3.0 §8.2), or hold it as `vc` (VC Data
 * Model 1.1 §6.3.1); or a signed Open Badge 2.0, whose claims are an Assertion (Open Badges 2.0 §5.2). Throws `jwt.malformed` and `json.*`.
 */
export function receiveJwt(compact: string): Received {
  const jwt = parseJwt(compact)
  const { vc, '@context': context } = jwt.claims
  const digest = sha256Hex(compact)
  if (isAssertion(jwt.claims)) return { securing: 'open-badges-2', credential: jwt.claims, digest, jwt }
  return {
    securing: 'vc-jwt',
    credential:
      isObject(vc) && context === undefined ? credentialOfClaims(vc, jwt.claims) : without(jwt.claims, REGISTERED),
    digest,
    jwt,
  }
}

/**
 * Reads an SD-JWT VC, or a credential of the VC Data Model that is secured as an SD-JWT (VC-JOSE-COSE §3.2.1). The credential
 * is what was disclosed; with a type of SD-JWT VC's own (`vct`) and no context, it is all the claims.
 */
export function receiveSdJwt(compact: string): Received {
  const sdJwt = parseSdJwt(compact)
  const claims = readableClaims(sdJwt)
  const credential = claims['@context'] === undefined ? claims : without(claims, BESIDE_THE_CREDENTIAL)
  return { securing: 'sd-jwt', credential, digest: sha256Hex(compact), jwt: { ...sdJwt.issued, claims }, sdJwt }
}

/** Whether the words of a credential are those of its `vct`, and so none of the VC Data Model's (SD-JWT VC §3.2.2.1). */
export function hasOwnVocabulary({ securing, credential }: Pick<Received, 'securing' | 'credential'>): boolean {
  return securing === 'sd-jwt' && credential['@context'] === undefined
}

/** A compact form as VC Data Model 2.0 §4.13 puts it into JSON. Throws as `receiveCompact` for an SD-JWT that is none. */
export function envelopeOf(compact: string): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `data:${compactMediaType(compact)},${compact}`,
    type: 'EnvelopedVerifiableCredential',
  }
}

/** The media type of a compact form; an SD-JWT says which of its own it is. Throws `jwt.malformed` and `json.*`. */
export function compactMediaType(compact: string): string {
  if (!compact.includes('~')) return 'application/vc+jwt'
  const typ = asText(parseSdJwt(compact).issued.header.typ)
    .toLowerCase()
    .replace(/^application\//, '')
  return SD_JWT_TYPES.has(typ) ? `application/${typ}` : 'application/sd-jwt'
}

const SD_JWT_TYPES = new Set(['dc+sd-jwt', 'vc+sd-jwt'])

/** The compact form inside an EnvelopedVerifiableCredential, or null where the object is none. */
function envelopedCredential(credential: JsonObject): string | null {
  const types: Json[] = Array.isArray(credential.type) ? credential.type : [credential.type ?? null]
  if (!types.includes('EnvelopedVerifiableCredential')) return null
  const found = /^data:application\/(?:(?:vc\+)?jwt|(?:[dv]c\+)?sd-jwt)(?:;[^,]*)?,(.+)$/s.exec(asText(credential.id))
  if (!found?.[1]) {
    throw new PassportError('media.unsupported', 'The envelope holds something other than a VC-JWT or an SD-JWT.')
  }
  return found[1]
}

const REGISTERED = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf'])

/** What SD-JWT VC and the Token Status List say beside a credential; each has a check of its own. */
const BESIDE_THE_CREDENTIAL = new Set([...REGISTERED, 'status', 'vct#integrity'])

function without(claims: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !names.has(name)))
}
