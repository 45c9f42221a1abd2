import { sign } from '#credential'
import type { Figure, Measured } from './figures.ts'
import { newIssuer, verifyHere, WORLD } from './ours.ts'
import { processorTime } from './processor-time.ts'
import { sampleCredential } from './sample.ts'
import { startVerifierProcess } from './verifier.ts'

const ROUNDS = 7
const TIMES = 400
const WARM_UP = 5_000

/** The processor time of a whole request that checks one credential, as a multiple of that of the check by itself. */
export const http: Measured = {
  name: 'http',
  async measure(): Promise<Figure[]> {
    const { did, signer } = newIssuer()
    const how = { suite: 'eddsa-rdfc-2022', signer, now: new Date(), contexts: WORLD.contexts } as const
    const text = JSON.stringify(await sign(sampleCredential(did), how))
    const verifier = await startVerifierProcess()
    try {
      const request = async () => {
        const answer = await fetch(`${verifier.url}/api/check`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: text,
        })
        if (!(await answer.text()).startsWith('{"verdict":"accepted"')) throw new Error('It was not accepted.')
      }
      const ratios: number[] = []
      // The compiler works on what is often run for some thousands of requests, and that is no part of one.
      for (let time = 0; time < WARM_UP; time++) await Promise.all([request(), verifyHere(text)])
      for (let round = 0; round < ROUNDS; round++) {
        const library = await costOf(
          () => verifyHere(text),
          async () => processorTime(),
        )
        const whole = await costOf(request, verifier.processorTime)
        ratios.push(whole / library)
      }
      const median = ratios.toSorted((one, other) => one - other)[(ROUNDS - 1) / 2] ?? Number.NaN
      return [{ name: 'http-check', value: median, unit: 'times', atMost: 2 }]
    } finally {
      await verifier.stop()
    }
  },
}

async function costOf(work: () => Promise<unknown>, clock: () => Promise<number>): Promise<number> {
  const begun = await clock()
  for (let time = 0; time < TIMES; time++) await work()
  return ((await clock()) - begun) / TIMES
}
