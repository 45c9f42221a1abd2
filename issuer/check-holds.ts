import { availableParallelism } from 'node:os'
import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import { createPool } from '#server'
import { expectHolds, type Home, worldOf } from './home.ts'

/** Verifies credentials that were just signed, and answers for each whether it holds. It never throws. */
export interface HoldsCheck {
  run(secured: readonly JsonObject[], home: Home): Promise<boolean[]>
  close(): Promise<void>
}

/** In this thread, one after the other. */
export function checkHere(contexts: ContextLoader): HoldsCheck {
  return {
    async run(secured, home) {
      const world = worldOf(home, contexts)
      const results: boolean[] = []
      for (const one of secured) results.push(await expectHolds(one, world).then(yes, no))
      return results
    },
    close: async () => undefined,
  }
}

const yes = () => true
const no = () => false

/** What is ours is not to be stopped soon: the first that a worker looks at has it read every schema. */
const BUDGET_MS = 30_000

/** In workers beside this thread, which signs meanwhile. `extraContexts` is the folder of further contexts, where there is one. */
export function checkBeside(extraContexts: string | undefined): HoldsCheck {
  const module = new URL('./holds-in-worker.ts', import.meta.url)
  const size = Math.max(1, availableParallelism() - 1)
  const pool = createPool<string, null>({ module, data: extraContexts, size, budgetMs: BUDGET_MS })
  const answer = async () => undefined
  return {
    async run(secured, home) {
      const texts = secured.map((one) => JSON.stringify(one))
      const results = await pool.run(texts, { setting: home, kept: [], answer })
      return results.map((result) => 'value' in result)
    },
    close: () => pool.close(),
  }
}
