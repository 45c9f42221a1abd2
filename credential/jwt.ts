import {
  base64urlDecode,
  JSON_LIMITS,
  type Json,
  type JsonLimits,
  type JsonObject,
  PassportError,
  parseJsonObject,
} from '#platform'

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

/**
 * Takes a compact JWS apart (RFC 7515 §3.1). Lengths are bounded before anything is decoded, and the header and the claims
 * pass the same strict parser as every other document. Throws `jwt.malformed` and `json.*`.
 */
export function parseJwt(compact: string, maxLength: number = JWT_MAX, limits: JsonLimits = JSON_LIMITS): ReceivedJwt {
  if (compact.length > maxLength) {
    throw new PassportError('json.tooLarge', `The JWT is longer than ${maxLength} characters.`)
  }
  const [head = '', body = ''] = compact.split('.')
  if (!looksLikeJwt(compact) || head.length > JWT_HEADER_MAX) {
    throw new PassportError('jwt.malformed', 'This is not a compact JWT.')
  }
  return { compact, header: parseJsonObject(decodePart(head)), claims: parseJsonObject(decodePart(body), limits) }
}

/** The bytes of one part of a compact form. Throws `jwt.malformed`. */
export function decodePart(part: string): Uint8Array {
  try {
    return base64urlDecode(part)
  } catch (cause) {
    throw new PassportError('jwt.malformed', 'A part of the JWT is not base64url.', { cause })
  }
}

/** A NumericDate (RFC 7519 §2) as a time; null for what is none. */
export function timeOfClaim(value: Json | undefined): Date | null {
  const time = new Date(typeof value === 'number' ? value * 1000 : Number.NaN)
  return Number.isNaN(time.getTime()) ? null : time
}
