import { describe, expect, test } from '@jest/globals'
import { combine, type Holding, reach } from '#skills'
import { sixtyHoldings } from '../../../benchmarks/combination.ts'
import { expectQuick } from '../../time.ts'
import { bundled } from '../packages.ts'
import { figuresOf } from './figures.ts'

const ITQ_2003 = bundled('ruleset', 'itq/2003')
const ITQ_2009 = bundled('ruleset', 'itq/2009')
const DAYS = { registered: '2026-11-01', on: '2026-11-15' }
const on = '2026-06-01'

const earned = (...units: string[]): Holding[] => units.map((unit) => ({ unit, on }))
const in2003 = (qualification: string, held: Holding[], wishes = {}) =>
  combine(ITQ_2003, { ...DAYS, qualification, held, wishes })
const in2009 = (qualification: string, held: Holding[], wishes = {}) =>
  combine(ITQ_2009, { ...DAYS, qualification, held, wishes })
const added = ({ value }: ReturnType<typeof combine>) =>
  value.completions.ways.map(({ add }) => add.map(({ unit }) => unit).join(' '))

describe('what is counted, and what is not and why', () => {
  const held = earned('IPU/2', 'WP/2', 'DB/2')
  test.each<[name: string, more: Holding, code: string, values: object]>([
    ['a unit held twice counts once', { unit: 'WP/2', on, as: 'Exemption' }, 'duplicate', { by: 'WP/2' }],
    ['another level of an area', { unit: 'WP/1', on }, 'areaTaken', { by: ['WP/2'], rule: 'L2-CERT.maxPerArea' }],
    ['a lower level of the mandatory unit', { unit: 'IPU/1', on }, 'areaMandatory', { unitOfArea: 'IPU/2' }],
    ['a date in the future', { unit: 'EML/1', on: '2026-11-16' }, 'inFuture', { asOf: '2026-11-15' }],
    ['a date that there is not', { unit: 'EML/1', on: '2026-02-30' }, 'noSuchDay', {}],
    ['recognition that nobody can date', { unit: 'EML/1', on: null, as: 'Exemption' }, 'noDate', { years: 3 }],
    ['a unit that nobody knows', { unit: 'XX/1', on }, 'unknownUnit', {}],
    ['an imported unit where none is allowed', { unit: 'hs', on, as: 'ImportedUnit' }, 'notOffered', {}],
    ['a sector unit without a size', { unit: 'SSU/2', on }, 'noSize', {}],
    ['a sector unit with half a credit', { unit: 'SSU/2', on, size: 2.5 }, 'noSize', {}],
    [
      'recognition beyond the cap',
      { unit: 'UPI/3', on, as: 'Equivalence' },
      'overCap',
      { limit: 8, isStrict: true, rule: 'L2-CERT.recognition.*.maxShare' },
    ],
  ])('%s', (_, more, code, values) => {
    const { counted, notCounted, rules } = in2009('L2-CERT', [...held, { item: 'that', ...more }])
    expect(notCounted).toMatchObject([{ item: 'that', code: `combination.${code}`, values }])
    expect(counted).toHaveLength(3)
    expect(rules).toEqual([{ id: 'itq/2009', version: ITQ_2009.version, digest: ITQ_2009.digest }])
  })

  test('a mandatory unit that is recognised goes before another that would count for more', () => {
    const held: Holding[] = ['WP/3', 'IPU/1'].map((unit) => ({ unit, on, as: 'Equivalence' }))
    expect(in2009('L1-CERT', held).counted.map(({ item }) => item)).toEqual(['IPU/1'])
  })

  test('ES-33: a certificate of four years is refused by the rule of three, and the rule and its version are shown', () => {
    const { notCounted, rules } = in2003('ITQ-L1', [{ unit: 'WP/1', on: '2022-10-31', as: 'Exemption' }])
    expect(notCounted).toMatchObject([
      {
        code: 'combination.tooOld',
        values: { rule: 'ITQ-L1.recognition.Exemption.maxAgeYears', years: 3, registered: '2026-11-01' },
      },
    ])
    expect(rules[0]?.version).toBe('2003.1.0')
  })

  test('an exempted unit counts, is no credit, and still has to be shown in the mandatory unit', () => {
    const { counted, steps } = in2003('ITQ-L1', [{ unit: 'WP/1', on, as: 'Exemption' }])
    expect(counted).toMatchObject([{ code: 'combination.recognised', values: { as: 'Exemption', size: 10 } }])
    expect(steps.at(-1)).toMatchObject({
      code: 'combination.mustBeShownIn',
      values: { unit: 'WP/1', shownIn: ['MSU/1'] },
      isMet: null,
    })
  })

  test('what a figure rests on stays marked as illustrative', () => {
    expect(in2003('ITQ-L1', earned('MSU/1')).steps[0]?.confidence).toBeUndefined()
    const { counted, steps, value } = in2003('ITQ-L2', earned('MSU/2'))
    const addition = value.completions.ways[0]?.add.find(({ level }) => level === 2)
    expect([counted[0], steps[0], addition].map((one) => one?.confidence)).toEqual(Array(3).fill('illustrative'))
  })
})

describe('the cheapest ways', () => {
  test('from nothing', () => {
    const { value, steps } = in2003('ITQ-L1', [])
    expect(value.completions).toMatchObject({ further: { size: 40, units: 3 }, hasMore: true, conflicts: [] })
    expect(value.completions.ways).toHaveLength(10)
    expect(value.completions.ways[0]?.add[0]?.unit).toBe('MSU/1')
    expect(steps.map(({ isMet }) => isMet)).toEqual([false, false, true, true, true, true])
  })

  test('take another level of what is held, and say that the one held is left out then', () => {
    const levelOne = earned('IPU/2', 'WP/1', 'SS/1', 'DB/1', 'PS/1')
    const unwanted = ITQ_2009.content.units.map(({ id }) => id).filter((id) => !['WP/3'].includes(id))
    const { ways, further } = in2009('L2-CERT', levelOne, { unwanted }).value.completions
    expect(further).toEqual({ size: 6, units: 1 })
    expect(ways.map(({ leftOut }) => leftOut)).toEqual([['WP/1']])
    expect(figuresOf({ steps: ways[0]?.steps ?? [] }).minAtLevel).toMatchObject({ had: 10, isMet: true })
  })

  test('name as left out what gives way, and not what was left out before', () => {
    const twice = ['WP/1', 'WP/2'].map((unit) => ({ unit, on, item: 'one certificate' }))
    const { value, counted } = in2009('L2-CERT', [...earned('IPU/2'), ...twice])
    expect(counted.map(({ values }) => values.unit)).toEqual(['IPU/2', 'WP/2'])
    expect(value.completions.ways.flatMap(({ leftOut }) => leftOut)).toEqual([])
  })

  test('the best level: what is met, and what can be by adding no more than so much', () => {
    const { value, steps } = reach(ITQ_2009, { ...DAYS, held: earned('IPU/2', 'WP/2', 'DB/2'), within: 4 })
    expect(value).toMatchObject({ met: 'L3-AWD', reachable: 'L3-AWD' })
    expect(steps.find(({ values }) => values.qualification === 'L2-CERT')).toMatchObject({
      values: { size: 4, units: 1 },
      isMet: false,
    })
    expect(reach(ITQ_2009, { ...DAYS, held: [] }).value).toMatchObject({ met: null, reachable: null })
    const levels = reach(ITQ_2003, { ...DAYS, held: [], wishes: { level: 2 } }).value.distances
    expect(levels.map(({ qualification }) => qualification)).toEqual(['ITQ-L2'])
  })
})

describe('a plan that is shaped', () => {
  const held = earned('IPU/2', 'WP/2', 'DB/2')
  test('has what is wanted, and adds nothing that is unwanted', () => {
    expect(added(in2009('L2-CERT', held))).toContain('SS/2')
    expect(added(in2009('L2-CERT', held, { wanted: [{ unit: 'PS/2' }] }))).toEqual(['PS/2'])
    expect(added(in2009('L2-CERT', held, { unwanted: ['SS/2', 'DB/2'] }))).not.toContain('SS/2')
  })

  test.each<[name: string, wishes: object, conflicts: object[]]>([
    [
      'two levels of one area',
      { wanted: [{ unit: 'PS/1' }, { unit: 'SS/2' }, { unit: 'PS/2' }] },
      [
        { wish: 'wanted', value: 'PS/1', reason: 'rules' },
        { wish: 'wanted', value: 'PS/2', reason: 'rules' },
      ],
    ],
    [
      'without the mandatory unit',
      { unwanted: ['IPU/3', 'SS/1'], level: 3 },
      [{ wish: 'unwanted', value: 'IPU/3', reason: 'rules' }],
    ],
    [
      'with what nobody knows',
      { wanted: [{ unit: 'XX/1' }] },
      [{ wish: 'wanted', value: 'XX/1', reason: 'unknownUnit' }],
    ],
    [
      'with a sector unit of no size',
      { wanted: [{ unit: 'SSU/2' }] },
      [{ wish: 'wanted', value: 'SSU/2', reason: 'noSize' }],
    ],
    ['at another level', { level: 2 }, [{ wish: 'level', value: 2, reason: 'rules' }]],
  ])('names the wishes that leave no way: %s', (_, wishes, conflicts) => {
    expect(in2009('L3-CERT', [], wishes).value.completions).toEqual({
      further: null,
      ways: [],
      hasMore: false,
      conflicts,
    })
  })
})

describe('the requirements', () => {
  test('ES-23: six credits short of the Level 2 Certificate, the ways list what legally completes it', () => {
    const answer = in2009('L2-CERT', earned('IPU/2', 'SS/1', 'DB/1'))
    expect(figuresOf(answer).min).toMatchObject({ had: 10, needed: 16 })
    expect(answer.value.completions).toMatchObject({ further: { size: 6, units: 1 } })
    expect(added(answer).sort()).toEqual(['MM/3', 'PS/3', 'UCT/3', 'WP/3'])
  })

  test('ES-32: a sector unit in a plan counts to the size, and not to the minimum at the level', () => {
    const held = earned('IPU/2', 'WP/2')
    const { ways, further } = in2009('L2-CERT', held, { wanted: [{ unit: 'SSU/2', size: 6 }] }).value.completions
    expect(further).toEqual({ size: 8, units: 2 })
    expect(ways[0]?.add).toContainEqual({ unit: 'SSU/2', as: 'Earned', level: 2, size: 6, confidence: 'sourced' })
    const { min, minAtLevel } = figuresOf({ steps: ways[0]?.steps ?? [] })
    expect([min?.had, minAtLevel?.had]).toEqual([16, 10])
    const { counted } = in2009('L2-CERT', [...held, { unit: 'SSU/2', on, size: 6, as: 'CustomisedUnit' }])
    expect(counted.find(({ item }) => item === 'SSU/2')?.values).toMatchObject({
      countsFor: ['L2-CERT.min'],
      doesNotCountFor: ['L2-CERT.minAtLevel'],
    })
  })

  const imported = (size: number): Holding => ({ unit: 'nvq/hs-2', on, level: 2, size, as: 'ImportedUnit' })
  test('ES-36: an imported unit beyond the cap counts nothing, and the cap is named', () => {
    const { notCounted, steps } = in2003('ITQ-L2', [...earned('MSU/2', 'WP/2'), imported(51)])
    expect(notCounted).toMatchObject([
      {
        item: 'nvq/hs-2',
        code: 'combination.overCap',
        values: { rule: 'ITQ-L2.recognition.ImportedUnit.maxShare', limit: 50 },
      },
    ])
    expect(figuresOf({ steps }).min?.had).toBe(45)
  })

  test('ES-37: a health and safety unit makes up what is missing, and without it that is missing again', () => {
    const held = earned('MSU/2', 'WP/2', 'SS/2', 'INT/2', 'EML/1')
    expect(in2003('ITQ-L2', [...held, imported(15)]).value.isMet).toBe(true)
    expect(in2003('ITQ-L2', held).value).toMatchObject({
      isMet: false,
      completions: { further: { size: 15, units: 1 } },
    })
  })
})

test('sixty units held of all kinds are answered in less than 50 ms', async () => {
  const questions = [ITQ_2003, ITQ_2009].flatMap((ruleset) =>
    ruleset.content.qualifications.map(({ id }) => () => {
      combine(ruleset, { ...DAYS, qualification: id, held: sixtyHoldings(ruleset.content.units) })
    }),
  )
  for (const ask of questions) await expectQuick(50, ask)
})

test.each<[code: string, pointer: string | undefined, change: object]>([
  ['request.notFound', undefined, { qualification: 'L9' }],
  ['request.invalid', '/registered', { registered: '2026' }],
  ['request.invalid', '/on', { on: 'today' }],
  ['request.tooLarge', undefined, { held: Array.from({ length: 501 }, () => ({ unit: 'WP/1', on })) }],
  ['request.tooLarge', undefined, { wishes: { unwanted: Array.from({ length: 101 }, () => 'WP/1') } }],
])('refuses a question that has no answer: %s %s', (code, pointer, change) => {
  const ask = () => combine(ITQ_2009, { ...DAYS, qualification: 'L1-AWD', held: [], ...change })
  expect(ask).toThrow(expect.objectContaining({ code, details: pointer === undefined ? {} : { pointer } }))
})
