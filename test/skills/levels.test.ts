import { describe, expect, test } from '@jest/globals'
import {
  type Answer,
  compareLevels,
  compareQualifications,
  explainLevel,
  explainQualification,
  type LevelFramework,
  levelsByUri,
  levelUri,
  readLevel,
} from '#skills'
import { bundled } from './packages.ts'

const LEVELS = bundled('levels', 'levels/uk-eqf')
const TYPES = bundled('qualificationTypes', 'qualification-types/uk')
const codesOf = ({ steps }: Answer<unknown>) => steps.map(({ code }) => code)

function level(text: string) {
  const found = readLevel(LEVELS, text)
  if (found === null) throw new Error(`no level: ${text}`)
  return found
}

test.each([
  ['RQF 4', 'SCQF', 'broadlyComparable', ['7'], 'level.comparable'],
  ['RQF 4', 'EQF', 'broadlyComparable', ['5'], 'level.comparable'],
  ['RQF 4', 'CQFW', 'broadlyComparable', ['4'], 'level.comparable'],
  ['RQF 6', 'SCQF', 'broadlyComparable', ['9', '10'], 'level.comparable'],
  ['EQF 5', 'RQF', 'broadlyComparable', ['4', '5'], 'level.comparable'],
  ['RQF 4', 'RQF', 'same', ['4'], 'level.same'],
  ['RQF 3', 'FHEQ', 'noBasis', [], 'level.noBasis'],
  ['RQF E1', 'EQF', 'noBasis', [], 'level.noBasis'],
] as const)('IHE-15: %s is explained in %s as %s', (from, framework, relation, codes, code) => {
  const found = explainLevel(LEVELS, level(from), framework)
  expect(found.value).toEqual({ relation, levels: codes.map((one) => ({ framework, code: one })) })
  expect(codesOf(found)).toEqual([code])
})

test('IHE-58: every explanation names its source, its caveat and the version of the table', () => {
  const { steps, rules } = explainLevel(LEVELS, level('RQF 4'), 'SCQF')
  expect(steps[0]?.values).toMatchObject({
    from: 'RQF 4',
    to: ['SCQF 7'],
    caveat: expect.stringMatching(/not equality/),
  })
  expect(steps[0]?.values.source).toEqual(expect.arrayContaining([expect.stringMatching(/QAA/)]))
  expect(rules).toEqual([{ id: 'levels/uk-eqf', version: '1.0.0', digest: LEVELS.digest }])
})

test.each([
  ['RQF 4', 'SCQF 7', 'broadlyComparable'],
  ['RQF 4', 'RQF 4', 'same'],
  ['RQF 3', 'SCQF 8', 'lower'],
  ['SCQF 8', 'RQF 3', 'higher'],
  ['SCQF 9', 'SCQF 10', 'lower'],
  ['RQF E1', 'RQF E2', 'lower'],
  ['EQF 5', 'RQF 4', 'broadlyComparable'],
])('%s to %s is %s', (one, other, relation) => {
  expect(compareLevels(LEVELS, level(one), level(other)).value).toBe(relation)
})

test('a level that the framework does not have is compared with nothing', () => {
  const unknown = { framework: 'RQF' as LevelFramework, code: '9' }
  expect(codesOf(explainLevel(LEVELS, unknown, 'EQF'))).toEqual(['level.unknown'])
  expect(compareLevels(LEVELS, unknown, level('RQF 4')).value).toBe('noBasis')
})

test.each(['RQF 9', 'RQF', '4', 'HTQ 4', 'RQF 4 5', ''])('IHE-58: "%s" is no level', (text) => {
  expect(readLevel(LEVELS, text)).toBeNull()
})

test('a level is found by its address, and two where they share it', () => {
  expect(levelUri(LEVELS, level('RQF 4'))).toBe('http://data.europa.eu/snb/qdr/c_308a1766')
  expect(levelUri(LEVELS, level('SCQF 10'))).toBe('http://data.europa.eu/snb/qdr/c_021f233f')
  expect(levelUri(LEVELS, level('FHEQ 6'))).toBeNull()
  const shared = levelUri(LEVELS, level('RQF E1')) ?? ''
  expect(levelsByUri(LEVELS, shared)).toEqual([level('RQF E1'), level('RQF E2')])
  expect(levelsByUri(LEVELS, 'http://data.europa.eu/snb/eqf/5')).toEqual([level('EQF 5')])
  expect(levelsByUri(LEVELS, 'https://nowhere.example')).toEqual([])
})

describe('types of qualification', () => {
  test.each([
    ['HNC-EWNI', 'HTQ', 'markNotLevel', ['level', 'size', 'isMark']],
    ['HTQ', 'HTQ', 'markNotLevel', ['isMark', 'isMark']],
    [
      'HNC-EWNI',
      'HNC-SCO',
      'broadlyComparable',
      ['level', 'size', 'level', 'size', 'sameNameElsewhere', 'levelComparable', 'sizeNotComparable'],
    ],
    ['HNC-EWNI', 'HND-EWNI', 'different', ['level', 'size', 'level', 'size', 'levelDiffers', 'sizeDiffers']],
    ['DipHE', 'FoundationDegree', 'sameLevel', ['level', 'size', 'level', 'size', 'levelSame', 'sizeSame']],
    [
      'HND-EWNI',
      'DipHE',
      'broadlyComparable',
      ['level', 'size', 'level', 'size', 'levelComparable', 'sizeNotComparable'],
    ],
    ['HNC-EWNI', 'NVQ', 'noBasis', ['unknown']],
  ])('IHE-13: %s and %s are %s', (one, other, relation, codes) => {
    const found = compareQualifications(TYPES, LEVELS, [one, other])
    expect(found.value).toBe(relation)
    expect(codesOf(found)).toEqual(codes.map((code) => `qualification.${code}`))
  })

  test('IHE-13: sizes that were recalled stay marked, and an HNC of Scotland is of another size', () => {
    const { steps } = compareQualifications(TYPES, LEVELS, ['HNC-EWNI', 'HNC-SCO'])
    const sizes = steps.filter(({ code }) => code === 'qualification.size')
    expect(sizes.map(({ values, confidence }) => [values.size, values.scheme, confidence])).toEqual([
      [120, 'RQF', 'recalled'],
      [96, 'SCQF', 'recalled'],
    ])
  })

  test('one that is not known is explained as that', () => {
    expect(explainQualification(TYPES, 'HTQ').value?.isMark).toBe(true)
    const unknown = explainQualification(TYPES, 'O level')
    expect([unknown.value, codesOf(unknown)]).toEqual([null, ['qualification.unknown']])
  })
})
