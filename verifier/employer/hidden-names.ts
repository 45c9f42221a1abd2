/**
 * A text as it is compared: however its accents are put together (Unicode Normalization Form C), and without the signs that
 * nobody sees inside of a word: soft hyphen, zero width space, word joiner and byte order mark.
 */
export const sameText = (text: string) => text.replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, '').normalize('NFC')

/** What stands for the name of a person, and for a text that is not shown. */
export const LEFT_OUT = '…'

/** A longer name is nobody's, and is looked for by its beginning only. */
const MAX_LETTERS = 200
const MAX_PARTS = 20

/**
 * Takes names out of titles. An institution gives way to what stands for it, under its name and under its initials; of a
 * person each of their names goes, wherever it stands as a word. A text with a name of over 200 letters or 20 parts is
 * left out as a whole. The time it takes grows with the text, and not with how many names there are.
 */
export function hiding(institutions: ReadonlyMap<string, string>, people: Iterable<string>): (text: string) => string {
  const names: Names = { phrases: { next: new Map() }, exact: new Map(), bracketed: new Map() }
  for (const [name, instead] of institutions) addInstitution(names, name, instead)
  for (const name of people) addPerson(names, sameText(name))
  return (text) => without(names, tokensOf(sameText(text)))
}

interface Names {
  /** In whatever case, by their words. */
  phrases: Phrases
  /** Words that count only as they are written, with what stands for them. */
  exact: Map<string, string>
  /** Words that count only as they are written, and in brackets. */
  bracketed: Map<string, string>
}

interface Phrases {
  next: Map<string, Phrases>
  /** What stands for the words up to here, where they are a name; null where the whole text is left out. */
  instead?: string | null
}

function without({ phrases, exact, bracketed }: Names, tokens: readonly string[]): string {
  const kept: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? ''
    const found = longestAt(phrases, tokens, at)
    if (found?.instead === null) return LEFT_OUT
    const isInBrackets = tokens[at - 1] === '(' && tokens[at + 1] === ')'
    const instead = found?.instead ?? exact.get(token) ?? (isInBrackets ? bracketed.get(token) : undefined)
    kept.push(instead ?? token)
    at = found?.end ?? at + 1
  }
  return kept.join('')
}

/** The longest name that begins at a token. Any space stands for any other. */
function longestAt(phrases: Phrases, tokens: readonly string[], start: number) {
  let longest: { instead: string | null; end: number } | undefined
  let node: Phrases | undefined = isBlank(tokens[start]) ? undefined : phrases
  for (let at = start; node !== undefined && at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (isBlank(token)) continue
    node = node.next.get(folded(token))
    if (node?.instead !== undefined) longest = { instead: node.instead, end: at + 1 }
  }
  return longest
}

function addInstitution(names: Names, name: string, instead: string): void {
  if (!addPhrase(names.phrases, name, instead)) return
  const [, bare = name, bracketed] = /^(.+?)\s*\(([^()]+)\)$/u.exec(name) ?? []
  const initials = initialsOf(bare)
  if (bracketed !== undefined && initials.includes(bracketed)) addPhrase(names.phrases, bare, instead)
  // Two letters mean too much else (IT), unless they stand in brackets.
  for (const one of initials) addFirst(one.length > 2 ? names.exact : names.bracketed, one, instead)
}

/** As people shorten a name: Trinity College London to TCL, University of Bristol to UoB, UOB or UB. */
function initialsOf(name: string): string[] {
  const first = name.match(/(?<![\p{L}\p{M}'’])\p{L}/gu) ?? []
  const all = first.join('')
  const capitals = first.filter((letter) => letter !== letter.toLowerCase()).join('')
  return [...new Set([all, all.toUpperCase(), capitals])].filter((initials) => initials.length > 1)
}

/** A name of one or two letters is also a word (an, do, in), so it counts only as it is written, or in capitals. */
function addPerson({ phrases, exact }: Names, name: string): void {
  const parts = isOverlong(name) ? [] : (name.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu) ?? [])
  // Of a double name one alone is a name too.
  for (const one of [name, ...parts, ...parts.flatMap((part) => part.split('-'))]) {
    if (one.length > 2) addPhrase(phrases, one, LEFT_OUT)
    else for (const written of [one, one.toUpperCase()]) addFirst(exact, written, LEFT_OUT)
  }
}

/** Adds a name, of which the first to be so called counts; false where it is too long to be one. */
function addPhrase(phrases: Phrases, name: string, instead: string): boolean {
  const tokens = tokensOf(name).filter((token) => !isBlank(token))
  const isName = !isOverlong(name)
  let node = phrases
  for (const token of isName ? tokens : tokens.slice(0, MAX_PARTS)) {
    const word = folded(token)
    const next = node.next.get(word) ?? { next: new Map() }
    node.next.set(word, next)
    node = next
  }
  if (node !== phrases) node.instead = isName ? (node.instead === undefined ? instead : node.instead) : null
  return isName
}

function addFirst(names: Map<string, string>, name: string, instead: string): void {
  if (!isBlank(name) && !names.has(name)) names.set(name, instead)
}

const isOverlong = (name: string) =>
  name.length > MAX_LETTERS || (name.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) > MAX_PARTS

/** Words, spaces, and every other sign by itself: put together again, they are the text. */
const tokensOf = (text: string) => text.match(/[\p{L}\p{M}]+|\s+|[^\p{L}\p{M}\s]/gu) ?? []

const isBlank = (token = '') => token.trim() === ''

/** Letters with a stroke, which Unicode does not take apart. */
const STROKED: Readonly<Record<string, string>> = { Ł: 'L', Ø: 'O', Đ: 'D', Ħ: 'H' }

/**
 * Whatever its case, as in `ς`, `Σ` and `σ`, with or without its accents, and whichever apostrophe or dash it is: titles are
 * written by others than names are.
 */
const folded = (word: string) =>
  word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .toUpperCase()
    .replaceAll(/[ŁØĐĦ]/g, (letter) => STROKED[letter] ?? letter)
    .replace(/^[’‘`´]$/, "'")
    .replace(/^\p{Pd}$/u, '-')
