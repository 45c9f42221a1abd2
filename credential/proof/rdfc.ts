import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import { type AlikeDocuments, canonicalise } from '../canonical/canonicalise.ts'
import type { Canonicalisation, CanonicalisationOptions } from './whole-document.ts'

/** RDF Dataset Canonicalization of the document, and of the proof in the document's own words (EdDSA Cryptosuites §3.2). */
export const rdfc: Canonicalisation = {
  document: (document, contexts, how) => formOf(document, contexts, how, how.alike?.documents),
  options: (proof, document, contexts, how) =>
    formOf({ ...proof, '@context': document['@context'] ?? [] }, contexts, how, how.alike?.options),
}

function formOf(
  document: JsonObject,
  contexts: ContextLoader,
  { hash }: CanonicalisationOptions,
  alike: AlikeDocuments | undefined,
): string {
  if (alike !== undefined && hash === 'sha256') return alike.canonicalise(document)
  return canonicalise(document, contexts, { hash })
}
