import { type Json, type JsonObject, PassportError } from '#platform'

/** More than any credential has parts worth naming, and longer than any path to one. */
const MAX_POINTERS = 100
const MAX_LENGTH = 512

/** An index as JSON Pointer writes it: no sign, no leading zero (RFC 6901 §4). */
const INDEX = /^(?:0|[1-9]\d{0,5})$/

/** JSON Pointers from outside, each at most once and in their order; null where they are none, too many or too long. */
export function readPointers(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MAX_POINTERS) return null
  const pointers: string[] = []
  for (const one of value as unknown[]) {
    if (typeof one !== 'string' || one.length > MAX_LENGTH || parsePointer(one) === null) return null
    pointers.push(one)
  }
  return [...new Set(pointers)]
}

/** The same; throws `pointer.unknown` for what is no list of JSON Pointers. */
export function expectPointers(value: unknown): string[] {
  const pointers = readPointers(value)
  if (pointers !== null) return pointers
  throw new PassportError('pointer.unknown', `Name the parts by at most ${MAX_POINTERS} JSON Pointers (RFC 6901).`)
}

/** The steps of a JSON Pointer (RFC 6901 §3), or null where the text is none. The empty pointer has no steps: it is all. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A JSON Pointer to what is one level further up. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

/** Whether a pointer leads to something in a document. */
export function pointsInto(document: JsonObject, pointer: string): boolean {
  const steps = parsePointer(pointer)
  if (steps === null) return false
  let value: Json | undefined = document
  for (const step of steps) value = stepInto(value, step)
  return value !== undefined
}

function stepInto(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return INDEX.test(step) ? value[Number(step)] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, step) ? value[step] : undefined
}
