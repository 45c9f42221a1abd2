import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ASSURANCE_STEPS } from '#schemas'
import {
  type Answer,
  type CreditEntry,
  currencyOf,
  gapOf,
  ledgerOf,
  loadPackage,
  nextSteps,
  progressOf,
  proposeRecognition,
  RECOGNITION_TYPES,
  readinessFor,
  roleTarget,
  selfAssess,
  statementsOf,
  TECHNIQUE_LEVELS,
} from '#skills'
import { HOLDER, target, WORLD } from './evidence.ts'
import { bundled, competences, ruleset } from './packages.ts'

/** Whatever comes in, at whatever day: nothing is lost, nothing counts twice, and nothing throws. */

const SOME_DAYS = ['2026-11-01', '2026-10-31', '2023-11-01', '2027-01-01', '2026-02-30', 'soon', '']
const day = fc.constantFrom(...SOME_DAYS)
const dayOrNone = fc.option(day)
const item = fc.constantFrom('a', 'b', 'c', 'd')
const status = fc.constantFrom('active' as const, 'suspended' as const, 'revoked' as const, 'unknown' as const)
const cpd = fc.array(fc.record({ item, on: day, hours: fc.constantFrom(-1, 0, 5, 10, Number.NaN) }), { maxLength: 4 })
const policy = fc.record({
  currency: fc.constantFrom(null, 'P1Y', 'P30D', 'never'),
  grace: fc.constantFrom('P1M', 'P0D', 'x'),
  renewal: fc.constantFrom('CPDRecord', 'Reassessment'),
  renewalHours: fc.constantFrom(0, 10),
})
const ROLE = target(roleTarget(bundled('competences', 'sector/auto-motorsport'), 'ROLE-EVTECH'))
const evidence = fc.record({
  item,
  terms: fc.subarray(['AM-HV2', 'AM-DIAG', 'AM-ADAS', 'AM-PIT']),
  assurance: fc.option(fc.constantFrom(...ASSURANCE_STEPS)),
  by: fc.constantFrom(null, HOLDER, 'did:web:college.example'),
  awardedOn: dayOrNone,
  currentUntil: dayOrNone,
  status,
  supersededBy: fc.constantFrom(null, 'z'),
  policies: fc.array(policy, { maxLength: 2 }),
  cpd,
})

/** Each item that was handed in is answered for once, in order of nothing. */
function accounted(answer: Answer<unknown>, handedIn: readonly string[]): void {
  const told = [...answer.counted, ...answer.notCounted].map(({ item: name }) => name)
  expect(told.toSorted()).toEqual(handedIn.toSorted())
  expect(answer.rules.length).toBeGreaterThan(0)
}

test('every piece of evidence, and every booking, is answered for', () => {
  const booking = fc.record({ item, term: fc.constantFrom('AM-HV2', 'AM-PIT'), on: day })
  fc.assert(
    fc.property(
      fc.array(evidence),
      fc.array(booking),
      fc.constantFrom('2026-11-01', '2024-02-29'),
      (held, booked, on) => {
        const world = { ...WORLD, on }
        accounted(
          gapOf(ROLE, held, world),
          held.map((one) => one.item),
        )
        accounted(
          readinessFor(ROLE, held, world, booked),
          [...held, ...booked].map((one) => one.item),
        )
      },
    ),
  )
})

test('every hour that was logged is answered for', () => {
  fc.assert(
    fc.property(evidence, fc.constantFrom(...SOME_DAYS), (one, on) => {
      const { value, counted, notCounted } = currencyOf(one, on, WORLD.currency)
      expect(counted.length + notCounted.length).toBe(one.cpd.length)
      expect(value.daysLeft).not.toBeNaN()
    }),
  )
})

test('every credit is answered for, and no achievement counts twice', () => {
  const achievement = fc.constantFrom('m1', 'm2', 'm3', 'whole')
  const entry: fc.Arbitrary<CreditEntry> = fc.record({
    item,
    achievement,
    credit: fc.option(
      fc.record({
        value: fc.constantFrom('15', '7.5', '-1', '1e3', '0'),
        scheme: fc.constantFrom('RQF', 'ECTS', 'Stars'),
        level: fc.constantFrom(null, 'RQF 4', 'RQF 5'),
      }),
    ),
    awardedOn: dayOrNone,
    as: fc.constantFrom('Earned' as const, ...RECOGNITION_TYPES),
    stands: fc.constantFrom(true, false, null),
    parts: fc.subarray(['m1', 'm2', 'whole']),
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const answer = ledgerOf(bundled('creditSchemes', 'credit/schemes'), entries, '2026-11-01')
      accounted(
        answer,
        entries.map((one) => one.item),
      )
      const achievements = answer.counted.map(({ values }) => values.achievement)
      expect(new Set(achievements).size).toBe(achievements.length)
    }),
  )
})

test('every answer to a statement, every assessment and every certificate is answered for', () => {
  const eskills = bundled('techniques', 'eskills/2006')
  const statement = fc.constantFrom(...statementsOf(eskills, 'SS').map(({ id }) => id), 'SS/Foundation/9')
  const answers = fc.array(fc.record({ statement, answer: fc.boolean(), on: dayOrNone }), { maxLength: 20 })
  const assessments = fc.array(fc.record({ item, on: day, level: fc.constantFrom(...TECHNIQUE_LEVELS) }))
  const certificates = fc.array(
    fc.record({
      item,
      scheme: fc.constantFrom('New CLAiT 2006', 'NI Essential Skills ICT', 'NVQ unit', 'Other'),
      unit: fc.constantFrom('Unit 2 Creating spreadsheets and graphs', 'Unit 9'),
      level: fc.constantFrom(1, 2, 9),
      awardedOn: dayOrNone,
      standing: fc.constantFrom('claimed' as const, 'verified' as const),
    }),
  )
  const question = {
    library: bundled('recognition', 'recognition/library'),
    ruleset: bundled('ruleset', 'itq/2009'),
    qualification: 'L1-CERT',
    registered: '2026-11-01',
    on: '2026-11-01',
  }
  const goal = { level: 'Advanced', setOn: '2026-01-01', by: '2026-12-01' } as const
  fc.assert(
    fc.property(answers, assessments, certificates, (given, points, old) => {
      accounted(
        selfAssess(eskills, given, '2026-11-01'),
        given.map((one) => one.statement),
      )
      accounted(
        progressOf(eskills, points, goal, '2026-11-01'),
        points.map((one) => one.item),
      )
      accounted(
        proposeRecognition(question, old),
        old.map((one) => one.item),
      )
    }),
  )
})

test('every opportunity is shown, or hidden with a reason', () => {
  const demo = bundled('opportunities', 'opportunities/demo')
  const wishes = fc.record({
    area: fc.constantFrom(null, 'DEMO-A', 'DEMO-C', 'NOWHERE'),
    travel: fc.constantFrom('sameArea' as const, 'neighbouring' as const, 'anywhere' as const),
    modes: fc.subarray(['online', 'blended', 'in-person']),
    budget: fc.constantFrom(0, 100, 1000),
  })
  fc.assert(
    fc.property(fc.array(evidence), wishes, (held, wish) => {
      const gaps = gapOf(ROLE, held, WORLD).value
      const { value } = nextSteps([demo], bundled('ranking', 'next-steps/weights'), { gaps, held: [], ...wish })
      expect(value.shown.length + value.hidden.length).toBe(demo.content.steps.length)
      expect(value.hidden.every(({ hiddenBecause }) => hiddenBecause.length > 0)).toBe(true)
    }),
  )
})

test('a package of anything is loaded, or refused with a code', () => {
  const base = fc.constantFrom<object>(ruleset(), competences())
  const refusal = expect.objectContaining({ code: expect.stringMatching(/^package\./) })
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), base),
      fc.dictionary(fc.constantFrom('id', 'kind', 'units', 'roles', 'x'), fc.jsonValue()),
      (value, changes) => {
        const whole =
          typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, ...changes } : value
        try {
          expect(loadPackage(whole).digest).toMatch(/^zQm/)
        } catch (error) {
          expect(error).toEqual(refusal)
        }
      },
    ),
  )
})
