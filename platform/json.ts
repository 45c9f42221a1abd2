import { isAscii } from 'node:buffer'
import { PassportError } from './errors.ts'

export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json | undefined }

/** What a document from outside may be at most. Sizes are in UTF-16 units of the text, counts are of the whole document. */
export interface JsonLimits {
  length: number
  depth: number
  keys: number
  stringLength: number
  arrayLength: number
}

export const JSON_LIMITS: JsonLimits = {
  length: 1024 * 1024,
  depth: 32,
  keys: 10_000,
  stringLength: 512 * 1024,
  arrayLength: 5_000,
}

/** Names that would reach an object's prototype if a careless copy were ever made of the document. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Decodes bytes as UTF-8 and refuses what is not UTF-8, instead of replacing it: a replaced character is a changed
 * document. A byte order mark is refused too (RFC 8259 §8.1).
 */
export function decodeUtf8(bytes: Uint8Array): string {
  // Most documents are of ASCII alone, which is known at once and is its own decoding.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (text.startsWith('\uFEFF')) throw new PassportError('json.malformed', 'The text begins with a byte order mark.')
    return text
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw new PassportError('json.notUtf8', 'The text is not valid UTF-8.', { cause })
  }
}

/**
 * Parses JSON from outside. Refuses duplicate keys, keys that reach a prototype, lone surrogates, numbers that do not
 * survive a round trip, and anything beyond the limits; depth and size are refused before anything is built.
 */
export function parseJson(input: Uint8Array | string, limits: JsonLimits = JSON_LIMITS): Json {
  // No UTF-8 text is longer in UTF-16 units than in bytes, and three bytes a unit is the most there is.
  if (typeof input !== 'string' && input.byteLength > limits.length * 3) throw tooLarge(limits)
  const text = typeof input === 'string' ? input : decodeUtf8(input)
  if (text.length > limits.length) throw tooLarge(limits)
  const keys = scan(text, limits)
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (cause) {
    throw new PassportError('json.malformed', 'This is not valid JSON.', { cause })
  }
  // Of a key that is there twice only one is kept, so that fewer are there than were written.
  if (countKeys(value) !== keys)
    throw new PassportError('json.duplicateKey', `${nameOfDuplicate(text)} is there twice.`)
  return value
}

/** Parses JSON from outside that must be an object. */
export function parseJsonObject(input: Uint8Array | string, limits: JsonLimits = JSON_LIMITS): JsonObject {
  const value = parseJson(input, limits)
  if (!isObject(value)) throw new PassportError('json.notAnObject', 'The JSON is not an object.')
  return value
}

/** Whether a value is a JSON object: not null and not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value if it is a text, else the empty text: for comparing and showing what may be of any kind. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A property that may hold one value or an array of them, as an array. */
export function asArray<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

const tooLarge = (limits: JsonLimits) =>
  new PassportError('json.tooLarge', `The document is larger than ${limits.length} characters.`)

/** How many keys there are in all objects. Refuses those that reach a prototype. */
function countKeys(value: Json | undefined): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') count += countKeys(item)
    return count
  }
  for (const key in value) {
    if (FORBIDDEN_KEYS.has(key)) throw new PassportError('json.forbiddenKey', `The key "${key}" is not allowed.`)
    const inside = value[key]
    count += typeof inside === 'object' ? 1 + countKeys(inside) : 1
  }
  return count
}

const STRING_OR_BRACE = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g

/** The first key that an object has twice, in quotation marks. */
function nameOfDuplicate(text: string): string {
  const open: Set<string>[] = []
  for (const [token, string = '', colon] of text.matchAll(STRING_OR_BRACE)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    if (colon === undefined) continue
    const key = decodeString(string)
    if (open.at(-1)?.has(key)) return `The key "${key.slice(0, 80)}"`
    open.at(-1)?.add(key)
  }
  return 'A key'
}

/**
 * Walks the tokens once, without recursion, and refuses what `JSON.parse` would accept silently, but for keys, which it
 * counts. The grammar itself is left to `JSON.parse`: text that is not JSON may pass here and fails there.
 */
function scan(text: string, limits: JsonLimits): number {
  /** What is open here: for an array how many items it has so far, for an object nothing. */
  const open: number[] = []
  let keys = 0
  let at = 0
  // Where nothing is escaped a text in it is as well formed as the whole.
  let escapedAt = text.isWellFormed() ? text.indexOf('\\') : 0
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === QUOTE) {
      const end = endOfString(text, at)
      if (text.charCodeAt(nextToken(text, end)) === COLON) {
        if (++keys > limits.keys) throw new PassportError('json.tooLarge', `More than ${limits.keys} keys.`)
      } else if (end - at > limits.stringLength) throw new PassportError('json.tooLarge', 'A text in it is too long.')
      if (escapedAt >= 0 && escapedAt < end) decodeString(text.slice(at, end))
      if (escapedAt > 0 && escapedAt < end) escapedAt = text.indexOf('\\', end)
      at = end
      continue
    }
    if (char === OPEN_OBJECT || char === OPEN_ARRAY) {
      if (open.length >= limits.depth) {
        throw new PassportError('json.tooDeep', `Nested more than ${limits.depth} levels deep.`)
      }
      open.push(char === OPEN_OBJECT ? OBJECT : 1)
    } else if (char === CLOSE_OBJECT || char === CLOSE_ARRAY) {
      open.pop()
    } else if (char === COMMA) {
      const inside = open[open.length - 1] ?? OBJECT
      if (inside !== OBJECT) {
        if (inside >= limits.arrayLength) throw new PassportError('json.tooLarge', 'An array in it is too long.')
        open[open.length - 1] = inside + 1
      }
    } else if (char === MINUS || isDigit(char)) {
      at = endOfNumber(text, at)
      continue
    }
    at++
  }
  return keys
}

const OBJECT = -1

/** The characters that JSON's grammar gives a meaning (RFC 8259 §2), as UTF-16 units. */
const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const DIGIT_0 = 0x30
const DIGIT_9 = 0x39
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const BACKSLASH = 0x5c
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const WHITE_SPACE = new Set([0x20, 0x09, 0x0a, 0x0d])

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  if (end >= 0) return end + 1
  throw new PassportError('json.malformed', 'A text in it is not closed.')
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === BACKSLASH) before--
  return (at - before) % 2 === 0
}

function nextToken(text: string, at: number): number {
  let next = at
  while (WHITE_SPACE.has(text.charCodeAt(next))) next++
  return next
}

function decodeString(literal: string): string {
  let value: string
  try {
    value = literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1)
  } catch (cause) {
    throw new PassportError('json.malformed', 'A text in it has an unknown escape.', { cause })
  }
  // RFC 8259 §8.2: readers disagree about a surrogate without its other half, so what is shown would not be what is signed.
  if (!value.isWellFormed()) throw new PassportError('json.malformed', 'A text in it has half a character.')
  return value
}

/** No number that survives a round trip needs more; and comparing digits must stay cheap. */
const NUMBER_LENGTH = 64

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** A whole number of so many digits is read as it is written. */
const SAFE_DIGITS = 15

function endOfNumber(text: string, start: number): number {
  let end = text.charCodeAt(start) === MINUS ? start + 1 : start
  while (isDigit(text.charCodeAt(end))) end++
  const isWhole = end - start <= SAFE_DIGITS && !FRACTION_OR_EXPONENT.has(text[end] ?? '')
  return isWhole && isDigit(text.charCodeAt(end - 1)) ? end : endOfLongNumber(text, start)
}

const FRACTION_OR_EXPONENT = new Set(['.', 'e', 'E'])

function isDigit(char: number): boolean {
  return char >= DIGIT_0 && char <= DIGIT_9
}

function endOfLongNumber(text: string, start: number): number {
  NUMBER.lastIndex = start
  const literal = NUMBER.exec(text)?.[0]
  if (literal === undefined) throw new PassportError('json.malformed', 'A number in it is not valid JSON.')
  if (literal.length > NUMBER_LENGTH) throw new PassportError('json.number', 'A number in it is written too long.')
  const value = Number(literal)
  if (!Number.isFinite(value) || digits(literal) !== digits(String(value))) {
    throw new PassportError('json.number', `The number ${literal.slice(0, 40)} is too large or too precise.`)
  }
  return start + literal.length
}

/** A number's significant digits and its magnitude, so that 1.50e1 and 15 compare equal. */
function digits(literal: string): string {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const all = (whole + fraction).replace(/^0+/, '')
  const significant = all.replace(/0+$/, '')
  if (significant === '') return '0'
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${Number(exponent) - fraction.length + all.length - significant.length}`
}

/** A name as one step of a JSON Pointer, its slash before it (RFC 6901 §3). */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
