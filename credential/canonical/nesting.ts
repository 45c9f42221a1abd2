import { asArray, isObject, type JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import { undefinedWord } from './canonical-error.ts'
import type { Walk } from './expanded.ts'
import { keywordOf, shapeOf } from './keys.ts'

/** An object whose entries are those of the object that it is nested in, and the context in which they are read. */
export interface Part {
  object: JsonObject
  active: ActiveContext
}

const NO_PARTS: readonly Part[] = []

/** The objects that are nested in an object only for the eye (JSON-LD API §5.1.2 step 14), at any depth. */
export function partsOf(object: JsonObject, active: ActiveContext, walk: Walk): readonly Part[] {
  return active.aliases || object['@nest'] !== undefined ? nestedIn(object, active, walk) : NO_PARTS
}

function nestedIn(object: JsonObject, active: ActiveContext, walk: Walk): Part[] {
  const parts: Part[] = []
  for (const [key, value] of Object.entries(object)) {
    if (keywordOf(key, active) !== '@nest') continue
    const term = active.terms.get(key)
    const inside = term === undefined ? active : walk.transitions.byTerm(active, term)
    for (const nested of asArray(value)) {
      if (!isObject(nested) || shapeOf(nested, inside) === 'value') {
        throw undefinedWord('A nested value is no node', key)
      }
      parts.push({ object: nested, active: inside }, ...walk.deeper(() => nestedIn(nested, inside, walk)))
    }
  }
  return parts
}
