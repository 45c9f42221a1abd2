import { describe, expect, test } from '@jest/globals'
import {
  type Assessment,
  evidenceOf,
  gapOf,
  goalTarget,
  loadPackage,
  type Package,
  prerequisitesOf,
  progressOf,
  readinessCheck,
  type StatementAnswer,
  selfAssess,
  standardOf,
  statementsOf,
  type TechniqueLevel,
  techniquesOf,
} from '#skills'
import { HOLDER, WORLD } from './evidence.ts'
import { bundled } from './packages.ts'

const ESKILLS = bundled('techniques', 'eskills/2006')
const ON = '2026-11-01'
const SS = statementsOf(ESKILLS, 'SS').map(({ id }) => id)

/** Answers to the six statements of spreadsheets in their order: y, n, or - for none. */
function spreadsheets(pattern: string, changes: Partial<StatementAnswer> = {}): StatementAnswer[] {
  return pattern
    .split('')
    .flatMap((mark, at) =>
      mark === '-' ? [] : [{ statement: SS[at] ?? '', answer: mark === 'y', on: '2026-10-01', ...changes }],
    )
}

const short = (ids: readonly string[] = []) => ids.map((id) => id.replace('SS/', '').replace(/(\w)\w*\//, '$1'))

test.each<[string, TechniqueLevel, string[], string[]]>([
  ['nnnnnn', 'Inexperienced', ['F1', 'F2'], []],
  ['ynnnnn', 'Inexperienced', ['F2'], []],
  ['yynnnn', 'Foundation', ['I1', 'I2'], []],
  ['yyynnn', 'Foundation', ['I2'], []],
  ['yyyynn', 'Intermediate', ['A1', 'A2'], []],
  ['yyyyny', 'Advanced', ['A1'], []],
  ['yyyyyy', 'Super-user', [], []],
  ['nyyyyy', 'Inexperienced', ['F1'], ['F1']],
  ['yynnyy', 'Foundation', ['I1', 'I2'], ['I1', 'I2']],
  ['yy----', 'Foundation', ['I1', 'I2'], []],
])('ES-19, ES-20: %s is %s, and the statements that held it back are named', (pattern, level, heldBackBy, denied) => {
  const { value, steps } = selfAssess(ESKILLS, spreadsheets(pattern), ON)
  expect([value[0]?.level, short(value[0]?.heldBackBy), short(value[0]?.deniedBelow)]).toEqual([
    level,
    heldBackBy,
    denied,
  ])
  expect(value[0]).toMatchObject({ technique: 'SS', assurance: 'SelfAsserted', isOneEnough: level === 'Intermediate' })
  expect(steps.map(({ code }) => code)).toEqual(
    denied.length > 0 ? ['technique.level', 'technique.deniedBelow'] : ['technique.level'],
  )
})

test('ES-20: every technique comes to the same levels: all no is inexperienced, all yes is super-user', () => {
  const all = (answer: boolean) => statementsOf(ESKILLS).map(({ id }) => ({ statement: id, answer, on: null }))
  const levels = (answer: boolean) => selfAssess(ESKILLS, all(answer), ON).value.map(({ level }) => level)
  expect(levels(false)).toEqual(Array(15).fill('Inexperienced'))
  expect(levels(true)).toEqual(Array(15).fill('Super-user'))
})

describe('answers', () => {
  const codes = (answers: StatementAnswer[]) => {
    const { value, notCounted } = selfAssess(ESKILLS, answers, ON)
    return [value[0]?.level, notCounted.map(({ code }) => code)]
  }

  test('that contradict each other on one day count for nothing, and both are told', () => {
    expect(codes([...spreadsheets('yyyyyy'), ...spreadsheets('n')])).toEqual([
      'Inexperienced',
      ['statement.contradicted', 'statement.contradicted'],
    ])
  })

  test('of a later day replace the earlier ones', () => {
    const later = spreadsheets('nn', { on: '2026-10-02' })
    expect(codes([...later, ...spreadsheets('yy')])).toEqual([
      'Inexperienced',
      ['statement.replaced', 'statement.replaced'],
    ])
  })

  test.each<[string, StatementAnswer[]]>([
    ['statement.duplicate', spreadsheets('y')],
    ['statement.unknown', [{ statement: 'SS/Foundation/9', answer: true, on: null }]],
    ['statement.inFuture', spreadsheets('--y', { on: '2026-11-02' })],
    ['statement.noSuchDay', spreadsheets('--y', { on: '2026-02-30' })],
  ])('are not counted: %s', (code, more) => {
    expect(codes([...spreadsheets('yy'), ...more])).toEqual(['Foundation', [code]])
  })

  test('of the day itself count, and what was not answered is named', () => {
    const today = spreadsheets('yy-n', { on: ON })
    const [result] = selfAssess(ESKILLS, [...spreadsheets('nn'), ...today], ON).value
    expect([result?.level, short(result?.unanswered)]).toEqual(['Foundation', ['I1', 'A1', 'A2']])
  })

  test('of the future take nothing from those that are there', () => {
    expect(codes([...spreadsheets('yy'), ...spreadsheets('nn', { on: '2026-12-01' })])[0]).toBe('Foundation')
  })

  test('ES-26: that somebody helped with say so in what comes out', () => {
    expect(selfAssess(ESKILLS, spreadsheets('yy', { withHelp: true }), ON).value[0]?.withHelp).toBe(true)
    expect(selfAssess(ESKILLS, spreadsheets('yy'), ON).value[0]?.withHelp).toBe(false)
  })
})

describe('ES-25: the readiness check', () => {
  const answer = (statement: string, yes: boolean) => ({ statement, answer: yes, on: null })

  test('says beforehand what is needed, and for the start itself nothing', () => {
    expect(prerequisitesOf(ESKILLS, 'SS').map(({ id }) => id)).toEqual(['OPC/Foundation/1', 'OPC/Foundation/2'])
    expect(prerequisitesOf(ESKILLS, 'OPC')).toEqual([])
  })

  test.each([
    ['ready', [answer('OPC/Foundation/1', true), answer('OPC/Foundation/2', true)]],
    ['withHelp', [answer('OPC/Foundation/1', true), answer('OPC/Foundation/2', false)]],
    ['withHelp', []],
  ])('leads on: %s (case %#)', (value, answers) => {
    expect(readinessCheck(ESKILLS, answers, ON).value).toBe(value)
  })
})

describe('ES-17, ES-27: the standards', () => {
  test('go with every technique at every level that has statements', () => {
    const units = bundled('ruleset', 'itq/2003').content.units.map(({ id }) => `itq/2003#${id}`)
    const all = statementsOf(ESKILLS).map(({ technique, level }) => standardOf(ESKILLS, technique, level))
    expect(new Set(all).size).toBe(45)
    expect(all.filter((unit) => unit === null || !units.includes(unit))).toEqual([])
    expect(standardOf(ESKILLS, 'SS', 'Intermediate')).toBe('itq/2003#SS/2')
    expect(standardOf(ESKILLS, 'SS', 'Super-user')).toBeNull()
  })

  test('ES-21: lead back from a unit to the technique that it evidences', () => {
    expect(techniquesOf(ESKILLS, 'itq/2003#SS/1')).toEqual([{ technique: 'SS', level: 'Foundation' }])
    expect(techniquesOf(ESKILLS, 'itq/2009#SS/1')).toEqual([])
  })

  test('ES-27: follow the mapping of the package, with no change of code', () => {
    const { id, version, kind, layer, content } = ESKILLS
    const standards = { ruleset: 'itq/2009', levels: { Foundation: 1, Intermediate: 2, Advanced: 3 } }
    const other = loadPackage({ id, version, kind, layer, ...content, standards }) as Package<'techniques'>
    expect(standardOf(other, 'SS', 'Intermediate')).toBe('itq/2009#SS/2')
  })
})

describe('ES-14: from a gap to a target and on', () => {
  const goal = { level: 'Intermediate', setOn: '2026-03-01', by: '2026-09-30' } as const
  const first: Assessment = { item: 'a', on: '2026-02-01', level: 'Foundation' }
  const second: Assessment = { item: 'b', on: '2026-06-01', level: 'Intermediate' }

  test('shows both points, and the target closes itself on the day it was reached', () => {
    const { value } = progressOf(ESKILLS, [second, first], goal, ON)
    expect(value).toEqual({
      state: 'reached',
      reachedOn: '2026-06-01',
      points: [
        { on: '2026-02-01', level: 'Foundation', step: 1 },
        { on: '2026-06-01', level: 'Intermediate', step: 2 },
      ],
    })
  })

  test('is open until its day, and overdue after it', () => {
    expect(progressOf(ESKILLS, [first], goal, '2026-09-30').value.state).toBe('open')
    expect(progressOf(ESKILLS, [first], goal, '2026-10-01').value.state).toBe('overdue')
  })

  test.each([
    ['progress.inFuture', { ...second, on: '2026-11-02' }],
    ['progress.noSuchDay', { ...second, on: '2026-02-30' }],
  ])('does not count %s', (code, assessment) => {
    const { value, notCounted } = progressOf(ESKILLS, [first, assessment], goal, ON)
    expect([value.points.length, notCounted[0]?.code]).toEqual([1, code])
  })

  test('of two assessments on one day the last counts', () => {
    const { value, notCounted } = progressOf(ESKILLS, [second, { ...first, on: second.on }], goal, ON)
    expect([value.state, notCounted.map(({ item, code }) => [item, code])]).toEqual([
      'overdue',
      [['b', 'progress.duplicate']],
    ])
  })

  test('a self-assessment is evidence of its own kind in the gap', () => {
    const [result] = selfAssess(ESKILLS, spreadsheets('yyyynn'), ON).value
    const levels = [{ technique: 'SS', level: 'Intermediate' }] as const
    const target = goalTarget(ESKILLS, { id: 'g', title: 'Office', levels })
    const own = result ? [evidenceOf(ESKILLS, result, { item: 'own', holder: HOLDER, on: ON })] : []
    expect(gapOf(target, own, WORLD).value[0]).toMatchObject({ state: 'selfAssessed', isMet: true, shownBy: 'own' })
  })
})
