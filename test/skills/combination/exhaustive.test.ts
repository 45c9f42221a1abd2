import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type CombinationAnswer, type Conflict, combine } from '#skills'
import { cases, DAYS } from './cases.ts'
import { type Expected, exhaust } from './exhaustive.ts'
import { figuresOf } from './figures.ts'

const MOST = 100

test('the rules of combination agree with a search of every set, in 10,000 cases', () => {
  const seen = { met: 0, completed: 0, several: 0, impossible: 0, shaped: 0 }
  fc.assert(
    fc.property(cases, ({ rules, qualification, held, wanted, unwanted }) => {
      const declared = wanted.filter(({ as }) => as !== undefined)
      const expected = exhaust(rules, qualification, held, DAYS, declared)
      const { cost, ways } = expected.cheapest(namesOf(wanted), unwanted)
      const answer = combine(rules, { ...DAYS, qualification: 'Q', held, wishes: { wanted, unwanted }, most: MOST })
      const { completions, isMet } = answer.value
      const { further, hasMore, conflicts } = completions
      const listed = completions.ways.map(({ add }) => String(namesOf(add).sort())).sort()
      const counted = answer.counted.map(({ item }) => item)
      const isExpected = {
        met: isMet === expected.isMet,
        lacks: isDeepStrictEqual(lacksIn(answer), expected.lacks),
        counted: expected.isWhole(counted),
        told: counted.length + answer.notCounted.length === held.length,
        further: isDeepStrictEqual(further, cost),
        ways: hasMore ? ways.length > MOST && listed.length === MOST : isDeepStrictEqual(listed, ways),
        figures: completions.ways.every(({ steps }) => steps.every((step) => step.isMet !== false)),
        conflicts: cost !== null || areConflicts(conflicts, expected),
      }
      if (Object.values(isExpected).includes(false)) throw new Error(JSON.stringify({ isExpected, ways, cost, answer }))
      seen.met += Number(isMet)
      seen.completed += Number(!isMet && cost !== null)
      seen.several += Number(ways.length > 1)
      seen.impossible += Number(cost === null)
      seen.shaped += Number(cost !== null && wanted.length > 0)
    }),
    { numRuns: 10_000, seed: 2003 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(500)
}, 60_000)

function lacksIn(answer: CombinationAnswer): number[] {
  const { min, minAtLevel } = figuresOf(answer)
  const missing = (figures: Record<string, unknown> | undefined) =>
    figures ? Math.max(0, Number(figures.needed) - Number(figures.had)) : 0
  const lacking = answer.steps.filter(({ code, isMet }) => code === 'combination.mandatory' && !isMet)
  return [lacking.length, missing(min), missing(minAtLevel)]
}

/** Whether the wishes that are named leave no way, and there would be one without any one of them. */
function areConflicts(conflicts: readonly Conflict[], expected: Expected): boolean {
  const isWay = (wishes: readonly Conflict[]) => {
    const ofKind = (kind: string) => wishes.filter(({ wish }) => wish === kind).map(({ value }) => String(value))
    return expected.cheapest(ofKind('wanted'), ofKind('unwanted')).cost !== null
  }
  return !isWay(conflicts) && conflicts.every((one) => isWay(conflicts.filter((other) => other !== one)))
}

const namesOf = (units: readonly { unit: string }[]) => units.map(({ unit }) => unit)
