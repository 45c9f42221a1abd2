import type { ActiveContext } from './active-context.ts'
import { isAbsoluteIri, isKeyword, looksLikeKeyword } from './keywords.ts'

/**
 * IRI Expansion (JSON-LD API §5.2.2), without a base: a relative reference stays as it is, for the caller to refuse. With
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
