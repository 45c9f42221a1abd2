import type { Quad } from '../../../credential/canonical/canonicalise.ts'

const TERM = /\s*(<[^>]*>|_:[^\s<]+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?|\.)/y
const PLAIN: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' }
const MUST_ESCAPE = /[^ !#-[\]-~\u0080-\uFFFF]/g

/** Reads N-Quads as the suites write them; terms come out as canonical N-Quads writes them. */
export function parseNQuads(text: string): Quad[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const terms: string[] = []
      TERM.lastIndex = 0
      for (let found = TERM.exec(line); found?.[1] !== undefined && found[1] !== '.'; found = TERM.exec(line)) {
        terms.push(canonicalTerm(found[1]))
      }
      const [subject = '', predicate = '', object = '', graph = ''] = terms
      return { subject, predicate, object, graph }
    })
}

function canonicalTerm(term: string): string {
  if (term.startsWith('<')) return `<${unescaped(term.slice(1, -1))}>`
  if (!term.startsWith('"')) return term
  const end = term.lastIndexOf('"')
  const suffix = term.slice(end + 1)
  const text = unescaped(term.slice(1, end)).replace(MUST_ESCAPE, (character) => {
    const [letter] = Object.entries(PLAIN).find(([, plain]) => plain === character) ?? []
    return letter ? `\\${letter}` : `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  })
  if (suffix.startsWith('^^')) return `"${text}"${datatype(suffix)}`
  return `"${text}"${suffix}`
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, letter) =>
    letter ? (PLAIN[letter] ?? letter) : String.fromCodePoint(Number.parseInt(short ?? long, 16)),
  )
}

export function formatNQuads(quads: readonly Quad[]): string {
  return quads
    .map(
      ({ subject, predicate, object, graph }) => `${[subject, predicate, object, graph].filter(Boolean).join(' ')} .\n`,
    )
    .join('')
}

function datatype(suffix: string): string {
  const iri = unescaped(suffix.slice(3, -1))
  return iri === 'http://www.w3.org/2001/XMLSchema#string' ? '' : `^^<${iri}>`
}
