import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured } from '../figures.ts'
import { alignmentGrowth } from './alignments.ts'
import { credentialGrowth } from './credentials.ts'
import { drawGrowth } from './draw.ts'
import { logN, nLogN, type Series, worstGrowth } from './series.ts'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')

/** A measurement on a machine with other work to do is no exact thing; twice what is allowed would be seen all the same. */
const NOISE = 1.3

/**
 * How costs grow with the alignments in a credential, and with the credentials in the database. With `--draw` the drawings of it in
 * `docs/` are made anew; the costs themselves are printed.
 */
export const growth: Measured = {
  name: 'growth',
  async measure() {
    const alignments = await alignmentGrowth()
    const { ofOne, ofAll } = await credentialGrowth()
    for (const series of [...alignments, ...ofOne, ...ofAll]) console.log(lineOf(series))
    if (process.argv.includes('--draw')) {
      const draw = (name: string, series: readonly Series[], sizes: string) =>
        writeFileSync(join(DOCS, name), drawGrowth(series, sizes))
      draw('growth-alignments.svg', alignments, 'alignments in one credential')
      draw('growth-credentials.svg', [...ofOne, ...ofAll], 'credentials in the database')
    }
    return [
      { name: 'growth-alignments', value: worstGrowth(alignments, nLogN), unit: 'of n log n', atMost: NOISE },
      { name: 'growth-one', value: worstGrowth(ofOne, logN), unit: 'of log n', atMost: NOISE },
      { name: 'growth-all', value: worstGrowth(ofAll, nLogN), unit: 'of n log n', atMost: NOISE },
    ]
  },
}

function lineOf({ name, points }: Series): string {
  const costs = points.map(({ size, cost }) => `${size.toLocaleString('en-GB')}: ${cost.toPrecision(3)} ms`)
  return `growth of ${name}: ${costs.join(', ')}`
}
