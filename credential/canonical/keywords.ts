/** The keywords of JSON-LD 1.1 §1.7, and those of its framing, which mean nothing in a document. */
const KEYWORDS = new Set([
  ...['@base', '@container', '@context', '@direction', '@graph', '@id', '@import', '@included', '@index', '@json'],
  ...['@language', '@list', '@nest', '@none', '@prefix', '@propagate', '@protected', '@reverse', '@set', '@type'],
  ...['@value', '@version', '@vocab'],
  ...['@default', '@embed', '@explicit', '@null', '@omitDefault', '@preserve', '@requireAll'],
])

export function isKeyword(text: string): boolean {
  return text.charCodeAt(0) === 0x40 && KEYWORDS.has(text)
}

/** JSON-LD API §5.2.2 step 2: what has the form of a keyword is kept for later versions. */
export function looksLikeKeyword(text: string): boolean {
  return text.charCodeAt(0) === 0x40 && /^@[a-zA-Z]+$/.test(text)
}

/** An absolute IRI, or a blank node's label: as loose as the reference, which asks for a scheme and no white space. */
export function isAbsoluteIri(text: string): boolean {
  return /^(?:[A-Za-z][A-Za-z0-9+\-.,]*|_):\S*$/.test(text)
}

export function isBlankLabel(text: string): boolean {
  return text.startsWith('_:')
}

/** A language tag by the grammar of BCP 47 §2.2.9 (well-formed). */
export function isLanguageTag(text: string): boolean {
  return /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(text)
}
