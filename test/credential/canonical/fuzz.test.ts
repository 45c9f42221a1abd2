import { expect, test } from '@jest/globals'
import { contexts } from '../world.ts'
import { UNEXPLAINED } from './compare.ts'
import { holdAgainstRecord, isAsRecorded, RECORDED, versions } from './recorded.ts'

test(`the engine and the reference libraries agree on ${RECORDED} documents, but for differences that are documented`, async () => {
  const { recorded, outcomes, documents } = holdAgainstRecord(contexts)
  // Where one of these fails, the libraries or the generator are others: `npm run fuzz:canonical -- --record`.
  expect(recorded.by).toEqual(versions())
  expect(recorded.documents).toBe(documents)

  const seedsOf = (what: (outcome: string) => boolean) =>
    outcomes.flatMap((outcome, at) => (what(outcome) ? [`seed ${at + 1}: ${outcome}`] : []))
  expect(seedsOf((outcome) => UNEXPLAINED.has(outcome))).toEqual([])
  expect(outcomes).toHaveLength(RECORDED)
  expect(seedsOf((outcome) => outcome === 'identical').length).toBeGreaterThan(RECORDED * 0.4)
  expect(seedsOf((outcome) => outcome === 'both refuse').length).toBeGreaterThan(RECORDED * 0.2)

  // The record is what the libraries say today too.
  const some = Array.from({ length: 100 }, (_, at) => 1 + at * (RECORDED / 100))
  const fresh = await Promise.all(some.map((seed) => isAsRecorded(seed, recorded, contexts)))
  expect(some.filter((_seed, at) => !fresh[at])).toEqual([])
}, 60_000)
