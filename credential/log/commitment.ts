import { base64urlDecode, canonicalJson, type JsonObject, sha256 } from '#platform'
import type { Received } from '../received.ts'

/** Every salt is as long: then nothing can be moved from the credential into it. */
const SALT = /^[A-Za-z0-9_-]{32}$/

/** Whether a text is a salt: 24 bytes in base64url. */
export function isSalt(text: string): boolean {
  return SALT.test(text)
}

/**
 * What stands in an issuer's log for a credential: SHA-256 of a salt and of what the credential says, as canonical JSON (RFC
 * 8785). Whoever has the credential and the salt can make it again; from it alone nothing can be learnt or tried out.
 */
export function commitmentOf(received: Received, salt: string): Uint8Array {
  return sha256(Buffer.concat([base64urlDecode(salt), new TextEncoder().encode(canonicalJson(contentOf(received)))]))
}

/**
 * What a credential says, apart from its signature: all but its proof; of a JWT its claims; of an SD-JWT the claims as they
 * were signed, which are the same in every copy, whatever it shows.
 */
function contentOf(received: Received): JsonObject {
  if (received.securing === 'sd-jwt') return received.sdJwt.issued.claims
  if ('jwt' in received) return received.jwt.claims
  const { proof: _, ...content } = received.credential
  return content
}
