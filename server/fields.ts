import { PassportError } from '#platform'

const MAX_FIELDS = 1_000

export type Fields = Record<string, string | string[]>

/**
 * Reads `a=1&b=2` (the query of an address, or a urlencoded form; WHATWG URL §5.1). Refuses encoding that is not
 * UTF-8, bracketed names, NUL, and names that repeat unless `arrays` has them: those are always arrays.
 */
export function parseFields(text: string, arrays: ReadonlySet<string> = new Set()): Fields {
  const pairs = text === '' ? [] : text.split('&')
  if (pairs.length > MAX_FIELDS) throw malformed(`More than ${MAX_FIELDS} fields.`)
  const fields = new Map<string, string | string[]>()
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=')
    addField(fields, decode(name), decode(value.join('=')), arrays)
  }
  return Object.fromEntries(fields)
}

/** Adds one field under the same rules. */
export function addField(
  fields: Map<string, string | string[]>,
  name: string,
  value: string,
  arrays: ReadonlySet<string>,
): void {
  if (
    ['[', ']', '\0'].some((char) => name.includes(char)) ||
    ['__proto__', 'constructor', 'prototype'].includes(name)
  ) {
    throw malformed(`The field name "${name.slice(0, 80)}" is not allowed.`)
  }
  if (value.includes('\0')) throw malformed(`The field "${name.slice(0, 80)}" contains a NUL character.`)
  const before = fields.get(name)
  if (arrays.has(name)) fields.set(name, Array.isArray(before) ? [...before, value] : [value])
  else if (before !== undefined) throw malformed(`The field "${name.slice(0, 80)}" is there twice.`)
  else fields.set(name, value)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch (cause) {
    throw new PassportError('request.malformed', 'A field is not encoded correctly.', { cause })
  }
}

const malformed = (message: string) => new PassportError('request.malformed', message)
