import {
  asText,
  base64urlDecode,
  type Json,
  type JsonObject,
  PassportError,
  parseJsonObject,
  sha256Hex,
} from '#platform'

/** A credential as it came: the object itself, never a tidied copy, since that is what the proof covers. */
export type Received =
  | { securing: 'data-integrity' | 'none'; credential: JsonObject; digest: string }
  | { securing: 'vc-jwt'; credential: JsonObject; digest: string; jwt: ReceivedJwt }

/** A compact JWS, its parts decoded and not yet believed. */
export interface ReceivedJwt {
  compact: string
  header: JsonObject
  claims: JsonObject
}

const JWT_MAX = 256 * 1024
const JWT_HEADER_MAX = 8 * 1024
const JWT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

/** Whether a text has the form of a compact JWS. */
export function looksLikeJwt(text: string): boolean {
  return JWT.test(text)
}

/** Reads a JSON credential: with an embedded proof, without one, or as the envelope of a JWT (VC Data Model 2.0 §4.13). */
export function receiveJson(credential: JsonObject): Received {
  const jwt = envelopedJwt(credential)
  if (jwt !== null) return receiveJwt(jwt)
  const securing = credential.proof === undefined ? 'none' : 'data-integrity'
  return { securing, credential, digest: sha256Hex(JSON.stringify(credential)) }
}

/**
 * Reads a VC-JWT (VC-JOSE-COSE §3.1.1, Open Badges 3.0 §8.2). Lengths are bounded before anything is decoded, and the
 * header and the claims pass the same strict parser as every other document. Throws `jwt.malformed` and `json.*`.
 */
export function receiveJwt(compact: string): Received {
  if (compact.length > JWT_MAX)
    throw new PassportError('json.tooLarge', `The JWT is longer than ${JWT_MAX} characters.`)
  const [head = '', body = ''] = compact.split('.')
  if (!looksLikeJwt(compact) || head.length > JWT_HEADER_MAX) {
    throw new PassportError('jwt.malformed', 'This is not a compact JWT.')
  }
  const header = parseJsonObject(decodePart(head))
  const claims = parseJsonObject(decodePart(body))
  return {
    securing: 'vc-jwt',
    credential: withoutRegisteredClaims(claims),
    digest: sha256Hex(compact),
    jwt: { compact, header, claims },
  }
}

/** The JWT inside an EnvelopedVerifiableCredential, or null where the object is none. */
function envelopedJwt(credential: JsonObject): string | null {
  const types: Json[] = Array.isArray(credential.type) ? credential.type : [credential.type ?? null]
  if (!types.includes('EnvelopedVerifiableCredential')) return null
  const found = /^data:application\/(?:vc\+)?jwt(?:;[^,]*)?,(.+)$/s.exec(asText(credential.id))
  if (!found?.[1]) {
    throw new PassportError('media.unsupported', 'The envelope holds something other than a VC-JWT.')
  }
  return found[1]
}

const REGISTERED = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf'])

function withoutRegisteredClaims(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !REGISTERED.has(name)))
}

function decodePart(part: string): Uint8Array {
  try {
    return base64urlDecode(part)
  } catch (cause) {
    throw new PassportError('jwt.malformed', 'A part of the JWT is not base64url.', { cause })
  }
}
