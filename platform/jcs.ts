import type { Json } from './json.ts'

/**
 * JSON in canonical form (RFC 8785): names in the order of their UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. What our parser accepts has no lone surrogates and no numbers beyond the finite, so nothing is refused.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const inner = value[name]
      return inner === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(inner)}`]
    })
  return `{${members.join(',')}}`
}
