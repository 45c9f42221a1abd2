import { malformed } from './badge.ts'

/** What no XML document may hold (XML 1.0 §2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

const NUMBER = /^#(?:(\d{1,7})|x([0-9A-Fa-f]{1,6}))$/
const OWN: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
/** The longest reference there is, `&#1114111;`, without its ends. */
const REFERENCE_MAX = 8

/** Whether XML can hold a text as it is. */
export function fitsXml(text: string): boolean {
  return !FORBIDDEN.test(text)
}

export function expectCharacters(source: string): void {
  if (!fitsXml(source)) throw malformed('The picture holds a character that XML does not allow.')
}

/** Characters with their references resolved; any entity but XML's own five is unknown here. */
export function charactersOf(raw: string): string {
  let text = ''
  let at = 0
  for (let start = raw.indexOf('&'); start >= 0; start = raw.indexOf('&', at)) {
    const inside = raw.slice(start + 1, start + REFERENCE_MAX + 2)
    const name = inside.slice(0, Math.max(0, inside.indexOf(';')))
    text += raw.slice(at, start) + (OWN.get(name) ?? numbered(name))
    at = start + name.length + 2
  }
  return text + raw.slice(at)
}

/** The character that a reference names by its number (XML 1.0 §4.1). */
function numbered(name: string): string {
  const [, decimal, hexadecimal] = NUMBER.exec(name) ?? []
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  if (!(code <= 0x10ffff) || !fitsXml(String.fromCodePoint(code))) {
    throw malformed('The picture refers to an entity or a character that XML does not have.')
  }
  return String.fromCodePoint(code)
}
