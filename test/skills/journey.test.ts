import { expect, test } from '@jest/globals'
import { type JourneyStep, journeyOf } from '#skills'

const step = (status: JourneyStep['status'], on: string) => ({ status, on })

test('a pause counts neither as learning nor as delay', () => {
  const steps = [
    step('Enrolled', '2026-01-01'),
    step('InProgress', '2026-01-11'),
    step('OnHold', '2026-02-10'),
    step('InProgress', '2026-05-11'),
    step('Completed', '2026-06-10'),
  ]
  const paused = journeyOf(steps, '2026-12-01')
  expect(paused).toMatchObject({ status: 'Completed', learningDays: 70, pausedDays: 90 })
  const straight = journeyOf(
    [steps[0], steps[1], step('Completed', '2026-03-12')].flatMap((one) => one ?? []),
    '2026-12-01',
  )
  expect(straight.learningDays).toBe(paused.learningDays)
})

test('steps are put by their days, one still to come counts for nothing, and one after an end begins it again', () => {
  const steps = [step('Withdrew', '2025-06-01'), step('Enrolled', '2025-01-01'), step('Enrolled', '2026-09-01')]
  expect(journeyOf(steps, '2024-12-31').status).toBeNull()
  expect(journeyOf(steps, '2026-08-31')).toMatchObject({ status: 'Withdrew', learningDays: 151 })
  expect(journeyOf(steps, '2026-09-11')).toMatchObject({ status: 'Enrolled', learningDays: 161, pausedDays: 0 })
  expect(journeyOf(steps, '2026-09-11').steps.map(({ on }) => on)).toEqual(['2025-01-01', '2025-06-01', '2026-09-01'])
})
