import { malformed } from './badge.ts'
import { charactersOf, expectCharacters } from './xml-characters.ts'

/** An element of a document, with its place in the source: `from` its first character, `to` behind its last. */
export interface XmlElement {
  namespace: string
  name: string
  /** The name as it is written, with its prefix. */
  written: string
  attributes: ReadonlyMap<string, string>
  /** The characters directly inside it, references resolved. */
  text: string
  children: number
  from: number
  /** Behind the start tag. */
  opened: number
  to: number
}

/** What a prefix means inside an element that says so. */
interface Scope {
  outer: Scope | null
  names: ReadonlyMap<string, string>
}

/** A document, how far it has been read, and which elements are open there, from the outside in. */
interface Reading {
  source: string
  at: number
  elements: XmlElement[]
  open: { element: XmlElement; scope: Scope }[]
}

const MAX_DEPTH = 128
const MAX_ELEMENTS = 50_000

const SPACE = '[ \\t\\r\\n]'
const PART = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-]*'
const QNAME = `${PART}(?::${PART})?`
const START = new RegExp(`<(${QNAME})`, 'uy')
const ATTRIBUTE = new RegExp(`${SPACE}+(${QNAME})${SPACE}*=${SPACE}*(?:"([^<"]*)"|'([^<']*)')`, 'uy')
const START_END = new RegExp(`${SPACE}*(/?)>`, 'uy')
const END = new RegExp(`</(${QNAME})${SPACE}*>`, 'uy')
const INSTRUCTION = new RegExp(`<\\?(${PART})(?=${SPACE}|\\?>)`, 'uy')
const DECLARATION = new RegExp(
  `<\\?xml${SPACE}+version=["']1\\.0["'](?:${SPACE}+encoding=["'](?:utf-8|us-ascii)["'])?(?:${SPACE}+standalone=["'](?:yes|no)["'])?${SPACE}*\\?>`,
  'iuy',
)

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const OUTERMOST: Scope = { outer: null, names: new Map([['xml', XML_NAMESPACE]]) }

/**
 * The elements of an XML document (XML 1.0, Namespaces in XML 1.0) in the order of their start tags. Strict, and with less in
 * it than XML has: no DOCTYPE and so no entity but the five of XML itself, in UTF-8, and of bounded depth and number. Throws
 * `image.malformed`.
 */
export function readXml(source: string): XmlElement[] {
  expectCharacters(source)
  const document: Reading = { source, at: 0, elements: [], open: [] }
  if (/^<\?xml[ \t\r\n]/.test(source) && match(document, DECLARATION) === null) {
    throw malformed('The picture is not XML 1.0 in UTF-8.')
  }
  while (document.at < source.length) pieceOf(document)(document)
  if (document.open.length > 0 || document.elements.length === 0) throw cutOff()
  return document.elements
}

/** Which piece of markup comes next, or the characters up to it. */
function pieceOf({ source, at }: Reading): (document: Reading) => void {
  if (source[at] !== '<') return characters
  if (source.startsWith('</', at)) return endTag
  if (source.startsWith('<!--', at)) return comment
  if (source.startsWith('<![CDATA[', at)) return cdata
  if (source.startsWith('<?', at)) return instruction
  if (source.startsWith('<!', at)) {
    throw malformed('The picture has a DOCTYPE or another declaration, which can hide things. Save it without.')
  }
  return startTag
}

function characters(document: Reading): void {
  const end = document.source.indexOf('<', document.at)
  const raw = document.source.slice(document.at, end < 0 ? undefined : end)
  if (raw.includes(']]>')) throw wrong()
  append(document, charactersOf(raw))
  document.at += raw.length
}

function cdata(document: Reading): void {
  if (document.open.length === 0) throw wrong()
  append(document, upTo(document, '<![CDATA[', ']]>'))
}

function comment(document: Reading): void {
  const inside = upTo(document, '<!--', '-->')
  if (inside.includes('--') || inside.endsWith('-')) throw wrong()
}

function instruction(document: Reading): void {
  const target = match(document, INSTRUCTION)?.[1]
  if (target === undefined || target.toLowerCase() === 'xml') throw wrong()
  upTo(document, '', '?>')
}

function startTag(document: Reading): void {
  const from = document.at
  const written = match(document, START)?.[1]
  if (written === undefined) throw wrong()
  const attributes = attributesOf(document)
  const end = match(document, START_END)
  if (end === null) throw wrong()
  const { elements, open, at } = document
  const parent = open.at(-1)
  const scope = scopeOf(attributes, parent?.scope ?? OUTERMOST)
  for (const name of attributes.keys()) if (name.includes(':')) namespaceOf(name, scope)
  const name = written.slice(written.indexOf(':') + 1)
  const place = { from, opened: at, to: at }
  const element = { namespace: namespaceOf(written, scope), name, written, attributes, text: '', children: 0, ...place }
  if (parent === undefined && elements.length > 0) throw malformed('Something follows the end of the picture.')
  if (parent !== undefined) parent.element.children += 1
  elements.push(element)
  if (end[1] === '') open.push({ element, scope })
  if (open.length > MAX_DEPTH || elements.length > MAX_ELEMENTS) {
    throw malformed('The picture is nested too deeply, or has too many parts.')
  }
}

function attributesOf(document: Reading): Map<string, string> {
  const attributes = new Map<string, string>()
  for (let found = match(document, ATTRIBUTE); found !== null; found = match(document, ATTRIBUTE)) {
    const [, name = '', quoted, apostrophed] = found
    if (attributes.has(name)) throw malformed('The picture names an attribute twice in one place.')
    // Line ends and tabs count as spaces there (XML 1.0 §3.3.3).
    attributes.set(name, charactersOf((quoted ?? apostrophed ?? '').replaceAll(/\r\n|[\t\r\n]/g, ' ')))
  }
  return attributes
}

function endTag(document: Reading): void {
  const written = match(document, END)?.[1]
  const closed = document.open.pop()
  if (closed === undefined || closed.element.written !== written) throw wrong()
  closed.element.to = document.at
}

/** Adds characters to the element that is open; outside all of them only space may stand. */
function append({ open }: Reading, text: string): void {
  const inside = open.at(-1)
  if (inside !== undefined) inside.element.text += text
  else if (!/^[ \t\r\n]*$/.test(text)) throw malformed('Something stands outside the picture in its file.')
}

/** What stands between two marks, of which the first is here. */
function upTo(document: Reading, start: string, end: string): string {
  const from = document.at + start.length
  const found = document.source.indexOf(end, from)
  if (found < 0) throw cutOff()
  document.at = found + end.length
  return document.source.slice(from, found)
}

function match(document: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = document.at
  const found = pattern.exec(document.source)
  if (found !== null) document.at = pattern.lastIndex
  return found
}

/** What prefixes mean inside an element (Namespaces in XML §3). */
function scopeOf(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  const names = new Map<string, string>()
  for (const [name, namespace] of attributes) {
    if (name === 'xmlns') names.set('', namespace)
    if (!name.startsWith('xmlns:')) continue
    if (namespace === '' || name === 'xmlns:xmlns' || (name === 'xmlns:xml') !== (namespace === XML_NAMESPACE))
      throw wrong()
    names.set(name.slice('xmlns:'.length), namespace)
  }
  return names.size === 0 ? outer : { outer, names }
}

function namespaceOf(written: string, scope: Scope): string {
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  if (prefix === 'xmlns') return ''
  for (let here: Scope | null = scope; here !== null; here = here.outer) {
    const namespace = here.names.get(prefix)
    if (namespace !== undefined) return namespace
  }
  if (prefix === '') return ''
  throw malformed('The picture uses a prefix that it does not explain.')
}

const wrong = () => malformed('The picture is not well-formed XML.')
const cutOff = () => malformed('The picture is cut off before its end.')
