import { batch } from './batch.ts'
import { type Benchmark, gate, line, measure, type Plan } from './benchmark.ts'
import { combination } from './combination.ts'
import { employer } from './employer.ts'
import { figureLine, gateFigure, type Measured } from './figures.ts'
import { http } from './http.ts'
import { issue } from './issue.ts'
import { memory } from './memory.ts'
import { processorTime } from './processor-time.ts'
import { trust } from './trust.ts'
import { verify } from './verify.ts'

/**
 * `npm run bench [-- NAME …] [-- --gate]`: what one operation costs here, and how that compares with `@digitalbazaar/vc`
 * used plainly, measured in turn in this one run. Only the ratio says something on another machine.
 */
const BENCHMARKS: readonly Benchmark[] = [issue, verify, batch]

/** What is measured with nobody's to compare. */
const MEASURED: readonly Measured[] = [trust, combination, http, employer, memory]
const ALL = [...BENCHMARKS, ...MEASURED].map(({ name }) => name)

const PLAN: Plan = { warmUpRounds: 2, rounds: 15, turnsPerRound: 20, millisecondsPerTurn: 10, clock: processorTime }

const words = process.argv.slice(2).filter((word) => word !== '--')
const names = words.filter((word) => word !== '--gate' && word !== '--all')
const unknown = names.find((name) => !ALL.includes(name))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}: choose from ${ALL.join(', ')}.`)
  process.exit(64)
}
const isAsked = ({ name }: { name: string }) => names.length === 0 || names.includes(name)
for (const benchmark of BENCHMARKS.filter(isAsked)) {
  const { ours, theirs } = await benchmark.prepare()
  const measured = await measure(ours, theirs, benchmark.plan ?? PLAN)
  console.log(line(benchmark.name, measured))
  if (!words.includes('--gate')) continue
  const result = gate(benchmark, measured)
  console.log(result.line)
  if (!result.ok) process.exitCode = 1
}

for (const measured of MEASURED.filter(isAsked)) {
  for (const figure of await measured.measure()) {
    console.log(figureLine(figure))
    if (!words.includes('--gate')) continue
    const result = gateFigure(figure)
    console.log(result.line)
    if (!result.ok) process.exitCode = 1
  }
}
