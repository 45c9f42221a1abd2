import type { Json, JsonObject } from '#platform'
import type { ActiveContext, TermDefinition } from './active-context.ts'
import { CanonicalError } from './canonical-error.ts'
import type { Term } from './dataset.ts'
import type { Walk } from './expanded.ts'
import { expandReference } from './iri-expansion.ts'
import { keywordOf } from './keys.ts'
import { isAbsoluteIri, isBlankLabel, isLanguageTag } from './keywords.ts'
import { jsonLiteral, suffixOf, textLiteral, typedLiteral } from './literal.ts'

type Scalar = string | number | boolean

/** Value Expansion (JSON-LD API §5.3.2), and on to RDF: what a text, number or boolean is under a term. */
export function expandScalar(value: Scalar, active: ActiveContext, term: TermDefinition | undefined, walk: Walk): Term {
  const type = term?.typeMapping
  if (type === '@json') return jsonLiteral(value)
  if (typeof value !== 'string') return typedLiteral(value, term?.suffix)
  if (type === '@id') return walk.resource(value, active, false)
  if (type === '@vocab') return walk.resource(value, active, true)
  if (term?.suffix !== undefined && type !== undefined) return typedLiteral(value, suffixOf(type))
  return textLiteral(value, languageIn(active, term), directionIn(active, term))
}

/** The language of a term's texts: its own, where it has or denies one, else the context's. */
function languageIn(active: ActiveContext, term: TermDefinition | undefined): string | null | undefined {
  return term?.language === undefined ? active.language : term.language
}

export function directionIn(active: ActiveContext, term: TermDefinition | undefined): 'ltr' | 'rtl' | null | undefined {
  return term?.direction === undefined ? active.direction : term.direction
}

/** A value object (§5.1.2 step 14, and §8.2.2): an object whose `@value` is the value. */
export function expandValueObject(object: JsonObject, active: ActiveContext, typeContext: ActiveContext): string {
  const { value, type, language, direction } = entriesOf(object, active)
  if (type !== undefined) {
    if (languageOf(language) !== undefined || direction !== undefined) {
      throw invalid('A value has a datatype as well as a language or direction.')
    }
    return typedValue(value, type, typeContext)
  }
  if (value === undefined || value === null || typeof value === 'object') throw invalid('A value object has no value.')
  if (typeof value === 'string') return textLiteral(value, languageOf(language), directionOf(direction))
  if (languageOf(language) !== undefined) throw invalid('A value that is no text has a language.')
  directionOf(direction)
  return typedLiteral(value)
}

function typedValue(value: Json | undefined, type: Json, typeContext: ActiveContext): string {
  const [name, ...others] = Array.isArray(type) ? type : [type]
  if (typeof name !== 'string' || others.length > 0) throw invalid('A value has a datatype that is no text.')
  const datatype = expandReference(typeContext, name, true)
  if (datatype === '@json') return jsonLiteral(value ?? null)
  if (datatype === null || !isAbsoluteIri(datatype) || isBlankLabel(datatype)) {
    throw invalid(`The datatype "${name}" is not defined.`, name)
  }
  if (value === undefined || value === null || typeof value === 'object') throw invalid('A value object has no value.')
  return typedLiteral(value, suffixOf(datatype))
}

type Entry = 'value' | 'type' | 'language' | 'direction' | 'index'

type Entries = Partial<Record<Entry, Json>>

const ENTRIES = new Map<string | undefined, Entry>([
  ['@value', 'value'],
  ['@type', 'type'],
  ['@language', 'language'],
  ['@direction', 'direction'],
  ['@index', 'index'],
])

/** The entries by their keywords; there may be no others, and none twice. */
function entriesOf(object: JsonObject, active: ActiveContext): Entries {
  const entries: Entries = {}
  for (const key of Object.keys(object)) {
    const keyword = keywordOf(key, active)
    if (keyword === '@context') continue
    const entry = ENTRIES.get(keyword)
    if (entry === undefined) throw invalid(`A value object has the entry "${key}".`, key)
    if (entries[entry] !== undefined) throw invalid(`A value object has the entry "${key}" twice.`, key)
    entries[entry] = object[key]
  }
  if (entries.index !== undefined && typeof entries.index !== 'string') throw invalid('An index is no text.', '@index')
  return entries
}

function languageOf(language: Json | undefined): string | undefined {
  if (language === undefined || language === null) return undefined
  if (typeof language !== 'string') throw invalid('A language is no text.', '@language')
  if (!isLanguageTag(language)) throw invalid(`"${language}" is no language.`, language)
  return language.toLowerCase()
}

function directionOf(direction: Json | undefined): 'ltr' | 'rtl' | undefined {
  if (direction === undefined || direction === 'ltr' || direction === 'rtl') return direction
  throw invalid('A direction is neither ltr nor rtl.', '@direction')
}

function invalid(message: string, term?: string): CanonicalError {
  return new CanonicalError('notCanonical', message, term === undefined ? {} : { term })
}
