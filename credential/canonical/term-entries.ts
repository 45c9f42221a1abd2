import type { Json, JsonObject } from '#platform'
import type { Containers, Direction } from './active-context.ts'
import { CanonicalError } from './canonical-error.ts'
import { isKeyword, isLanguageTag } from './keywords.ts'

/** The entries of a term definition that are read by themselves (JSON-LD API §4.2.2 steps 19 to 25). */

/** Step 19: which containers go together. */
export function containersOf(term: string, value: Json): Containers {
  const names = Array.isArray(value) ? value : [value]
  const has = (name: string) => names.includes(name)
  const containers = {
    list: has('@list'),
    set: has('@set'),
    graph: has('@graph'),
    language: has('@language'),
    index: has('@index'),
    id: has('@id'),
    type: has('@type'),
  }
  const known = Object.values(containers).filter(Boolean).length
  const { list, set, graph, language, type, index, id } = containers
  const alone = known - (set ? 1 : 0) <= 1
  const fits = graph ? !(list || language || type || (index && id)) : alone && !(list && set)
  if (known !== names.length || !fits) throw invalid('A term has containers that do not go together.', term)
  return containers
}

/** Steps 14.2.5 and 25: a term defined by a plain text that ends like a namespace is a prefix, and one that says so. */
export function prefixOf(term: string, value: JsonObject, iri: string | null, simple: boolean): boolean {
  const said = value['@prefix']
  if (said === undefined) {
    return simple && iri !== null && value['@id'] !== term && !term.includes(':') && /[:/?#[\]@]$/.test(iri)
  }
  if (typeof said !== 'boolean' || /[:/]/.test(term) || (iri !== null && isKeyword(iri))) {
    throw invalid('A term cannot be a prefix.', term)
  }
  return said
}

export function languageOf(term: string, value: Json | undefined): string | null | undefined {
  if (value === undefined || value === null) return value
  if (typeof value !== 'string' || !isLanguageTag(value)) throw invalid('A term has a malformed language.', term)
  return value.toLowerCase()
}

export function directionOf(term: string, value: Json | undefined): Direction | null | undefined {
  if (value === undefined || value === null || value === 'ltr' || value === 'rtl') return value
  throw invalid('A term has a direction that is neither ltr nor rtl.', term)
}

export function indexOf(term: string, value: Json | undefined, { index }: Containers): string | undefined {
  if (value === undefined) return undefined
  if (index && typeof value === 'string' && !value.startsWith('@')) return value
  throw invalid('A term has an index that is no property.', term)
}

export function nestOf(term: string, value: Json | undefined): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && (value === '@nest' || !value.startsWith('@'))) return value
  throw invalid('A term is nested under a keyword.', term)
}

export function invalid(message: string, term: string): CanonicalError {
  return new CanonicalError('notCanonical', message, { term })
}
