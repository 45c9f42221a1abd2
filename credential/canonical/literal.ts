import { canonicalJson, type Json } from '#platform'
import type { Direction } from './active-context.ts'
import { CanonicalError } from './canonical-error.ts'
import { datatypeSuffix, literalToken, RDF, XSD } from './nquads.ts'

/** Object to RDF Conversion (JSON-LD API §8.2.2), for values that become literals. */

const BOOLEAN = datatypeSuffix(`${XSD}boolean`)
const INTEGER = datatypeSuffix(`${XSD}integer`)
const DOUBLE = datatypeSuffix(`${XSD}double`)
const JSON_LITERAL = datatypeSuffix(`${RDF}JSON`)
const LANGUAGE_STRING = `${RDF}langString`

/** A text with a language, a direction, both or neither; a direction is put into the datatype (step 13, `i18n-datatype`). */
export function textLiteral(text: string, language?: string | null, direction?: Direction | null): string {
  if (direction) return literalToken(text, `^^<https://www.w3.org/ns/i18n#${language ?? ''}_${direction}>`)
  return literalToken(text, language ? `@${language}` : '')
}

/** A text, number or boolean; without a suffix, it gets that of its own datatype. */
export function typedLiteral(value: string | number | boolean, suffix?: string): string {
  if (typeof value === 'string') return literalToken(value, suffix ?? '')
  if (typeof value === 'boolean') return literalToken(String(value), suffix ?? BOOLEAN)
  if (!isInteger(value) || suffix === DOUBLE) return literalToken(canonicalDouble(value), suffix ?? DOUBLE)
  return literalToken(value.toFixed(0), suffix ?? INTEGER)
}

/** Step 6: a JSON literal, in the canonical form of RFC 8785. */
export function jsonLiteral(value: Json): string {
  return literalToken(canonicalJson(value), JSON_LITERAL)
}

/** The suffix of a value object's datatype. A language string without its language is no literal of RDF. */
export function suffixOf(datatype: string): string {
  if (datatype === LANGUAGE_STRING) {
    throw new CanonicalError('notCanonical', 'A value is a language string without a language.', { term: datatype })
  }
  return datatypeSuffix(datatype)
}

/** Step 10: what has a fraction, and what is 10²¹ or more, is a double. */
function isInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e21
}

/** XML Schema §3.3.5.2: one digit, a point, the other digits without trailing zeros, at least one, and the exponent. */
function canonicalDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
}
