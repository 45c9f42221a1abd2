import { gate, line, type Plan } from './benchmark.ts'
import { BENCHMARKS } from './benchmarks.ts'
import { combination } from './combination.ts'
import { employer } from './employer.ts'
import { figureLine, gateFigure, type Measured } from './figures.ts'
import { growth } from './growth/growth.ts'
import { http } from './http.ts'
import { importing } from './import.ts'
import { memory } from './memory.ts'
import { trust } from './trust.ts'
import { measureApart } from './two-sides.ts'

/**
 * `npm run bench [-- NAME …] [-- --gate]`: what one operation costs here, and how that compares with `@digitalbazaar/vc`
 * used plainly, measured in turn in this one run. Only the ratio says something on another machine.
 */

/** What is measured with nobody's to compare. */
const MEASURED: readonly Measured[] = [trust, combination, http, employer, importing, growth, memory]
const ALL = [...BENCHMARKS, ...MEASURED].map(({ name }) => name)

const PLAN: Plan = { warmUpRounds: 2, rounds: 9, turnsPerRound: 3, millisecondsPerTurn: 150, clock: 'processor' }

const words = process.argv.slice(2).filter((word) => word !== '--')
const names = words.filter((word) => !['--gate', '--all', '--draw'].includes(word))
const unknown = names.find((name) => !ALL.includes(name))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}: choose from ${ALL.join(', ')}.`)
  process.exit(64)
}
const isAsked = ({ name }: { name: string }) => names.length === 0 || names.includes(name)
for (const benchmark of BENCHMARKS.filter(isAsked)) {
  const measured = await measureApart(benchmark, benchmark.plan ?? PLAN)
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
