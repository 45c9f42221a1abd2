import { isObject } from '#platform'
import { startCollege } from './college.ts'
import type { Measured } from './figures.ts'
import { startVerifierProcess } from './verifier.ts'

const ROWS = 200
const ROUNDS = 9

/** What an employer waits for 200 credentials, each with its status and its issuer's recognition, over HTTP. */
export const employer: Measured = {
  name: 'employer',
  async measure() {
    const college = await startCollege()
    const verifier = await startVerifierProcess({ TRUST_LISTS: college.trustLists })
    try {
      const body = JSON.stringify({ items: await college.award(ROWS) })
      const ask = async () => {
        const begun = performance.now()
        const response = await fetch(`${verifier.url}/api/check/batch`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        })
        const answer: unknown = await response.json()
        const took = performance.now() - begun
        expectGood(answer)
        return took
      }
      const first = await ask()
      const rounds = []
      for (let round = 0; round < ROUNDS; round++) rounds.push(await ask())
      const median = rounds.toSorted((one, other) => one - other)[(ROUNDS - 1) / 2] ?? Number.NaN
      return [
        { name: 'employer-batch', value: median / 1_000, unit: 's', atMost: 0.5 },
        { name: 'employer-batch-first', value: first / 1_000, unit: 's', atMost: 5 },
      ]
    } finally {
      await verifier.stop()
      college.stop()
    }
  },
}

/** Throws unless all were looked at whole: recognised, and accepted or revoked. */
function expectGood(answer: unknown): void {
  const results = isObject(answer) && Array.isArray(answer.results) ? answer.results : []
  const good = results.filter(
    (one) =>
      isObject(one) &&
      isObject(one.recognition) &&
      one.recognition.outcome === 'recognised' &&
      (one.standing === 'genuine' || one.standing === 'noLongerValid'),
  )
  if (good.length !== ROWS) throw new Error(`${good.length} of ${ROWS} were checked as they should be.`)
}
