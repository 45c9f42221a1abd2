import { expect, test } from '@jest/globals'
import { addDays, addPeriod, daysBetween, isDay, isPeriod } from '../../skills/calendar.ts'

test.each([
  ['2026-11-01', 'P3Y', '2029-11-01'],
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2024-02-29', 'P4Y', '2028-02-29'],
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2026-12-31', 'P2M', '2027-02-28'],
  ['2026-12-15', 'P1Y1M1D', '2028-01-16'],
  ['2026-02-28', 'P90D', '2026-05-29'],
])('%s and %s later is %s', (day, period, later) => {
  expect(addPeriod(day, period)).toBe(later)
})

test('counts days across a change of clocks, and backwards', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  '01/02/2026',
  '2026-01-01T00:00:00Z',
  '',
  20260101,
  null,
])('%j is no day', (value) => {
  expect(isDay(value)).toBe(false)
})

test.each(['P', 'P1W', 'PT5H', '1Y', 'P-1Y', '', null])('%j is no period, and adds nothing', (value) => {
  expect(isPeriod(value)).toBe(false)
  expect(() => addPeriod('2026-01-01', String(value))).toThrow(RangeError)
})
