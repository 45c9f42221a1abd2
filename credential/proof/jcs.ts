import { asArray, canonicalJson, type JsonObject } from '#platform'
import { CanonicalError } from '../canonical/canonicalise.ts'
import type { Canonicalisation } from './whole-document.ts'

/** The JSON text itself in canonical order (RFC 8785; EdDSA Cryptosuites §3.3). Words no context defines are covered too. */
export const jcs: Canonicalisation = {
  document: (document) => canonicalJson(document),
  options: (proof) => canonicalJson(proof),
  signedPart: ({ '@context': stated }, document) => {
    if (stated === undefined) return document
    const [signed, present] = [asArray(stated), asArray(document['@context'])]
    const begins = signed.every((context, index) => canonicalJson(context) === canonicalJson(present[index] ?? null))
    if (!begins) throw new CanonicalError('notCanonical', "The proof's contexts are not the first of the document's.")
    return { ...document, '@context': stated }
  },
  extraOptions: ({ '@context': context }): JsonObject => (context === undefined ? {} : { '@context': context }),
}
