import { describe, expect, test } from '@jest/globals'
import { type CreditEntry, ledgerOf, lleBalance, lleModule, totalOf } from '#skills'
import { isDecimal, moneyOf, sumOf, timesRatio } from '../../skills/decimal.ts'
import { bundled } from './packages.ts'

const SCHEMES = bundled('creditSchemes', 'credit/schemes')
const LLE = bundled('funding', 'lle/england')
const ON = '2026-11-01'

function entry(item: string, value: string, level: string, changes: Partial<CreditEntry> = {}): CreditEntry {
  const credit = { value, scheme: 'RQF', level }
  return { item, achievement: `urn:${item}`, credit, awardedOn: '2026-01-01', as: 'Earned', stands: true, ...changes }
}

const of = (scheme: string) => ({ value: '15', scheme, level: null })
const THREE = [entry('north', '15', 'RQF 4'), entry('south', '30', 'RQF 5'), entry('online', '30', 'RQF 5')]

describe('the ledger', () => {
  test('IHE-52: credit from three providers is totalled by level', () => {
    const { value, counted, rules } = ledgerOf(SCHEMES, THREE, ON)
    expect(value.totals).toEqual([
      { scheme: 'RQF', level: 'RQF 4', value: '15' },
      { scheme: 'RQF', level: 'RQF 5', value: '60' },
    ])
    expect(counted).toHaveLength(3)
    expect(rules).toEqual([{ id: 'credit/schemes', version: '1.0.0', digest: SCHEMES.digest }])
    expect(totalOf(SCHEMES, value).value).toEqual({ scheme: 'RQF', value: '75' })
  })

  test.each<[string, Partial<CreditEntry>]>([
    ['credit.duplicate', { achievement: 'urn:north' }],
    ['credit.none', { credit: null }],
    ['credit.malformed', { credit: { ...of('RQF'), value: '-15' } }],
    ['credit.malformed', { credit: { ...of('RQF'), value: '7.50' } }],
    ['credit.unknownScheme', { credit: of('Stars') }],
    ['credit.recognisedNotEarned', { as: 'Exemption' }],
    ['credit.recognisedNotEarned', { as: 'ImportedUnit' }],
    ['credit.recognisedNotEarned', { as: 'CreditTransfer' }],
    ['credit.doesNotStand', { stands: false }],
    ['credit.notChecked', { stands: null }],
    ['credit.inFuture', { awardedOn: '2026-11-02' }],
    ['credit.noSuchDay', { awardedOn: '2026-02-30' }],
  ])('IHE-52: is not counted, and told: %s', (code, changes) => {
    const { value, notCounted } = ledgerOf(SCHEMES, [...THREE, entry('more', '15', 'RQF 4', changes)], ON)
    expect(value.totals[0]?.value).toBe('15')
    expect(notCounted.map(({ item, code: why }) => [item, why])).toEqual([['more', code]])
  })

  test('prior learning that was assessed earns the unit', () => {
    expect(ledgerOf(SCHEMES, [entry('rpl', '15', 'RQF 4', { as: 'PriorLearning' })], ON).value.totals[0]?.value).toBe(
      '15',
    )
  })

  test('IHE-59: credit inside a larger award is counted once, with the award', () => {
    const whole = entry('hnc', '120', 'RQF 4', { parts: ['urn:north', 'urn:south', 'urn:hnc'] })
    const { value, notCounted } = ledgerOf(SCHEMES, [...THREE, whole], ON)
    expect(value.totals.map(({ value: total }) => total)).toEqual(['120', '30'])
    expect(notCounted.map(({ item, code, values }) => [item, code, values.inside])).toEqual([
      ['north', 'credit.partOf', 'hnc'],
      ['south', 'credit.partOf', 'hnc'],
    ])
    const revoked = ledgerOf(SCHEMES, [...THREE, { ...whole, stands: false }], ON)
    expect(revoked.value.totals.map(({ value: total }) => total)).toEqual(['15', '60'])
  })

  test('a copy of what was revoked does not keep the good one from counting', () => {
    const copies = [
      entry('old', '15', 'RQF 4', { achievement: 'urn:a', stands: false }),
      entry('new', '15', 'RQF 4', { achievement: 'urn:a' }),
    ]
    expect(ledgerOf(SCHEMES, copies, ON).counted.map(({ item }) => item)).toEqual(['new'])
  })

  test('IHE-62: what a receiver recognised stands beside what is held', () => {
    const held = [entry('a', '15', 'RQF 4'), entry('b', '30', 'RQF 4')]
    const decision = { receiver: 'did:web:uni.example', items: ['b', 'z'], decidedOn: '2026-10-01' }
    const { value, notCounted } = ledgerOf(SCHEMES, held, ON, [decision])
    expect(value.totals.map((one) => one.value)).toEqual(['45'])
    expect(value.recognised).toEqual([{ receiver: 'did:web:uni.example', scheme: 'RQF', value: '30' }])
    expect(notCounted.map(({ item, code }) => [item, code])).toEqual([['z', 'transfer.notHeld']])
    const later = ledgerOf(SCHEMES, held, ON, [{ ...decision, decidedOn: '2026-12-01' }])
    expect([later.value.recognised, later.notCounted[0]?.code]).toEqual([[], 'transfer.inFuture'])
  })
})

describe('two schemes', () => {
  const mixed = ledgerOf(
    SCHEMES,
    [entry('a', '15', 'x', { credit: of('CATS') }), entry('b', '15', 'x', { credit: of('ECTS') })],
    ON,
  )

  test('are never added up', () => {
    const { value, steps } = totalOf(SCHEMES, mixed.value)
    expect(value).toBeNull()
    expect(steps).toEqual([{ code: 'credit.schemesDiffer', values: { schemes: ['CATS', 'ECTS'] }, isMet: false }])
  })

  test('are added up by a conversion that is asked for by name, and is marked', () => {
    const { value, steps } = totalOf(SCHEMES, mixed.value, 'CATS-ECTS')
    expect(value).toEqual({ scheme: 'ECTS', value: '22.5' })
    expect(steps[0]).toMatchObject({
      code: 'credit.converted',
      values: { before: '15', after: '7.5' },
      confidence: 'recalled',
    })
  })

  test('are not added up by a conversion that is about neither', () => {
    const points = ledgerOf(SCHEMES, [...THREE, entry('p', '40', 'x', { credit: of('ITQPoints') })], ON)
    expect(totalOf(SCHEMES, points.value, 'CATS-ECTS').value).toBeNull()
    expect(totalOf(SCHEMES, points.value, 'no-such').value).toBeNull()
    expect(totalOf(SCHEMES, { totals: [], recognised: [] }).value).toBeNull()
  })
})

describe('decimals', () => {
  test('are added up exactly', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf(['7.5', '7.5', '100'])).toBe('115')
    expect(sumOf([])).toBe('0')
    expect(timesRatio('15', 1, 2)).toBe('7.5')
    expect(timesRatio('10', 1, 3)).toBeNull()
    expect(moneyOf('480', 38140, 480)).toBe('38140.00')
    expect(moneyOf('1', 38140, 480)).toBe('79.46')
  })

  test.each(['1e3', '.5', '5.', '01', '1.50', '-1', '', ' 1', 1, null])('%j is none', (value) => {
    expect(isDecimal(value)).toBe(false)
    expect(() => sumOf([String(value) === '1' ? '1.0' : String(value)])).toThrow(RangeError)
  })
})

describe('the Lifelong Learning Entitlement, on the holder’s side', () => {
  const module = { credit: '30', level: 4, hasParentCourse: true, route: 'HTQ', startsOn: '2027-09-01' } as const
  const own = { used: '120', usedThisYear: '60' }

  test('what is left is in credits and in pounds', () => {
    expect(lleBalance(LLE, own).value).toEqual({ credits: '360', pounds: '28605.00' })
    expect(lleBalance(LLE, { ...own, used: '500' }).value).toEqual({ credits: '0', pounds: '0.00' })
    expect(lleBalance(LLE, { ...own, used: 'some' }).value).toBeNull()
  })

  test.each([
    ['mayBeFunded', null, {}, {}],
    ['notFunded', 'lle.startsOn', { startsOn: '2026-09-01' }, {}],
    ['notFunded', 'lle.level', { level: 3 }, {}],
    ['notFunded', 'lle.minimum', { credit: '20' }, {}],
    ['mayBeFunded', null, { credit: '20', bundledWith: '10' }, {}],
    ['notFunded', 'lle.parent', { hasParentCourse: false }, {}],
    ['unknown', 'lle.parent', { hasParentCourse: null }, {}],
    ['notFunded', 'lle.route', { route: 'other' }, {}],
    ['unknown', 'lle.route', { route: null }, {}],
    ['notFunded', 'lle.yearCap', {}, { usedThisYear: '151' }],
    ['mayBeFunded', null, {}, { usedThisYear: '150' }],
    ['notFunded', 'lle.balance', {}, { used: '451' }],
    ['mayBeFunded', null, {}, { used: '450' }],
    ['unknown', 'lle.malformed', { credit: '-5' }, {}],
    ['unknown', 'lle.malformed', { startsOn: 'soon' }, {}],
  ] as const)('a module is %s (%s)', (value, code, changes, figures) => {
    const answer = lleModule(LLE, { ...own, ...figures }, { ...module, ...changes })
    expect(answer.value).toBe(value)
    expect(answer.steps.filter(({ isMet }) => isMet !== true).map((step) => step.code)).toEqual(
      code === null ? [] : [code],
    )
    expect(answer.rules).toEqual([{ id: 'lle/england', version: '2026.1.0', digest: LLE.digest }])
  })
})
