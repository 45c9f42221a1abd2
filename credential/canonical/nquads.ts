/** Canonical N-Quads (RDF Dataset Canonicalization §5): how IRIs and literals are written. */

const LITERAL_ESCAPES = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
])

/** All but these may stand in a literal as they are: control characters, the quotation mark and the reverse solidus. */
const IN_LITERAL = /[^ !#-[\]-~\u0080-\uFFFF]/
/** N-Quads §4 forbids in an IRI: control characters, the space and `<>"{}|^` with the grave accent and the reverse solidus. */
const IN_IRI = /[^!#-;=?-[\]_a-z~\u007F-\uFFFF]/

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** What ends a statement. */
export const END = ' .\n'

/** A whole line: a line feed in a literal is escaped. */
export const LINE = /[^\n]*\n/g

export function iriToken(iri: string): string {
  return IN_IRI.test(iri) ? `<${iri.replace(new RegExp(IN_IRI, 'g'), codeEscape)}>` : `<${iri}>`
}

/** The IRI that a token stands for. */
export function iriOf(token: string): string {
  const escaped = token.slice(1, -1)
  if (!escaped.includes('\\')) return escaped
  return escaped.replace(/\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})/g, (_, short?: string, long?: string) =>
    String.fromCodePoint(Number.parseInt(short ?? long ?? '0', 16)),
  )
}

/** A literal with what follows its closing quote: nothing, `@` and a language, or `^^` and a datatype. */
export function literalToken(text: string, suffix: string): string {
  if (!IN_LITERAL.test(text)) return `"${text}"${suffix}`
  const escaped = text.replace(
    new RegExp(IN_LITERAL, 'g'),
    (character) => LITERAL_ESCAPES.get(character) ?? codeEscape(character),
  )
  return `"${escaped}"${suffix}`
}

/** `^^` and the datatype; nothing for xsd:string, which is what a literal without one is. */
export function datatypeSuffix(datatype: string): string {
  return datatype === `${XSD}string` ? '' : `^^${iriToken(datatype)}`
}

function codeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
