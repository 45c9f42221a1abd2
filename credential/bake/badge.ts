import { asArray, PassportError, parseJsonObject } from '#platform'
import { looksLikeJwt } from '../jwt.ts'
import { idOf } from '../open-badges-2/assertion.ts'
import { receiveJson, receiveJwt } from '../received.ts'
import { isPresentation } from '../received-presentation.ts'

/**
 * What was found inside a picture, not yet believed. `v3`: the JSON or the JWT of an Open Badges 3.0 credential. `v2`: of an
 * Open Badges 2.0 assertion the JSON, the compact JWS, or the address where it is hosted.
 */
export interface BakedBadge {
  generation: 'v3' | 'v2'
  text: string
}

/** What a badge inside a picture may be at most, in bytes: as much as a credential by itself. */
export const BADGE_MAX = 1024 * 1024

/** The text of a badge as one of the forms that its generation knows; the space around it means nothing. */
export function badgeOf(generation: BakedBadge['generation'], found: string): BakedBadge {
  const text = found.trim()
  if (text.startsWith('{') || looksLikeJwt(text)) return { generation, text }
  if (generation === 'v2' && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return { generation, text }
  throw malformed('What this picture holds as its badge is not a credential.')
}

/** The one badge of a picture. Which of several was meant is not ours to guess (Open Badges 3.0 §5.3.3: "exactly one"). */
export function onlyBadge<Place>(places: readonly Place[]): Place {
  const [place] = places
  if (place === undefined) {
    throw new PassportError(
      'image.noBadge',
      'There is no credential inside this picture. A copy or a screenshot loses it: use the picture as you first got it.',
    )
  }
  if (places.length > 1) {
    throw new PassportError('image.severalBadges', 'This picture holds more than one badge, so it is not clear which.')
  }
  return place
}

/**
 * What is written into a picture for a credential: its very text, or the JWT where that is in an envelope (Open Badges 3.0
 * §5.3.3); an Open Badge 2.0 goes in as that, with the address where it is hosted (Badge Baking 2.0). Throws `shape.invalid` for what is no credential or has no place in a picture, and `json.*` and `jwt.malformed`.
 */
export function bakeable(text: string): BakedBadge & { address: string | null } {
  const trimmed = text.trim()
  const document = trimmed.startsWith('{') ? parseJsonObject(trimmed) : null
  if (document !== null && isPresentation(document)) {
    throw new PassportError('shape.invalid', 'A picture holds one credential, not a presentation.')
  }
  const received = document === null ? receiveJwt(trimmed) : receiveJson(document)
  if (received.securing === 'sd-jwt') {
    throw new PassportError('shape.invalid', 'An SD-JWT has no place in a picture: Open Badges does not say how.')
  }
  if (received.securing === 'open-badges-2') {
    return { generation: 'v2', text: trimmed, address: document === null ? null : idOf(received.credential) }
  }
  if (!asArray(received.credential.type).includes('VerifiableCredential')) {
    throw new PassportError('shape.invalid', 'This is not a credential.')
  }
  return { generation: 'v3', text: received.securing === 'vc-jwt' ? received.jwt.compact : trimmed, address: null }
}

/** A picture that cannot be read, or not safely; the sentence says why. */
export function malformed(why: string, cause?: unknown): PassportError {
  return new PassportError('image.malformed', why, { cause })
}

/** Bounds a picture or a badge before any of it is decoded. */
export function expectSize(bytes: number, maximum: number, what: string): void {
  if (bytes <= maximum) return
  throw new PassportError('request.tooLarge', `${what} is larger than ${Math.floor(maximum / 1024)} KiB.`)
}
