import type { JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import { isKeyword } from './keywords.ts'

/** The keyword that a key is, or is another name for. */
export function keywordOf(key: string, active: ActiveContext): string | undefined {
  const term = active.terms.get(key)
  if (term !== undefined) return term.keyword
  return isKeyword(key) ? key : undefined
}

export type Shape = 'node' | 'value' | 'list' | 'set'

/** What an object is, by the keywords among its keys (JSON-LD §9.2 to §9.6). */
export function shapeOf(object: JsonObject, active: ActiveContext): Shape {
  let shape: Shape = 'node'
  for (const key in object) {
    if (key.charCodeAt(0) !== 0x40 && !active.aliases) continue
    const keyword = keywordOf(key, active)
    if (keyword === '@value') return 'value'
    if (keyword === '@list') shape = 'list'
    else if (keyword === '@set') shape = 'set'
  }
  return shape
}

/** Whether the context of the surrounding node's type still holds: for values and for bare references (step 7). */
export function keepsTypeScope(object: JsonObject, active: ActiveContext): boolean {
  let count = 0
  let first: string | undefined
  for (const key in object) {
    if (key === '@value' || (active.aliases && keywordOf(key, active) === '@value')) return true
    first ??= key
    count++
  }
  return count === 1 && first !== undefined && keywordOf(first, active) === '@id'
}
