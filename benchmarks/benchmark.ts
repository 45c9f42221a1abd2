import { processorTime } from './processor-time.ts'

/** One operation, done once. What it needs was made ready before. */
export type Operation = () => Promise<unknown>

/** Something that we do, beside another's way of doing the same. One file each, all of this shape; `bench.ts` is the list. */
export interface Benchmark {
  name: string
  /** How many times faster than theirs ours has to be for `--gate` to pass. */
  bound: number
  /** How to measure it, where that is not how all others are. */
  plan?: Plan
  /** Makes both ready, and throws unless both do what they should. */
  prepare(): Promise<{ ours: Operation; theirs: Operation }>
}

export interface Measurement {
  /** Processor time of one operation of ours, in milliseconds: the median of the rounds. */
  value: number
  /** How many times faster ours is: the median of the rounds' ratios. */
  ratio: number
  /** How far the middle half of the ratios lies apart, as a part of their median. */
  spread: number
}

/** How long to measure, in milliseconds of the clock. */
export interface Plan {
  warmUpRounds: number
  rounds: number
  turnsPerRound: number
  millisecondsPerTurn: number
  clock: keyof typeof CLOCKS
}

/** Processor time of this process, or the time on the wall where several processes or threads share the work. */
const CLOCKS = { processor: processorTime, wall: () => performance.now() }

/** What was done in one turn, and how long it took. */
export interface Turn {
  milliseconds: number
  operations: number
}

/** One of the two that are compared: it takes a turn when it is asked to, and rests else. */
export type Side = (plan: Pick<Plan, 'millisecondsPerTurn' | 'clock'>) => Promise<Turn>

/** The side that does an operation again and again until its turn is over. */
export function sideOf(operation: Operation, clocks: Record<Plan['clock'], () => number> = CLOCKS): Side {
  return async ({ millisecondsPerTurn, clock }) => {
    const now = clocks[clock]
    const start = now()
    let operations = 0
    do {
      await operation()
      operations++
    } while (now() - start < millisecondsPerTurn)
    return { milliseconds: now() - start, operations }
  }
}

/**
 * Measures both in short turns, ours, theirs, ours, theirs, so that whatever slows the machine slows both alike, and
 * compares within each round only. The first rounds warm both up and do not count.
 */
export async function measure(ours: Side, theirs: Side, plan: Plan): Promise<Measurement> {
  const values: number[] = []
  const ratios: number[] = []
  for (let round = -plan.warmUpRounds; round < plan.rounds; round++) {
    const here = { milliseconds: 0, operations: 0 }
    const there = { milliseconds: 0, operations: 0 }
    for (let turn = 0; turn < plan.turnsPerRound; turn++) {
      add(here, await ours(plan))
      add(there, await theirs(plan))
    }
    if (round < 0) continue
    const value = here.milliseconds / here.operations
    values.push(value)
    ratios.push(there.milliseconds / there.operations / value)
  }
  const ratio = quantile(ratios, 0.5)
  return { value: quantile(values, 0.5), ratio, spread: (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / ratio }
}

function add(sum: Turn, { milliseconds, operations }: Turn): void {
  sum.milliseconds += milliseconds
  sum.operations += operations
}

/** By linear interpolation between the two nearest. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

/** `NAME value unit ratio spread` */
export function line(name: string, { value, ratio, spread }: Measurement): string {
  return `${name} ${value.toFixed(3)} ms ${ratio.toFixed(2)} ${spread.toFixed(2)}`
}

/** `gate NAME value bound ok|FAIL`, where the value is the ratio. */
export function gate({ name, bound }: Pick<Benchmark, 'name' | 'bound'>, { ratio }: Pick<Measurement, 'ratio'>) {
  const ok = ratio >= bound
  return { ok, line: `gate ${name} ${ratio.toFixed(2)} ${Number(bound.toFixed(3))} ${ok ? 'ok' : 'FAIL'}` }
}
