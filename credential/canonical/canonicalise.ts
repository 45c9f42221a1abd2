import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import { canonicaliseByReference } from './reference.ts'

export { CanonicalError, type CanonicalFault } from './canonical-error.ts'

/** The hash that RDFC-1.0 works with: SHA-256, and SHA-384 for P-384 signatures (ECDSA Cryptosuites §3.2). */
export type CanonicalHash = 'sha256' | 'sha384'

/**
 * The canonical form of a JSON-LD document: its RDF dataset's N-Quads lines under RDFC-1.0, in order, each ending with
 * a line feed. Throws CanonicalError, and `contexts.unknown` for a context that is not pinned.
 */
export function canonicalise(
  document: JsonObject,
  contexts: ContextLoader,
  { hash = 'sha256' }: { hash?: CanonicalHash } = {},
): Promise<string> {
  return canonicaliseByReference(document, contexts, hash)
}
