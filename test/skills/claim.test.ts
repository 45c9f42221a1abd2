import { expect, test } from '@jest/globals'
import { type ClaimEvidence, claimOf } from '#skills'

const OUTCOMES = ['O1', 'O2']
const shows = (item: string, outcomes: string[], producedOn: string | null = '2026-05-01'): ClaimEvidence => ({
  item,
  outcomes,
  producedOn,
})

test('IHE-31: a claim shows its evidence per outcome, and says that the decision rests with the provider', () => {
  const { value, steps } = claimOf(
    OUTCOMES,
    [shows('photo', ['O1']), shows('letter', ['O1', 'O9'], '2026-11-01')],
    '2026-11-01',
    [],
  )
  expect(value).toEqual([
    { outcome: 'O1', evidence: ['photo', 'letter'] },
    { outcome: 'O2', evidence: [] },
  ])
  expect(steps.map(({ code, isMet }) => [code, isMet])).toEqual([
    ['claim.shown', null],
    ['claim.notShown', false],
    ['claim.rests', null],
  ])
})

test.each([
  ['claim.duplicate', shows('photo', ['O1'])],
  ['claim.noOutcome', shows('other', ['O9'])],
  ['claim.inFuture', shows('other', ['O2'], '2026-11-02')],
  ['claim.noSuchDay', shows('other', ['O2'], '2026-02-30')],
])('is not counted: %s', (code, more) => {
  const { value, notCounted } = claimOf(OUTCOMES, [shows('photo', ['O1']), more], '2026-11-01', [])
  expect([value[1]?.evidence, notCounted.map((item) => item.code)]).toEqual([[], [code]])
})
