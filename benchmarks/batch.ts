import { createCheckPool } from '../verifier/check-pool.ts'
import type { Benchmark, Operation } from './benchmark.ts'
import { issueHere, newIssuer, WORLD } from './ours.ts'
import { sampleCredential } from './sample.ts'

const ITEMS = 2_000

/** A batch of 2,000, from texts to reports, by two workers; theirs is the same by one. By the clock on the wall. */
export const batch: Benchmark = {
  name: 'batch-workers',
  bound: 1.7,
  plan: { warmUpRounds: 1, rounds: 5, turnsPerRound: 1, millisecondsPerTurn: 0, clock: 'wall' },
  async prepare() {
    const { did, signer } = newIssuer()
    const text = JSON.stringify(await issueHere(sampleCredential(did), signer))
    return { ours: batchBy(2, text), theirs: batchBy(1, text) }
  },
}

/** Checks the same credential again and again with so many workers, and throws unless each is accepted. */
function batchBy(size: number, text: string): Operation {
  const workers = createCheckPool({ extraContexts: undefined, size })
  const items = Array.from({ length: ITEMS }, () => ({ kind: 'text', text }) as const)
  const parts = { world: async () => WORLD, fetch: () => Promise.reject(new Error('There is no network here.')) }
  return async () => {
    const results = await workers.checkAll(items, {}, parts)
    const good = results.filter((result) => 'value' in result && result.value.startsWith('{"verdict":"accepted"'))
    if (good.length < ITEMS) throw new Error(`${ITEMS - good.length} of ${ITEMS} were not accepted.`)
  }
}
