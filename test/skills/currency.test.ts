import { describe, expect, test } from '@jest/globals'
import { type CpdEntry, type CurrencyFacts, currencyOf } from '#skills'
import { bundled } from './packages.ts'

const RULES = bundled('currency', 'currency/defaults')
const COMPETENCES = bundled('competences', 'sector/auto-motorsport').content.competences

const policy = (id: string) => {
  const found = COMPETENCES.find((one) => one.id === id)
  if (!found) throw new Error(`no competence: ${id}`)
  return found
}
const facts = (changes: Partial<CurrencyFacts>): CurrencyFacts => ({
  item: 'urn:c:1',
  awardedOn: '2024-10-12',
  status: 'active',
  ...changes,
})
const HV2 = { policies: [policy('AM-HV2')] }
const HV1 = { policies: [policy('AM-HV1')] }
const GRACE = { policies: [{ currency: 'P2Y', grace: 'P1M' }] }

test.each<[string, string, string, Partial<CurrencyFacts>, string]>([
  ['current', 'currency.until', '2026-06-01', HV2, '2026-10-12'],
  ['dueSoon', 'currency.dueSoon', '2026-07-14', HV2, '2026-10-12'],
  ['current', 'currency.until', '2026-07-13', HV2, '2026-10-12'],
  ['dueSoon', 'currency.dueSoon', '2026-10-12', HV2, '2026-10-12'],
  ['lapsedNotAuthorised', 'currency.lapsed', '2026-10-13', HV2, '2026-10-12'],
  ['lapsedHistory', 'currency.lapsed', '2027-10-13', HV1, '2027-10-12'],
  ['inGrace', 'currency.inGrace', '2026-11-12', GRACE, '2026-10-12'],
  ['lapsedHistory', 'currency.lapsed', '2026-11-13', GRACE, '2026-10-12'],
  ['current', 'currency.until', '2026-06-01', { currentUntil: '2027-01-01' }, '2027-01-01'],
  ['lapsedHistory', 'currency.lapsed', '2027-01-02', { currentUntil: '2027-01-01' }, '2027-01-01'],
])('is %s (%s) on %s', (state, code, on, changes, until) => {
  const { value, steps } = currencyOf(facts(changes), on, RULES)
  expect([value.state, value.until, steps.at(-1)?.code]).toEqual([state, until, code])
})

test.each<[string, string, Partial<CurrencyFacts>]>([
  ['revoked', 'currency.revoked', { ...HV2, status: 'revoked', supersededBy: 'urn:c:2' }],
  ['suspended', 'currency.suspended', { ...HV2, status: 'suspended' }],
  ['unknown', 'currency.statusUnknown', { ...HV2, status: 'unknown' }],
  ['superseded', 'currency.superseded', { ...HV2, supersededBy: 'urn:c:2' }],
  ['unknown', 'currency.inFuture', { ...HV2, awardedOn: '2026-06-02' }],
  ['unknown', 'currency.noSuchDay', { ...HV2, awardedOn: '2026-02-30' }],
  ['unknown', 'currency.noSuchDay', { currentUntil: 'soon' }],
  ['unknown', 'currency.notStated', {}],
  ['unknown', 'currency.notStated', { awardedOn: null, ...HV2 }],
])('is %s (%s) whatever its dates say', (state, code, changes) => {
  const { value, steps } = currencyOf(facts(changes), '2026-06-01', RULES)
  expect([value.state, steps.at(-1)?.code]).toEqual([state, code])
  expect(value.remindOn.length).toBe(0)
})

test('when a renewal is called due is our own choice of days, and stays marked as that', () => {
  const { steps } = currencyOf(facts(HV2), '2026-07-14', RULES)
  expect(steps.at(-1)).toMatchObject({ values: { days: 90, dueSoonDays: 90 }, confidence: 'illustrative' })
})

test('IHE-10: does not expire only where the issuer or the framework says so', () => {
  const state = (changes: Partial<CurrencyFacts>) => {
    const { value, steps } = currencyOf(facts(changes), '2036-01-01', RULES)
    return [value.state, steps.at(-1)?.code]
  }
  expect(state({ doesNotExpire: true })).toEqual(['current', 'currency.doesNotExpire'])
  expect(state({ policies: [policy('AM-DIAG')] })).toEqual(['current', 'currency.doesNotExpire'])
  expect(state({})).toEqual(['unknown', 'currency.notStated'])
  // The framework asks for more than the issuer does.
  expect(state({ doesNotExpire: true, ...HV2 })).toEqual(['lapsedNotAuthorised', 'currency.lapsed'])
})

test('of several ends the earliest counts, and a lapse means the worst that any of them says', () => {
  const both = { currentUntil: '2027-12-31', policies: [policy('AM-HV1'), policy('AM-HV2')] }
  const { value, steps } = currencyOf(facts(both), '2026-10-13', RULES)
  expect(value).toMatchObject({ state: 'lapsedNotAuthorised', until: '2026-10-12', daysLeft: -1 })
  expect(steps.map(({ code, values }) => [code, values.day ?? values.until])).toEqual([
    ['currency.untilByPolicy', '2026-10-12'],
    ['currency.untilByPolicy', '2027-10-12'],
    ['currency.untilStated', '2027-12-31'],
    ['currency.lapsed', '2026-10-12'],
  ])
})

test('IHE-35: reminds 90, 30 and 7 days before, of those days that are still to come', () => {
  const remind = (on: string) => currencyOf(facts(HV2), on, RULES).value.remindOn
  expect(remind('2026-01-01')).toEqual(['2026-07-14', '2026-09-12', '2026-10-05'])
  expect(remind('2026-09-12')).toEqual(['2026-09-12', '2026-10-05'])
  expect(remind('2026-10-13')).toEqual([])
})

describe('logged development', () => {
  const entry = (item: string, on: string, hours: number): CpdEntry => ({ item, on, hours })
  const comp = (cpd: CpdEntry[], on = '2027-11-01') =>
    currencyOf(facts({ policies: [policy('AM-COMP')], cpd }), on, RULES)

  test('IHE-35: renews from the day on which the hours are complete, again and again', () => {
    const once = comp([entry('a', '2026-01-05', 6), entry('b', '2027-03-01', 4)])
    expect(once.value).toMatchObject({ state: 'current', until: '2030-03-01' })
    expect(once.counted.map(({ item, code }) => [item, code])).toEqual([
      ['a', 'cpd.counted'],
      ['b', 'cpd.counted'],
    ])
    const twice = comp([entry('a', '2026-01-05', 10), entry('b', '2028-12-01', 10)], '2029-01-01')
    expect(twice.value.until).toBe('2031-12-01')
  })

  test('too few hours renew nothing, and how many are missing is said', () => {
    const few = comp([entry('a', '2026-01-05', 6)])
    expect(few.value).toMatchObject({ state: 'lapsedHistory', until: '2027-10-12' })
    expect(few.steps).toContainEqual({ code: 'cpd.hoursMissing', values: { hours: 6, needed: 10 }, isMet: false })
  })

  test.each([
    ['cpd.afterLapse', entry('a', '2027-10-20', 10)],
    ['cpd.beforeAward', entry('a', '2024-01-01', 10)],
    ['cpd.inFuture', entry('a', '2027-11-02', 10)],
    ['cpd.noSuchDay', entry('a', '2026-02-30', 10)],
    ['cpd.noHours', entry('a', '2026-01-05', -10)],
    ['cpd.noHours', entry('a', '2026-01-05', Number.NaN)],
  ])('is not counted: %s', (code, one) => {
    const { value, counted, notCounted } = comp([one])
    expect([value.until, counted.length, notCounted.map((item) => item.code)]).toEqual(['2027-10-12', 0, [code]])
  })

  test('that was logged twice counts once', () => {
    const { notCounted } = comp([entry('a', '2026-01-05', 6), entry('a', '2026-01-05', 6)])
    expect(notCounted.map(({ code }) => code)).toEqual(['cpd.duplicate'])
  })

  test('renews nothing that is renewed by being assessed again', () => {
    const { value, notCounted } = currencyOf(
      facts({ ...HV2, cpd: [entry('a', '2026-01-05', 99)] }),
      '2026-10-13',
      RULES,
    )
    expect([value.state, notCounted.map(({ code }) => code)]).toEqual(['lapsedNotAuthorised', ['cpd.notRenewing']])
  })
})
