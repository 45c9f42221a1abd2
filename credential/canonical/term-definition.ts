import { isObject, type Json, type JsonObject } from '#platform'
import { type ActiveContext, sameDefinition, type TermDefinition } from './active-context.ts'
import { CanonicalError } from './canonical-error.ts'
import { expandIri } from './iri-expansion.ts'
import { isAbsoluteIri, isBlankLabel, isKeyword, looksLikeKeyword } from './keywords.ts'
import { datatypeSuffix } from './nquads.ts'
import type { PredicateTable } from './predicates.ts'
import { containersOf, directionOf, indexOf, invalid, languageOf, nestOf, prefixOf } from './term-entries.ts'

/** A local context while its terms are being defined. */
export interface Definitions {
  active: ActiveContext
  local: JsonObject
  /** The terms that are defined, and false for those that are being defined. */
  defined: Map<string, boolean>
  /** `@protected` of the whole local context. */
  protects: boolean
  overrideProtected: boolean
  predicates: PredicateTable
}

const ENTRIES = new Set([
  ...['@container', '@context', '@direction', '@id', '@index', '@language', '@nest', '@prefix', '@protected'],
  ...['@reverse', '@type'],
])

/** Create Term Definition (JSON-LD API §4.2.2). */
export function createTermDefinition(state: Definitions, term: string): void {
  const begun = state.defined.get(term)
  if (begun === true) return
  if (begun === false) throw invalid('A term is defined by itself.', term)
  state.defined.set(term, false)
  const value = entriesOf(state.local[term], term)
  checkName(value, term)

  const previous = state.active.terms.get(term)
  state.active.terms.delete(term)
  const definition = define(state, term, value)
  definition.protected = typeof value['@protected'] === 'boolean' ? value['@protected'] : state.protects
  if (definition.protected) state.active.hasProtected = true
  state.defined.set(term, true)
  if (previous?.protected && !state.overrideProtected) {
    if (!sameDefinition(previous, definition)) {
      throw new CanonicalError('contextsRedefined', `The protected term "${term}" is redefined.`, { term })
    }
    definition.protected = true
  }
  state.active.terms.set(term, definition)
}

/** Steps 7 to 9: a definition is a map; a text or null is short for one. */
function entriesOf(value: Json | undefined, term: string): JsonObject {
  if (typeof value === 'string' || value === null) return { '@id': value }
  if (!isObject(value)) throw invalid('A term definition is neither text nor an object.', term)
  for (const entry of Object.keys(value)) {
    if (!ENTRIES.has(entry)) throw invalid(`A term definition has the unknown entry ${entry}.`, term)
  }
  return value
}

/** Steps 4 and 5: of the keywords only `@type` may be defined, and only as a set or protected. */
function checkName(value: JsonObject, term: string): void {
  if (term === '') throw invalid('A term has no name.', term)
  if (term === '@type') {
    const entries = Object.keys(value)
    const allowed = entries.every((entry) => ['@container', '@id', '@protected'].includes(entry))
    const container = value['@container']
    if (entries.length > 0 && allowed && (container === undefined || asSet(container))) return
  }
  if (looksLikeKeyword(term)) throw invalid('A keyword is defined as a term.', term)
}

function asSet(container: Json): boolean {
  return container === '@set' || (Array.isArray(container) && container.length === 1 && container[0] === '@set')
}

function define(state: Definitions, term: string, value: JsonObject): TermDefinition {
  const reverse = '@reverse' in value
  const iri = reverse ? reverseIri(state, term, value) : mappedIri(state, term, value)
  const typeMapping = typeMappingOf(state, term, value)
  const containers = containersOf(term, value['@container'] ?? [])
  const keyword = iri !== null && isKeyword(iri) ? iri : undefined
  const named = iri !== null && keyword === undefined && !isBlankLabel(iri)
  if (reverse && (containers.list || containers.graph || containers.language || containers.id || containers.type)) {
    throw invalid('A reverse property can only be a set or an index.', term)
  }
  const coerced = containers.type ? (typeMapping ?? '@id') : typeMapping
  if (containers.type && coerced !== '@id' && coerced !== '@vocab') {
    throw invalid('The values of a type map are no nodes.', term)
  }
  const map = containers.language || containers.index || containers.id || containers.type
  return {
    iri,
    keyword,
    predicate: named ? state.predicates.get(iri) : undefined,
    reverse,
    prefix: prefixOf(term, value, iri, !isObject(state.local[term])),
    protected: false,
    typeMapping: coerced,
    suffix: coerced === undefined || coerced.startsWith('@') ? undefined : datatypeSuffix(coerced),
    containers,
    map,
    plain: !(map || containers.list || containers.graph || reverse || coerced === '@json'),
    language: '@type' in value ? undefined : languageOf(term, value['@language']),
    direction: directionOf(term, value['@direction']),
    index: indexOf(term, value['@index'], containers),
    nest: nestOf(term, value['@nest']),
    context: value['@context'],
  }
}

/** Step 13: a reverse property. */
function reverseIri(state: Definitions, term: string, value: JsonObject): string {
  const reverse = value['@reverse']
  if ('@id' in value || '@nest' in value || typeof reverse !== 'string') {
    throw invalid('A reverse property is not defined by one IRI.', term)
  }
  const iri = expandIri(state.active, reverse, true, dependency(state))
  if (iri === null || !isAbsoluteIri(iri)) throw invalid('A reverse property has no IRI.', term)
  return iri
}

/** Steps 14 to 18: the IRI by `@id`, by a prefix in the term itself, or by the vocabulary. */
function mappedIri(state: Definitions, term: string, value: JsonObject): string | null {
  const id = value['@id']
  if (id === null) return null
  if (id !== undefined && id !== term) {
    if (typeof id !== 'string') throw invalid('A term is not defined by an IRI.', term)
    const iri = expandIri(state.active, id, true, dependency(state))
    if (iri === null || !(isAbsoluteIri(iri) || isKeyword(iri))) throw invalid('A term has no IRI.', term)
    if (iri === '@context' || iri === '@preserve') throw invalid('A term renames @context.', term)
    if (/:[^:]|\//.test(term) && expandIri(state.active, term, true, dependency(state, term)) !== iri) {
      throw invalid('A term that looks like an IRI means another one.', term)
    }
    return iri
  }
  const colon = term.indexOf(':')
  if (colon > 0) {
    const prefix = term.slice(0, colon)
    dependency(state)(prefix)
    const base = state.active.terms.get(prefix)?.iri
    return typeof base === 'string' ? base + term.slice(colon + 1) : term
  }
  if (term === '@type') return '@type'
  if (state.active.vocab === undefined) throw invalid('A term has no IRI.', term)
  return state.active.vocab + term
}

/** A term of the same local context is defined before it is used. */
function dependency(state: Definitions, except?: string): (term: string) => void {
  return (term) => {
    if (term !== except && Object.hasOwn(state.local, term) && !isKeyword(term)) {
      createTermDefinition({ ...state, overrideProtected: false }, term)
    }
  }
}

/** Step 12: what the values are. */
function typeMappingOf(state: Definitions, term: string, value: JsonObject): string | undefined {
  if (!('@type' in value)) return undefined
  const type = value['@type']
  if (typeof type !== 'string') throw invalid('The type of the values is no text.', term)
  if (['@id', '@vocab', '@json', '@none'].includes(type)) return type
  const iri = expandIri(state.active, type, true, dependency(state))
  if (iri === null || !isAbsoluteIri(iri) || isBlankLabel(iri)) throw invalid('The type of the values is no IRI.', term)
  return iri
}
