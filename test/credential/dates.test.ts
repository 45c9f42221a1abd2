import { expect, test } from '@jest/globals'
import { parseDateTime } from '#credential'

test.each([
  ['2026-06-30T00:00:00Z', '2026-06-30T00:00:00.000Z'],
  ['2026-06-30T05:30:00.25+05:30', '2026-06-30T00:00:00.250Z'],
  ['2026-06-30T14:00:00+14:00', '2026-06-30T00:00:00.000Z'],
  // The end of a day is the beginning of the next (XML Schema Datatypes §3.3.7.2).
  ['2026-06-30T24:00:00Z', '2026-07-01T00:00:00.000Z'],
  ['2026-06-30T24:00:00.000-01:00', '2026-07-01T01:00:00.000Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('%s is a time', (text, time) => {
  expect(parseDateTime(text)?.toISOString()).toBe(time)
})

test.each([
  '2026-06-30T00:00:00',
  '2026-06-30',
  '2026-06-30T24:00:01Z',
  '2026-06-30T24:00:00.1Z',
  '2026-06-30T25:00:00Z',
  '2026-06-30T00:00:60Z',
  '2026-06-30T00:00:00+14:01',
  '2026-02-29T00:00:00Z',
  '2026-06-31T00:00:00Z',
  ' 2026-06-30T00:00:00Z',
  '2026-06-30t00:00:00z',
])('%s is none', (text) => {
  expect(parseDateTime(text)).toBeNull()
})
