import { describe, expect, test } from '@jest/globals'
import { signersOfOwn, skillEvidence, sourceOf } from '#credential'
import { frameworks } from '#skills'
import type { LastCheck } from '../../../wallet/records/credentials.ts'
import { factsOf } from '../../../wallet/skills/held-fact.ts'
import { aligned, COLLEGE, held, RECOGNISED } from './held.ts'

const known = frameworks()
const MOTORS = 'sector/auto-motorsport'

function only(...credentials: Parameters<typeof factsOf>[0][number][]) {
  const [fact] = factsOf(credentials, known)
  if (fact === undefined) throw new Error('nothing is read')
  return fact
}

describe('the terms of a credential', () => {
  test.each([
    ['a competence', aligned(MOTORS, 'AM-HV2'), ['AM-HV2']],
    ['a competence of a named version', aligned(`${MOTORS} 1.0.0`, 'AM-HV2'), ['AM-HV2']],
    ['a competence of a manufacturer’s layer', aligned('overlay/example-motors', 'EM-HV2-2026'), ['EM-HV2-2026']],
    ['a skill of a standard', aligned('occupational-standards/digital', 'ST0127-s01'), ['ST0127-s01']],
    ['a unit', aligned('itq/2003', 'SS/2'), ['itq/2003#SS/2']],
    ['a technique', aligned('eskills/2006', 'SS'), ['eskills/2006#SS']],
    [
      'a unit by Ofqual’s number',
      { otherIdentifier: [{ identifierType: 'ext:OfqualUnit', identifier: 'L/502/4627' }] },
      ['itq/2009#WP/1'],
    ],
    ['nothing, of a version that is not here', aligned(`${MOTORS} 9.0.0`, 'AM-HV2'), []],
    ['nothing, of a framework that only begins alike', aligned(`${MOTORS}-2`, 'AM-HV2'), []],
    ['nothing, of a code that the framework does not have', aligned(MOTORS, 'AM-HV9'), []],
  ])('are %s', (_, achievement, terms) => {
    expect(only(held({ achievement })).terms).toEqual(terms)
  })
})

describe('the assurance of a credential', () => {
  const stands = { status: 'active', recognition: 'recognised', allowed: 'AttendanceRecorded' } as const
  test.each<[string, string | undefined, Partial<LastCheck>, string | null]>([
    ['as claimed, where the list allows it', 'ProviderAssessed', {}, 'ProviderAssessed'],
    ['what the list allows, where more is claimed', 'ProviderAssessed', { stands }, 'AttendanceRecorded'],
    [
      'a confirmation by somebody, where no list knows the issuer',
      'RegulatedAward',
      { stands: { ...stands, recognition: 'notListed', allowed: null } },
      'PeerOrManagerConfirmed',
    ],
    [
      'a confirmation by somebody, where the list does not cover the award',
      'RegulatedAward',
      { stands: { ...stands, recognition: 'outOfScope', allowed: 'RegulatedAward' } },
      'PeerOrManagerConfirmed',
    ],
    [
      'not known, where the list could not be had',
      'RegulatedAward',
      { stands: { ...stands, recognition: 'listUnavailable', allowed: null } },
      null,
    ],
    ['not known, where none is claimed', undefined, {}, null],
    ['not known, where the word is of no ladder', 'VerySure', {}, null],
  ])('is %s', (_, claimed, checked, assurance) => {
    const subject = { assurance: claimed ?? null }
    expect(only(held({ subject }, checked)).assurance).toBe(assurance)
  })
})

describe('the status of a credential', () => {
  test.each<[string, Partial<LastCheck>, string]>([
    ['as it was found', { stands: { status: 'suspended', recognition: 'recognised', allowed: null } }, 'suspended'],
    ['unknown of a record of which a part does not hold', { face: 'genuineInPart' }, 'unknown'],
  ])('is %s', (_, checked, status) => {
    expect(only(held({}, checked)).status).toBe(status)
  })

  test.each<[LastCheck['face'], string]>([
    ['genuine', 'active'],
    ['genuineNotListed', 'active'],
    ['noLongerValid', 'unknown'],
    ['unchecked', 'unknown'],
  ])('of a check from before it was noted, with %s, is %s', (face, status) => {
    const { stands: _, ...before } = RECOGNISED
    expect(factsOf([{ ...held(), checked: { ...before, face } }], known)[0]?.status).toBe(status)
  })

  test('of what is not genuine nothing is read at all', () => {
    expect(factsOf([held({}, { face: 'notGenuine' })], known)).toEqual([])
  })
})

test.each([
  ['the day before midnight', { validUntil: '2027-01-16T00:00:00Z' }, '2027-01-15'],
  ['that day', { validUntil: '2027-01-16T23:59:59Z' }, '2027-01-16'],
  [
    'the earlier of two ends',
    { validUntil: '2030-01-01T00:00:00Z', subject: { currentUntil: '2028-05-01' } },
    '2028-05-01',
  ],
])('ends on %s', (_, changes, until) => {
  expect(only(held(changes)).currentUntil).toBe(until)
})

test('takes the place of what it renews only where the same issuer says so', () => {
  const before = held()
  const id = before.received.credential.id ?? null
  const renewal = held({ subject: { renews: id } })
  const other = held({ issuer: { id: 'did:web:elsewhere.example' }, subject: { renews: id } })
  expect(factsOf([before, renewal], known)[0]?.supersededBy).toBe(renewal.id)
  expect(factsOf([before, other], known)[0]?.supersededBy).toBeNull()
})

test('a level that its address leaves open is none', () => {
  const alignment = (code: string, url: string) => ({
    alignment: [
      { targetType: 'ext:QualificationLevel', targetFramework: code && 'RQF', targetCode: code, targetUrl: url },
    ],
  })
  expect(only(held({ achievement: alignment('4', '') })).level).toEqual({ framework: 'RQF', code: '4' })
  const shared = known.levels.content.rows[0]?.rqfUri ?? ''
  expect(only(held({ achievement: alignment('', shared) })).level).toBeUndefined()
})

test('ES-21 (partly): a unit evidences the technique that it goes with, at its level, and leads back to its credential', () => {
  const unit = held({ achievement: aligned('itq/2003', 'SS/2') })
  const evidence = skillEvidence(factsOf([unit], known), known)
  expect(evidence.map(({ terms, level }) => [terms, level?.code])).toEqual([
    [['itq/2003#SS/2'], undefined],
    [['eskills/2006#SS'], 'Intermediate'],
  ])
  expect(evidence.map(({ item }) => sourceOf(item))).toEqual([unit.id, unit.id])
})

test('who signs about themself is the holder', () => {
  const own = held({ issuer: { id: 'did:key:zOwn' }, subject: { id: 'did:key:zOwn' } })
  expect(signersOfOwn(factsOf([own, held({ subject: { id: 'did:key:zOwn' } })], known))).toEqual(['did:key:zOwn'])
  expect(signersOfOwn(factsOf([held()], known))).not.toContain(COLLEGE)
})
