import { describe, expect, test } from '@jest/globals'
import {
  type GapState,
  gapOf,
  goalTarget,
  layered,
  qualificationTarget,
  type Requirement,
  roleTarget,
  type SkillEvidence,
  standardTarget,
  type Target,
} from '#skills'
import { evidence, HOLDER, target, WORLD } from './evidence.ts'
import { bundled } from './packages.ts'

const MOTORSPORT = bundled('competences', 'sector/auto-motorsport')
const EV = target(roleTarget(MOTORSPORT, 'ROLE-EVTECH'))
const own = { by: HOLDER, assurance: 'SelfAsserted' as const }
const byManager = { by: 'did:web:garage.example', assurance: 'PeerOrManagerConfirmed' as const }

/** A target of one skill. */
function asking(changes: Partial<Requirement> = {}): Target {
  const requirement: Requirement = {
    term: 'X',
    name: 'X',
    isEssential: true,
    mustBeCurrent: false,
    policies: [],
    alsoShownBy: [],
    ...changes,
  }
  return { id: 'goal', kind: 'goal', title: 'Goal', requirements: [requirement], rules: [] }
}

const TECHNIQUE = (code: string) => ({ framework: 'eskills/2006', code })
const SHOWS: [GapState, boolean | null, string, Partial<Requirement>, Partial<SkillEvidence>][] = [
  ['proven', true, 'a provider’s credential', {}, {}],
  ['proven', true, 'a regulated award', { minAssurance: 'ProviderAssessed' }, { assurance: 'RegulatedAward' }],
  ['confirmed', true, 'a manager’s word', {}, byManager],
  ['confirmed', false, 'a manager’s word where more is asked', { minAssurance: 'ProviderAssessed' }, byManager],
  ['confirmed', true, 'attendance, which proves nothing', {}, { assurance: 'AttendanceRecorded' }],
  ['selfAssessed', true, 'the person’s own word', {}, own],
  [
    'selfAssessed',
    false,
    'a confirmation by the holder',
    { minAssurance: 'PeerOrManagerConfirmed' },
    { ...byManager, by: HOLDER },
  ],
  ['lapsed', false, 'what has lapsed', { mustBeCurrent: true }, { currentUntil: '2026-10-12' }],
  ['proven', true, 'what has lapsed, where history is enough', {}, { currentUntil: '2026-10-12' }],
  ['proven', true, 'what is in its grace', { mustBeCurrent: true, policies: [{ currency: 'P9M', grace: 'P1M' }] }, {}],
  ['unknown', null, 'what states no end', { mustBeCurrent: true }, {}],
  ['unknown', null, 'what could not be looked up', {}, { status: 'unknown' }],
  ['unknown', null, 'what nobody vouches for', {}, { assurance: null }],
  ['proven', true, 'the level', { level: TECHNIQUE('Foundation') }, { level: TECHNIQUE('Advanced') }],
  ['belowLevel', false, 'a lower level', { level: TECHNIQUE('Advanced') }, { level: TECHNIQUE('Intermediate') }],
  ['unknown', null, 'no level', { level: TECHNIQUE('Advanced') }, {}],
  [
    'unknown',
    null,
    'a level of another kind',
    { level: TECHNIQUE('Advanced') },
    { level: { framework: 'RQF', code: '4' } },
  ],
  [
    'proven',
    true,
    'a comparable level',
    { level: { framework: 'SCQF', code: '7' } },
    { level: { framework: 'RQF', code: '4' } },
  ],
  [
    'belowLevel',
    false,
    'a level below',
    { level: { framework: 'SCQF', code: '7' } },
    { level: { framework: 'RQF', code: '3' } },
  ],
  ['missing', false, 'another skill', {}, { terms: ['Y'] }],
  ['missing', false, 'what was revoked', {}, { status: 'revoked' }],
  ['missing', false, 'what is suspended', {}, { status: 'suspended' }],
  ['missing', false, 'what was superseded', {}, { supersededBy: 'urn:c:2' }],
  ['missing', false, 'what comes from the future', {}, { awardedOn: '2026-11-02' }],
]

test.each(SHOWS)('is %s (met: %s) by %s', (state, isMet, _, requirement, changes) => {
  const { value, steps, counted, notCounted } = gapOf(asking(requirement), [evidence('urn:c:1', ['X'], changes)], WORLD)
  expect([value[0]?.state, value[0]?.isMet, steps[0]?.code]).toEqual([state, isMet, `gap.${state}`])
  expect(value[0]?.shownBy).toBe(state === 'missing' ? null : 'urn:c:1')
  expect([...counted, ...notCounted].map(({ item }) => item)).toEqual(['urn:c:1'])
})

test('the best that there is shows a skill, and what became of all the rest is told', () => {
  const all = [
    evidence('own', ['X'], own),
    evidence('lapsed', ['X'], { currentUntil: '2026-10-12' }),
    evidence('first', ['X'], { currentUntil: '2027-01-01' }),
    evidence('longest', ['X'], { currentUntil: '2028-01-01' }),
    evidence('longest', ['X'], { currentUntil: '2029-01-01' }),
    evidence('revoked', ['X'], { status: 'revoked' }),
    evidence('future', ['X'], { awardedOn: '2027-01-01' }),
    evidence('other', ['Y']),
  ]
  const { value, counted, notCounted } = gapOf(asking({ mustBeCurrent: true }), all, WORLD)
  expect(value[0]).toMatchObject({ state: 'proven', shownBy: 'longest', until: '2028-01-01' })
  expect(counted).toEqual([{ item: 'longest', code: 'gap.shows', values: { terms: ['X'], states: ['proven'] } }])
  expect(notCounted.map(({ item, code, values }) => [item, code, values.because])).toEqual([
    ['longest', 'gap.duplicate', undefined],
    ['own', 'gap.weaker', undefined],
    ['lapsed', 'gap.weaker', undefined],
    ['first', 'gap.weaker', undefined],
    ['revoked', 'gap.notInForce', 'currency.revoked'],
    ['future', 'gap.notInForce', 'currency.inFuture'],
    ['other', 'gap.notAsked', undefined],
  ])
})

test('what is enough for one skill and not for another is counted for the one', () => {
  const [requirement] = asking().requirements
  if (requirement === undefined) throw new Error('nothing is asked')
  const more = { ...requirement, term: 'Y', minAssurance: 'RegulatedAward' as const }
  const { counted, notCounted } = gapOf(
    { ...asking(), requirements: [requirement, more] },
    [evidence('c', ['X', 'Y'])],
    WORLD,
  )
  expect(counted).toEqual([{ item: 'c', code: 'gap.shows', values: { terms: ['X'], states: ['proven'] } }])
  expect(notCounted).toEqual([])
})

test('a confirmation by the holder themself counts as their own word, and is told as that', () => {
  const { value, counted } = gapOf(asking(), [evidence('urn:c:1', ['X'], { ...byManager, by: HOLDER })], WORLD)
  expect([value[0]?.state, counted[0]?.code]).toEqual(['selfAssessed', 'gap.ownConfirmation'])
})

test('IHE-25: one skill goes from the person’s word to a manager’s and to a provider’s, and the history stays', () => {
  const steps = [evidence('1', ['X'], own), evidence('2', ['X'], byManager), evidence('3', ['X'])]
  const states = steps.map((_, at) => gapOf(asking(), steps.slice(0, at + 1), WORLD))
  expect(states.map(({ value }) => value[0]?.state)).toEqual(['selfAssessed', 'confirmed', 'proven'])
  expect(states[2]?.notCounted.map(({ item, code }) => [item, code])).toEqual([
    ['1', 'gap.weaker'],
    ['2', 'gap.weaker'],
  ])
})

describe('targets', () => {
  test('a role asks for what its framework says, with how long each lasts', () => {
    expect(
      EV.requirements.map(({ term, isEssential, mustBeCurrent, minAssurance }) => [
        term,
        isEssential,
        mustBeCurrent,
        minAssurance,
      ]),
    ).toEqual([
      ['AM-HV2', true, true, 'ProviderAssessed'],
      ['AM-DIAG', true, false, 'PeerOrManagerConfirmed'],
      ['AM-ADAS', false, true, undefined],
    ])
    const { value } = gapOf(EV, [evidence('urn:c:1', ['AM-HV2'], { awardedOn: '2024-10-12' })], WORLD)
    expect(value[0]).toMatchObject({ state: 'lapsed', currency: 'lapsedNotAuthorised', until: '2026-10-12' })
  })

  test('IHE-67: the manufacturer’s special case shows the sector’s competence', () => {
    const both = layered(MOTORSPORT, [bundled('overlay', 'overlay/example-motors')])
    const one = [evidence('urn:c:1', ['EM-HV2-2026'])]
    expect(gapOf(target(roleTarget(both, 'ROLE-EVTECH')), one, WORLD).value[0]?.state).toBe('proven')
    expect(gapOf(EV, one, WORLD).value[0]?.state).toBe('missing')
  })

  test('a standard asks for all its skills, a qualification for its mandatory units, a goal for levels of techniques', () => {
    const standard = target(standardTarget(bundled('standards', 'occupational-standards/digital'), 'ST0127'))
    expect(standard.requirements).toHaveLength(18)
    const certificate = target(qualificationTarget(bundled('ruleset', 'itq/2009'), 'L2-CERT'))
    expect(certificate.requirements.map(({ term }) => term)).toEqual(['itq/2009#IPU/2'])
    const levels = [
      { technique: 'SS', level: 'Intermediate' },
      { technique: 'NO', level: 'Advanced' },
    ] as const
    const goal = goalTarget(bundled('techniques', 'eskills/2006'), { id: 'g', title: 'Office', levels })
    expect(goal.requirements.map(({ name }) => name)).toEqual(['Spreadsheets', 'NO'])
    expect(goal.requirements.map(({ term, level }) => [term, level?.code])).toEqual([
      ['eskills/2006#SS', 'Intermediate'],
      ['eskills/2006#NO', 'Advanced'],
    ])
  })

  test('what is not there is no target', () => {
    expect(roleTarget(MOTORSPORT, 'ROLE-NONE')).toBeNull()
    expect(standardTarget(bundled('standards', 'occupational-standards/digital'), 'ST9999')).toBeNull()
    expect(qualificationTarget(bundled('ruleset', 'itq/2009'), 'L9')).toBeNull()
  })
})
