import { expect } from '@jest/globals'
import { processorTime, threadTime } from '../benchmarks/processor-time.ts'

const RUNS = 3

/**
 * Expects that something takes less than so many milliseconds of the processor. What others do on the machine meanwhile is
 * not counted, and one of three runs is enough: a run can be late for reasons that are not its own, but not early.
 */
export async function expectQuick(limit: number, work: () => unknown): Promise<void> {
  await expectOnce(limit, async () => {
    const begun = processorTime()
    await work()
    return processorTime() - begun
  })
}

/**
 * Expects that while something is done everything else waits for at most such a share of the time at a stretch, one of three
 * runs being enough. Counted is the time of this thread.
 */
export async function expectTurns(share: number, work: () => Promise<unknown>): Promise<void> {
  await expectOnce(share, async () => {
    const begun = threadTime()
    let last = begun
    let longest = 0
    const look = () => {
      const now = threadTime()
      longest = Math.max(longest, now - last)
      last = now
    }
    const timer = setInterval(look, 1)
    await work()
    clearInterval(timer)
    look()
    return longest / (last - begun)
  })
}

/** Expects a figure, measured up to three times, to be below its limit once. */
export async function expectOnce(limit: number, measure: () => Promise<number>): Promise<void> {
  let least = await measure()
  for (let run = 1; run < RUNS && least >= limit; run++) least = Math.min(least, await measure())
  expect(least).toBeLessThan(limit)
}
