import { expect, test } from '@jest/globals'
import { gate, line, measure, sideOf } from '../../benchmarks/benchmark.ts'

/** A clock that only the operations move. */
function pretend() {
  let time = 0
  const order: string[] = []
  const clock = () => time
  const takes = (name: string, milliseconds: () => number) =>
    sideOf(
      async () => {
        order.push(name)
        time += milliseconds()
      },
      { processor: clock, wall: clock },
    )
  return { order, takes }
}

test('measures in turn and says how many times faster ours is', async () => {
  const { order, takes } = pretend()
  const plan = { warmUpRounds: 1, rounds: 3, turnsPerRound: 2, millisecondsPerTurn: 4, clock: 'processor' } as const
  const measured = await measure(
    takes('ours', () => 2),
    takes('theirs', () => 4),
    plan,
  )
  expect(measured).toEqual({ value: 2, ratio: 2, spread: 0 })
  const once = ['ours', 'ours', 'theirs']
  expect(order).toEqual(Array(8).fill(once).flat())
})

test('says how far the ratios lie apart, and lets one bad round decide nothing', async () => {
  const { takes } = pretend()
  const durations = [1, 2, 2, 2, 3, 100]
  const measured = await measure(
    takes('ours', () => 1),
    takes('theirs', () => durations.shift() ?? 0),
    {
      warmUpRounds: 1,
      rounds: 5,
      turnsPerRound: 1,
      millisecondsPerTurn: 0,
      clock: 'processor',
    },
  )
  expect(measured).toEqual({ value: 1, ratio: 2, spread: 0.5 })
})

test('prints the lines that others read', () => {
  expect(line('issue', { value: 1.23456, ratio: 2, spread: 0.051 })).toBe('issue 1.235 ms 2.00 0.05')
  expect(gate({ name: 'issue', bound: 1.5 }, { ratio: 1.5 })).toEqual({ ok: true, line: 'gate issue 1.50 1.5 ok' })
  expect(gate({ name: 'issue', bound: 1.5 }, { ratio: 1.4 })).toEqual({ ok: false, line: 'gate issue 1.40 1.5 FAIL' })
  expect(gate({ name: 'issue', bound: 1.5 }, { ratio: Number.NaN }).ok).toBe(false)
})
