import { expect, test } from '@jest/globals'
import { type Booking, readinessFor, roleTarget, type SkillEvidence } from '#skills'
import { evidence, target, WORLD } from './evidence.ts'
import { bundled } from './packages.ts'

const MOTORSPORT = bundled('competences', 'sector/auto-motorsport')
const EV = target(roleTarget(MOTORSPORT, 'ROLE-EVTECH'))
const RACE = target(roleTarget(MOTORSPORT, 'ROLE-RACEMECH'))
const HV = evidence('hv', ['AM-HV2'], { awardedOn: '2024-10-12' })
const HV_NEW = evidence('hv2', ['AM-HV2'], { awardedOn: '2026-03-01' })
const DIAG = evidence('diag', ['AM-DIAG'])
const PIT = evidence('pit', ['AM-PIT'], { awardedOn: '2026-02-01' })
const COMP = evidence('comp', ['AM-COMP'], { awardedOn: '2026-02-01' })
const book = (term: string, on: string): Booking => ({ item: `booking-${term}`, term, on })

test('IHE-11: a technician whose high-voltage isolation lapsed is not ready for that role, and ready for the other', () => {
  const held = [HV, DIAG, PIT, COMP]
  const ev = readinessFor(EV, held, WORLD)
  expect(ev.value).toMatchObject({ state: 'notReady', until: null, after: null })
  expect(ev.value.inTheWay.map(({ name, state, until }) => [name, state, until])).toEqual([
    ['High-voltage isolation', 'lapsed', '2026-10-12'],
  ])
  expect(readinessFor(EV, held, { ...WORLD, on: '2026-10-12' }).value).toMatchObject({
    state: 'ready',
    until: '2026-10-12',
  })
  expect(readinessFor(RACE, held, WORLD).value).toMatchObject({ state: 'ready', until: '2027-02-01' })
})

test('IHE-67: the readiness of the sample framework follows its roles and their currency', () => {
  const { value, steps, rules } = readinessFor(EV, [HV_NEW, DIAG], WORLD)
  expect(value).toMatchObject({ state: 'ready', until: '2028-03-01', inTheWay: [] })
  expect(value.wanted.map(({ term, state }) => [term, state])).toEqual([['AM-ADAS', 'missing']])
  expect(steps.at(-1)).toEqual({ code: 'readiness.until', values: { until: '2028-03-01' }, isMet: true })
  expect(rules[0]).toEqual({ id: 'sector/auto-motorsport', version: '1.0.0', digest: MOTORSPORT.digest })
})

const PLAIN = { ...EV, requirements: EV.requirements.map((one) => ({ ...one, policies: [{ currency: 'P1Y' }] })) }

test.each<[string, string | null, string, readonly SkillEvidence[], readonly Booking[]]>([
  ['readyAfter', null, 'a lapse that is only history has to be renewed, and is not booked', [HV, DIAG], []],
  ['readyAfter', '2026-12-01', 'the renewal is booked', [HV, DIAG], [book('AM-HV2', '2026-12-01')]],
  [
    'readyAfter',
    '2026-12-09',
    'all is booked, and the last day counts',
    [],
    [book('AM-HV2', '2026-12-01'), book('AM-DIAG', '2026-12-09')],
  ],
  ['notReady', null, 'only one of two is booked', [], [book('AM-HV2', '2026-12-01')]],
  ['unknown', null, 'something could not be checked', [{ ...HV_NEW, status: 'unknown' }, DIAG], []],
  [
    'notReady',
    null,
    'something could not be checked, and something is missing',
    [{ ...HV_NEW, status: 'unknown' }],
    [],
  ],
])('is %s (%s) where %s', (state, after, _, held, booked) => {
  expect(readinessFor(PLAIN, held, WORLD, booked).value).toMatchObject({ state, after })
})

test('bookings of the past, of no day, and of what is not needed are told and not counted', () => {
  const booked = [book('AM-HV2', '2026-10-31'), book('AM-DIAG', '2026-02-30'), book('AM-PIT', '2026-12-01')]
  const { value, notCounted } = readinessFor(EV, [], WORLD, booked)
  expect(value.state).toBe('notReady')
  expect(notCounted.map(({ code }) => code)).toEqual(['booking.inPast', 'booking.noSuchDay', 'booking.notNeeded'])
})
