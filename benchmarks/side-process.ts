import { type Plan, sideOf } from './benchmark.ts'
import { BENCHMARKS } from './benchmarks.ts'

/** One side of one benchmark, `NAME ours|theirs`, in a process of its own: it takes its turns when its parent says so. */
const [, , name, which] = process.argv
const benchmark = BENCHMARKS.find((one) => one.name === name)
if (benchmark === undefined || (which !== 'ours' && which !== 'theirs'))
  throw new Error(`There is no ${name} ${which}.`)
const side = sideOf((await benchmark.prepare())[which])
process.on('message', (plan: Plan) => {
  void side(plan).then((turn) => process.send?.(turn))
})
process.once('disconnect', () => process.exit())
process.send?.('ready')
