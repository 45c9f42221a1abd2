import { type Problem, problemOf } from '#server'
import { type CheckAnswer, forEachInOrder } from './answer.ts'
import { type CheckParts, type CheckWorkers, check, type Question } from './check.ts'
import { type Item, readItem } from './read.ts'

/** How many things may be checked by one request. */
export const MAX_ITEMS = 1_000

/** So few are done here before they would have come to another thread. */
const FEW = 4

/** What checking many things needs from outside. */
export interface BatchParts extends CheckParts {
  workers: CheckWorkers
}

/** Checks many things, each by itself: one that cannot be read gets a problem in its place. Answers with each as JSON. */
export async function checkBatch(items: readonly Item[], question: Question, parts: BatchParts): Promise<string[]> {
  if (items.length <= FEW)
    return forEachInOrder(items, async (item) => JSON.stringify(await checkOne(item, question, parts)))
  const results = await parts.workers.checkAll(items, question, parts)
  return results.map((result) => ('value' in result ? result.value : JSON.stringify(problemOf(result.error))))
}

async function checkOne(item: Item, question: Question, parts: BatchParts): Promise<CheckAnswer | Problem> {
  try {
    return await check(readItem(item), question, parts)
  } catch (error) {
    return problemOf(error)
  }
}
