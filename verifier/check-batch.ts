import { isObject, type Json, PassportError } from '#platform'
import { type Problem, problemOf } from '#server'
import { type CheckAnswer, type CheckParts, check, forEachInOrder, type Question } from './check.ts'
import { readText, thingOf } from './read.ts'

/** How many things may be checked by one request. */
export const MAX_ITEMS = 1_000

/** Checks many things, each by itself: one that cannot be read gets a problem in its place. */
export async function checkBatch(
  items: readonly Json[],
  question: Question,
  parts: CheckParts,
): Promise<(CheckAnswer | Problem)[]> {
  return forEachInOrder(items, async (item) => {
    try {
      return await check(typeof item === 'string' ? readText(item) : thingOf(expectObject(item)), question, parts)
    } catch (error) {
      return problemOf(error)
    }
  })
}

function expectObject(item: Json) {
  if (!isObject(item)) throw new PassportError('json.notAnObject', 'An item is a credential, a presentation or a text.')
  return item
}
