import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { isTrustList } from '#trust'
import { isLearnerRecord, partsIn } from './clr/record.ts'
import { looksLikeJwt, parseJwt, type ReceivedJwt } from './jwt.ts'

/** A presentation as it came: with an embedded proof or none, or as a JWT with what its holder put beside it. */
export type ReceivedPresentation =
  | { securing: 'data-integrity' | 'none'; presentation: JsonObject }
  /** A record that nobody signed, as the presentation of its parts that it is. */
  | { securing: 'none'; presentation: JsonObject; isRecord: true }
  | { securing: 'vp-jwt'; presentation: JsonObject; jwt: ReceivedJwt }

/**
 * Reads a presentation: as JSON, as a JWT (VC-JOSE-COSE §3.1.2), in the envelope of one (VC Data Model 2.0 §4.13), or in a
 * JWT's claim `vp` (VC Data Model 1.1 §6.3.1). Throws `jwt.malformed`, `json.*` and `media.unsupported`.
 */
export function receivePresentation(document: JsonObject | string): ReceivedPresentation {
  if (typeof document === 'string') return ofJwt(parseJwt(document))
  const enveloped = envelopedPresentation(document)
  if (enveloped !== null) return ofJwt(parseJwt(enveloped))
  if (isUnsignedRecord(document)) {
    return { securing: 'none', presentation: presentationOfRecord(document), isRecord: true }
  }
  return { securing: document.proof === undefined ? 'none' : 'data-integrity', presentation: document }
}

/**
 * Whether a JSON object is a presentation: it calls itself one, in an envelope or not, or it is a Comprehensive Learner Record
 * that nobody signed, which is credentials put together and no more.
 */
export function isPresentation(document: JsonObject): boolean {
  return isNamedOne(document) || isUnsignedRecord(document)
}

function isNamedOne({ type }: JsonObject): boolean {
  const types = asArray(type)
  return types.includes('VerifiablePresentation') || types.includes('EnvelopedVerifiablePresentation')
}

/**
 * Whether it is a record (CLR 2.0) that nobody vouches for as a whole. One without parts is a credential without a proof, and one that
 * calls itself a presentation is that.
 */
export function isUnsignedRecord(document: JsonObject): boolean {
  return (
    document.proof === undefined && isLearnerRecord(document) && !isNamedOne(document) && partsIn(document).length > 0
  )
}

/** What a record says of its learner, and of how its parts stand to one another, is nobody's word, and left behind. */
function presentationOfRecord(record: JsonObject): JsonObject {
  return { type: ['VerifiablePresentation'], verifiableCredential: partsIn(record) }
}

/** Whether a text is a JWT that calls itself a presentation. Throws `jwt.malformed` and `json.*` for one that cannot be read. */
export function isJwtPresentation(text: string): boolean {
  if (!looksLikeJwt(text)) return false
  const { header, claims } = parseJwt(text)
  return /^(?:application\/)?vp\+jwt$/i.test(asText(header.typ)) || isObject(claims.vp) || isNamedOne(claims)
}

/** The credentials in a presentation, as they stand there; trust lists, which are nobody's award, are left out. Throws as `receivePresentation` does. */
export function presentedCredentials(document: JsonObject | string): Json[] {
  const all = asArray(receivePresentation(document).presentation.verifiableCredential)
  return all.filter((one) => !(isObject(one) && isTrustList(one)))
}

/** What its holder put beside the credentials of a presentation: no part of what is verified. Throws as `receivePresentation` does. */
export function presentedPortfolio(document: JsonObject | string): Json | undefined {
  return receivePresentation(document).presentation.portfolio
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
