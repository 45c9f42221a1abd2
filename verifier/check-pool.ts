import { OVER_BUDGET, type World } from '#credential'
import { createPool, type JobResult, OverBudget, type PoolOptions, type Surroundings } from '#server'
import { forEachInOrder, unread } from './answer.ts'
import { type CheckParts, type CheckWorkers, follow, type Question, withQuestion } from './check.ts'
import type { CheckSetting, Outside } from './check-worker.ts'
import { type Item, isLink, readText } from './read.ts'

/** Workers that check, until they are closed. */
export interface CheckPool extends CheckWorkers {
  close(): Promise<void>
}

/**
 * Workers that read and check what is handed in. What takes one of them too long is answered `proof.overBudget`: it could not be
 * checked, and nothing is said against it.
 */
export function createCheckPool({
  extraContexts,
  ...limits
}: { extraContexts: string | undefined } & Pick<PoolOptions, 'size' | 'budgetMs'>): CheckPool {
  const module = new URL('./check-worker.ts', import.meta.url)
  const pool = createPool<Item, string>({ module, data: extraContexts, ...limits })
  return {
    async checkAll(items, question, parts) {
      const opened = await forEachInOrder(items, (item) => open(item, question, parts))
      // Only now: what is asked of the world is to be as fresh as what was found at the links.
      const world = withQuestion(await parts.world(question.at), question, parts)
      const jobs = opened.flatMap((one) => ('item' in one ? [sendable(one.item)] : []))
      const results = await pool.run(jobs, surroundings(world, question))
      let next = 0
      return opened.map((one) => ('item' in one ? answered(results[next++], world) : one))
    },
    close: () => pool.close(),
  }
}

/** As another thread gets it whole: what would be worked out when it is asked for does not go along. */
function sendable<One extends Item>(item: One): One {
  if (item.kind === 'several') return { ...item, things: item.things.map(sendable) }
  if (item.kind !== 'credential') return item
  return { ...item, received: { ...item.received, digest: item.received.digest } }
}

/** A link is opened here, and once: opening one that is shared spends a use of it. */
async function open(item: Item, question: Question, parts: CheckParts): Promise<{ item: Item } | JobResult<string>> {
  try {
    const link = item.kind === 'text' && isLink(item.text.trim()) ? readText(item.text) : item
    if (link.kind !== 'link') return { item }
    const found = await follow(link, question, parts)
    return 'thing' in found ? { item: found.thing } : { value: JSON.stringify(found.answer) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

function answered(result: JobResult<string> | undefined, world: World): JobResult<string> {
  if (result === undefined) return { error: new Error('A worker gave no answer.') }
  if ('value' in result || !(result.error instanceof OverBudget)) return result
  return { value: JSON.stringify(unread(OVER_BUDGET, world)) }
}

/** What goes along with the items, and what stays here for the workers to ask for. */
function surroundings(world: World, { challenge, domain }: Question): Surroundings {
  const { contexts: _, verified: __, load, isNewestList, fetchEvidence, trustLists, ...plain } = world
  const outside: Outside = {
    load,
    ...(isNewestList ? { isNewestList } : {}),
    ...(fetchEvidence ? { fetchEvidence } : {}),
  }
  const setting: CheckSetting = {
    asked: { challenge, domain },
    world: plain,
    outside: Object.keys(outside) as (keyof Outside)[],
    trustLists: trustLists.map(({ entities: _, delegated: __, ...list }) => list),
  }
  const kept = trustLists.flatMap(({ entities, delegated }) => [entities, delegated])
  const answers: Readonly<Record<string, ((...args: never[]) => Promise<unknown>) | undefined>> = { ...outside }
  return {
    setting,
    kept,
    answer: async (what, args) => answers[what]?.(...(args as never[])),
  }
}
