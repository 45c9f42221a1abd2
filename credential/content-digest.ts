import { canonicalJson, digestMultibase, type JsonObject } from '#platform'
import type { Received } from './received.ts'

/**
 * The digest of what an issuer said, as `digestMultibase` of its canonical JSON (RFC 8785): the same by whatever proof it is
 * secured, and of an SD-JWT whatever its holder shows. Where only parts of an embedded credential are shown it is another.
 */
export const contentDigest = (received: Received): string => digestMultibase(canonicalJson(contentOf(received)))

function contentOf(received: Received): JsonObject {
  if (received.securing === 'sd-jwt') return received.sdJwt.issued.claims
  const { proof: _, ...content } = received.credential
  return content
}
