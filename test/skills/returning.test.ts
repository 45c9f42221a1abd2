import { expect, test } from '@jest/globals'
import { returnToLearning } from '#skills'
import { bundled } from './packages.ts'

const LIBRARY = bundled('recognition', 'recognition/library')

test('IHE-55: after six years it shows which body may refuse what for its age, and why', () => {
  const { value, steps } = returnToLearning(
    LIBRARY,
    [
      { item: 'old', awardedOn: '2020-10-31' },
      { item: 'recent', awardedOn: '2023-11-01' },
    ],
    '2026-11-01',
  )
  expect(value).toEqual([
    {
      item: 'old',
      mayBeRefusedBy: [
        { body: 'Certa', maxAgeYears: 3, until: '2023-10-31', source: expect.stringMatching(/three years/) },
      ],
    },
    { item: 'recent', mayBeRefusedBy: [] },
  ])
  expect(steps.map(({ values }) => [values.body, values.maxAgeYears, values.maxShare])).toEqual([
    ['Certa', 3, 0.5],
    ['AIM', null, 0.7],
  ])
})

test.each([
  ['returning.noDate', null],
  ['returning.noSuchDay', 'once'],
  ['returning.inFuture', '2026-11-02'],
])('is not counted: %s', (code, awardedOn) => {
  const { value, notCounted } = returnToLearning(LIBRARY, [{ item: 'x', awardedOn }], '2026-11-01')
  expect([value, notCounted.map((one) => one.code)]).toEqual([[], [code]])
})
