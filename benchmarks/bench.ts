import { type Benchmark, gate, line, measure, type Plan } from './benchmark.ts'
import { issue } from './issue.ts'
import { verify } from './verify.ts'

/**
 * `npm run bench [-- NAME …] [-- --gate]`: what one operation costs here, and how that compares with `@digitalbazaar/vc`
 * used plainly, measured in turn in this one run. Only the ratio says something on another machine.
 */
const BENCHMARKS: readonly Benchmark[] = [issue, verify]

/** Processor time of all threads: other programs on the machine do not count, work handed to a thread does. */
const PLAN: Plan = { warmUpRounds: 2, rounds: 15, turnsPerRound: 20, millisecondsPerTurn: 10, clock: processorTime }

const words = process.argv.slice(2).filter((word) => word !== '--')
const names = words.filter((word) => word !== '--gate')
const unknown = names.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}: choose from ${BENCHMARKS.map(({ name }) => name).join(', ')}.`)
  process.exit(64)
}
for (const benchmark of BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const { ours, theirs } = await benchmark.prepare()
  const measured = await measure(ours, theirs, PLAN)
  console.log(line(benchmark.name, measured))
  if (!words.includes('--gate')) continue
  const result = gate(benchmark, measured)
  console.log(result.line)
  if (!result.ok) process.exitCode = 1
}

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
