import { canonicalise } from '../canonical/canonicalise.ts'
import type { Canonicalisation } from './whole-document.ts'

/** RDF Dataset Canonicalization of the document, and of the proof in the document's own words (EdDSA Cryptosuites §3.2). */
export const rdfc: Canonicalisation = {
  document: canonicalise,
  options: (proof, document, contexts, how) =>
    canonicalise({ ...proof, '@context': document['@context'] ?? [] }, contexts, how),
}
