import type { Json } from './json.ts'

/**
 * JSON in canonical form (RFC 8785): names in the order of their UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. What our parser accepts has no lone surrogates and no numbers beyond the finite, so nothing is refused.
 * Of a value that holds the same object several times, each is written once where `known` is given to remember them.
 */
export function canonicalJson(value: Json, known?: Map<object, string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const found = known?.get(value)
  if (found !== undefined) return found
  const text = Array.isArray(value)
    ? `[${value.map((one) => canonicalJson(one, known)).join(',')}]`
    : ofObject(value, known)
  known?.set(value, text)
  return text
}

function ofObject(value: { [name: string]: Json | undefined }, known?: Map<object, string>): string {
  let members = ''
  for (const name of Object.keys(value).sort()) {
    const inner = value[name]
    if (inner === undefined) continue
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(inner, known)}`
  }
  return `{${members}}`
}
