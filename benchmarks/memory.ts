import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Measured } from './figures.ts'

const run = promisify(execFile)

const COUNT = 10_000
const ALL = 100_000

/** As `docs/performance.md` advises where memory is short: what is short-lived is cleared away sooner. */
const FLAGS = ['--disable-proto=delete', '--max-semi-space-size=2']

/** The memory of a process while it checks 10,000 credentials with two workers, or 100,000 with `--all`. */
export const memory: Measured = {
  name: 'memory',
  async measure() {
    const count = process.argv.includes('--all') ? ALL : COUNT
    const child = join(import.meta.dirname, 'memory-process.ts')
    const { stdout } = await run(process.execPath, [...FLAGS, child, String(count)])
    const { most, growth }: { most: number; growth: number } = JSON.parse(stdout)
    return [
      { name: 'memory', value: most, unit: 'MB', atMost: 250 },
      { name: 'memory-growth', value: growth, unit: 'MB', atMost: 15 },
    ]
  },
}
