import { describe, expect, test } from '@jest/globals'
import {
  gapOf,
  loadPackage,
  type NextStepsQuestion,
  nextSteps,
  type Package,
  roleTarget,
  standardTarget,
  WEIGHTS,
} from '#skills'
import { evidence, target, WORLD } from './evidence.ts'
import { bundled } from './packages.ts'

const DEMO = bundled('opportunities', 'opportunities/demo')
const WEIGHED = bundled('ranking', 'next-steps/weights')
const EV = target(roleTarget(bundled('competences', 'sector/auto-motorsport'), 'ROLE-EVTECH'))
const NETWORK = target(standardTarget(bundled('standards', 'occupational-standards/digital'), 'ST0127'))
const LAPSED = [evidence('hv', ['AM-HV2'], { awardedOn: '2024-10-12' })]
const gaps = [...gapOf(EV, LAPSED, WORLD).value, ...gapOf(NETWORK, [], WORLD).value]
const ask: NextStepsQuestion = { gaps, held: [], area: 'DEMO-A', travel: 'anywhere' }

function ask2(changes: Partial<NextStepsQuestion>) {
  const { value, ...rest } = nextSteps([DEMO], WEIGHED, { ...ask, ...changes })
  return { ...rest, shown: value.shown.map(({ opportunity }) => opportunity.id), value }
}

test('IHE-48: a renewal comes before new learning, and each step says why it is where it is', () => {
  const { value, shown, rules } = ask2({})
  expect(shown).toEqual(['NS1', 'NS2', 'NS3'])
  expect(value.shown.map(({ points, reasons }) => [points, ...reasons.map(({ code }) => code)])).toEqual([
    [56, 'next.renewsLapsed', 'next.neighbouringArea'],
    [42, 'next.closesEssential', 'next.sameArea'],
    [-5, 'next.sameArea', 'next.highDemand', 'next.entryUnmet'],
  ])
  expect(value.shown[1]?.reasons[0]?.values.terms).toEqual(['ST0127-s03', 'ST0127-k06'])
  expect(value.shown[2]?.entryMissing).toEqual(['ST0127-s01', 'ST0127-s05'])
  expect(rules.map(({ id }) => id)).toEqual(['next-steps/weights', 'opportunities/demo'])
})

test('IHE-48: another place gives another order', () => {
  const points = (area: string) =>
    ask2({ area }).value.shown.map(({ opportunity, points: sum }) => [opportunity.id, sum])
  expect(points('DEMO-A')).toEqual([
    ['NS1', 56],
    ['NS2', 42],
    ['NS3', -5],
  ])
  expect(points('DEMO-B')).toEqual([
    ['NS1', 62],
    ['NS2', 36],
    ['NS3', -11],
  ])
  expect(points('DEMO-C')).toEqual([
    ['NS1', 56],
    ['NS2', 30],
    ['NS3', -17],
  ])
})

test.each<[string, Partial<NextStepsQuestion>, string[]]>([
  ['too far', { travel: 'sameArea' }, ['NS1 next.tooFar', 'NS4 next.closesNothing']],
  [
    'too far',
    { area: 'DEMO-C', travel: 'neighbouring' },
    ['NS2 next.tooFar', 'NS4 next.closesNothing', 'NS3 next.tooFar'],
  ],
  ['done another way', { modes: ['blended'] }, ['NS1 next.otherMode', 'NS4 next.otherMode', 'NS4 next.closesNothing']],
  ['too dear', { budget: 100 }, ['NS1 next.tooDear', 'NS4 next.closesNothing']],
  [
    'about nothing that is missing',
    { gaps: [] },
    ['NS2 next.closesNothing', 'NS4 next.closesNothing', 'NS1 next.closesNothing'],
  ],
])('IHE-63: what is %s is hidden with a count and its reason, and can be shown', (_, changes, hidden) => {
  const { value, steps, notCounted } = ask2(changes)
  expect(notCounted.map(({ item, code }) => `${item} ${code}`)).toEqual(hidden)
  expect(steps.find(({ code }) => code === 'next.hidden')?.values.count).toBe(value.hidden.length)
  expect(value.shown.length + value.hidden.length).toBe(DEMO.content.steps.length)
})

describe('the order', () => {
  test('has what is pinned first', () => {
    const { shown, counted } = ask2({ pinned: ['NS3'] })
    expect(shown[0]).toBe('NS3')
    expect(counted[0]?.code).toBe('next.pinned')
  })

  test('takes what is held as entry, and what is liked and affordable as reasons', () => {
    const { value } = ask2({ held: ['ST0127-s01', 'ST0127-s05'], modes: ['in-person', 'blended'], budget: 200 })
    expect(value.shown.map(({ opportunity, points }) => [opportunity.id, points])).toEqual([
      ['NS1', 65],
      ['NS2', 47],
      ['NS3', 15],
    ])
  })

  test('follows the weights of the package, with no change of code', () => {
    const { id, kind, layer } = WEIGHED
    const weights = { ...WEIGHED.content.weights, closesEssential: 90 }
    const other = loadPackage({ id, kind, layer, version: '2.0.0', weights }) as Package<'ranking'>
    expect(nextSteps([DEMO], other, ask).value.shown[0]?.opportunity.id).toBe('NS2')
  })

  test('leaves place out where the area is not known, and says so', () => {
    const { shown, steps } = ask2({ area: 'ELSEWHERE', travel: 'sameArea' })
    expect(shown).toEqual(['NS1', 'NS2', 'NS3'])
    expect(steps[0]).toEqual({ code: 'next.unknownArea', values: { area: 'ELSEWHERE' }, isMet: null })
  })

  test('is the same for everybody: nothing of who somebody is has any weight', () => {
    const person = { age: 61, sex: 'f', disability: true, ethnicity: 'x', religion: 'y', pregnant: true }
    expect(nextSteps([DEMO], WEIGHED, { ...ask, ...person })).toEqual(nextSteps([DEMO], WEIGHED, ask))
    expect(Object.keys(WEIGHED.content.weights).toSorted()).toEqual([...WEIGHTS].toSorted())
    const { id, version, kind, layer } = WEIGHED
    const weights = { ...WEIGHED.content.weights, age: -50 }
    expect(() => loadPackage({ id, version, kind, layer, weights })).toThrow(/weights/)
  })
})
