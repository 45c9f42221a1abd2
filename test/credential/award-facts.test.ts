import { expect, test } from '@jest/globals'
import type { Json } from '#platform'
import { daysOf } from '../../credential/award-facts.ts'
import { sampleCredential } from './sample.ts'
import { NOW } from './world.ts'

const VALID = '2026-06-30T10:00:00Z'
const dated = (awardedDate: Json | undefined, validFrom: string | undefined = VALID) =>
  daysOf(sampleCredential('did:web:college.example', { awardedDate, validFrom }), NOW)
const day = (text: string) => new Date(`${text}T00:00:00Z`)

test.each<[string, Json, string]>([
  ['a day without a time', '2031-01-01', '2031-01-01T00:00:00Z'],
  ['midnight in UTC', '2026-06-25T00:00:00Z', '2026-06-25T00:00:00Z'],
  ['midnight further east', '2026-06-25T00:00:00+01:00', '2026-06-25T00:00:00Z'],
  ['midnight further west', '2026-06-25T00:00:00.000-05:00', '2026-06-25T00:00:00Z'],
  ['midnight without a zone', '2026-06-25T00:00:00', '2026-06-25T00:00:00Z'],
  ['another time of day, which is itself', '2026-06-25T00:30:00+01:00', '2026-06-24T23:30:00Z'],
  ['the latest that a time without a zone can mean', '2026-06-25T12:00:00', '2026-06-26T02:00:00Z'],
])('an award is dated by %s', (_, awardedDate, on) => {
  expect(dated(awardedDate)).toEqual({ on: [new Date(on), new Date(VALID)], awardedOn: new Date(on) })
})

test.each<[string, Json]>([
  ['in words', 'soon'],
  ['that there is not', '2026-02-30'],
  ['in a zone that there is not', '2026-06-25T00:00:00+25:00'],
  ['as a number', 20260625],
  ['as several', ['2026-06-25', '2031-01-01']],
  ['as nothing', null],
])('by a day that it states %s it is dated by no other either', (_, awardedDate) => {
  expect(dated(awardedDate)).toEqual({ on: [], awardedOn: null })
})

test('by a day from which it is valid that cannot be read it is dated by none, and by neither it is of now', () => {
  expect(dated('2026-06-25', 'soon')).toEqual({ on: [], awardedOn: day('2026-06-25') })
  const { validFrom: _, awardedDate: __, ...undated } = sampleCredential('did:web:college.example')
  expect(daysOf(undated, NOW)).toEqual({ on: [NOW], awardedOn: null })
})
