import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
    // As the services, it reads what an earlier start compiled: what takes the types out of a source needs 20 MB by itself.
    const compiled = mkdtempSync(join(tmpdir(), 'bench-memory-'))
    const check = (so: number) =>
      run(process.execPath, [...FLAGS, child, String(so)], { env: { PATH: '', NODE_COMPILE_CACHE: compiled } })
    await check(200)
    const { stdout } = await check(count)
    rmSync(compiled, { recursive: true })
    const { most, growth }: { most: number; growth: number } = JSON.parse(stdout)
    return [
      { name: 'memory', value: most, unit: 'MB', atMost: 250 },
      { name: 'memory-growth', value: growth, unit: 'MB', atMost: 15 },
    ]
  },
}
