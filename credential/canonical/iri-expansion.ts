import type { ActiveContext } from './active-context.ts'
import { resolveReference } from './base.ts'
import { isAbsoluteIri, isKeyword, looksLikeKeyword } from './keywords.ts'

/**
 * IRI Expansion (JSON-LD API §5.2.2) of what stands in a document: a relative reference is read from the base of the
 * context. Without a base it stays as it is, for the caller to refuse.
 */
export function expandReference(active: ActiveContext, value: string, vocab: boolean): string | null {
  const iri = expandIri(active, value, vocab)
  if (iri === null || active.base === undefined || isAbsoluteIri(iri) || isKeyword(iri)) return iri
  return resolveReference(active.base, iri)
}

/**
 * IRI Expansion where no base counts, as in contexts and keys: a relative reference stays as it is. With
 * `vocab`, terms and the vocabulary mapping count. Null means "nothing". While a context is being processed, `define`
 * makes sure that a term of its own is defined before it is used.
 */
export function expandIri(
  active: ActiveContext,
  value: string,
  vocab: boolean,
  define?: (term: string) => void,
): string | null {
  if (isKeyword(value)) return value
  if (looksLikeKeyword(value)) return null
  define?.(value)
  if (vocab) {
    const term = active.terms.get(value)
    if (term !== undefined) return term.iri
  }
  const colon = value.indexOf(':')
  if (colon > 0) {
    const prefix = value.slice(0, colon)
    if (prefix === '_' || value.startsWith('//', colon + 1)) return value
    define?.(prefix)
    const term = active.terms.get(prefix)
    if (term?.prefix && term.iri !== null) return term.iri + value.slice(colon + 1)
    if (isAbsoluteIri(value)) return value
  }
  return vocab && active.vocab !== undefined ? active.vocab + value : value
}
