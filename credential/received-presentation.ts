import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { isTrustList } from '#trust'
import { looksLikeJwt, parseJwt, type ReceivedJwt } from './jwt.ts'

/** A presentation as it came: with an embedded proof or none, or as a JWT with what its holder put beside it. */
export type ReceivedPresentation =
  | { securing: 'data-integrity' | 'none'; presentation: JsonObject }
  | { securing: 'vp-jwt'; presentation: JsonObject; jwt: ReceivedJwt }

/**
 * Reads a presentation: as JSON, as a JWT (VC-JOSE-COSE §3.1.2), in the envelope of one (VC Data Model 2.0 §4.13), or in a
 * JWT's claim `vp` (VC Data Model 1.1 §6.3.1). Throws `jwt.malformed`, `json.*` and `media.unsupported`.
 */
export function receivePresentation(document: JsonObject | string): ReceivedPresentation {
  if (typeof document === 'string') return ofJwt(parseJwt(document))
  const enveloped = envelopedPresentation(document)
  if (enveloped !== null) return ofJwt(parseJwt(enveloped))
  return { securing: document.proof === undefined ? 'none' : 'data-integrity', presentation: document }
}

/** Whether a JSON object calls itself a presentation, in an envelope or not. */
export function isPresentation(document: JsonObject): boolean {
  const types = asArray(document.type)
  return types.includes('VerifiablePresentation') || types.includes('EnvelopedVerifiablePresentation')
}

/** Whether a text is a JWT that calls itself a presentation. Throws `jwt.malformed` and `json.*` for one that cannot be read. */
export function isJwtPresentation(text: string): boolean {
  if (!looksLikeJwt(text)) return false
  const { header, claims } = parseJwt(text)
  return /^(?:application\/)?vp\+jwt$/i.test(asText(header.typ)) || isObject(claims.vp) || isPresentation(claims)
}

/** The credentials in a presentation, as they stand there; trust lists, which are nobody's award, are left out. Throws as `receivePresentation` does. */
export function presentedCredentials(document: JsonObject | string): Json[] {
  const all = asArray(receivePresentation(document).presentation.verifiableCredential)
  return all.filter((one) => !(isObject(one) && isTrustList(one)))
}

function ofJwt(jwt: ReceivedJwt): ReceivedPresentation {
  const { vp } = jwt.claims
  return { securing: 'vp-jwt', presentation: isObject(vp) ? vp : jwt.claims, jwt }
}

function envelopedPresentation(document: JsonObject): string | null {
  if (!asArray(document.type).includes('EnvelopedVerifiablePresentation')) return null
  const found = /^data:application\/(?:vp\+)?jwt(?:;[^,]*)?,(.+)$/s.exec(asText(document.id))
  if (found?.[1]) return found[1]
  throw new PassportError('media.unsupported', 'The envelope holds something other than a presentation as a JWT.')
}
