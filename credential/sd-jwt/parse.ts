import { type JsonObject, PassportError, parseJson } from '#platform'
import { decodePart, parseJwt, type ReceivedJwt } from '../jwt.ts'
import { type Disclosed, type Disclosure, type DisclosureFault, disclose } from './disclose.ts'

/** An SD-JWT, its parts decoded and not yet believed (RFC 9901 §4). */
export interface ReceivedSdJwt {
  /** All before the key binding, with the tilde at its end: what the key binding is about (§4.3.1). */
  presented: string
  /** The issuer's JWT, with its claims as they were signed: digests, and what is not selective. */
  issued: ReceivedJwt
  /** The holder's JWT, where one was sent along. */
  keyBinding: ReceivedJwt | null
  /** The claims as they were disclosed, or why they must not be read. */
  disclosed: Disclosed | DisclosureFault
}

const MAX_LENGTH = 512 * 1024
const MAX_DISCLOSURES = 1_000
const KEY_BINDING_MAX = 16 * 1024

const SD_JWT =
  /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*(?:~[A-Za-z0-9_-]+)*~(?:[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)?$/

/** Whether a text has the form of a compact SD-JWT, with or without a key binding. */
export function looksLikeSdJwt(text: string): boolean {
  return text.includes('~') && SD_JWT.test(text)
}

/**
 * Takes a compact SD-JWT apart. Lengths and the number of disclosures are bounded before anything is decoded. Throws
 * `jwt.malformed` and `json.*`.
 */
export function parseSdJwt(compact: string): ReceivedSdJwt {
  if (compact.length > MAX_LENGTH) {
    throw new PassportError('json.tooLarge', `The SD-JWT is longer than ${MAX_LENGTH} characters.`)
  }
  if (!looksLikeSdJwt(compact)) throw new PassportError('jwt.malformed', 'This is not a compact SD-JWT.')
  const [jwt = '', ...rest] = compact.split('~')
  const keyBinding = rest.pop() ?? ''
  if (rest.length > MAX_DISCLOSURES) {
    throw new PassportError('json.tooLarge', `The SD-JWT has more than ${MAX_DISCLOSURES} disclosures.`)
  }
  const issued = parseJwt(jwt)
  return {
    presented: compact.slice(0, compact.length - keyBinding.length),
    issued,
    keyBinding: keyBinding === '' ? null : parseJwt(keyBinding, KEY_BINDING_MAX),
    disclosed: disclose(issued.claims, rest.map(parseDisclosure)),
  }
}

/** RFC 9901 §4.2: salt, name and value of a property, or salt and value of an element. */
function parseDisclosure(encoded: string): Disclosure {
  const parts = parseJson(decodePart(encoded))
  if (Array.isArray(parts)) {
    const [salt, second = null, third = null] = parts
    if (typeof salt === 'string' && parts.length === 2) return { encoded, name: null, value: second }
    if (typeof salt === 'string' && parts.length === 3 && typeof second === 'string') {
      return { encoded, name: second, value: third }
    }
  }
  throw new PassportError('jwt.malformed', 'A disclosure of the SD-JWT is not well formed.')
}

/** The claims that may be read: as disclosed, or where that must not be done, the bare ones that are signed. */
export function readableClaims({ issued, disclosed }: ReceivedSdJwt): JsonObject {
  return typeof disclosed === 'string' ? issued.claims : disclosed.claims
}
