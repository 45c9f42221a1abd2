import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Measured } from './figures.ts'

const ROWS = 10_000
const CHILD = join(import.meta.dirname, 'import-process.ts')

/** From a file of 10,000 results to awards that are signed, verified, in the log and on the disk, by the clock on the wall. */
export const importing: Measured = {
  name: 'import',
  async measure() {
    const { stdout } = await promisify(execFile)(process.execPath, ['--disable-proto=delete', CHILD, String(ROWS)])
    const { read, all }: { read: number; all: number } = JSON.parse(stdout)
    return [
      { name: 'import-read', value: read, unit: 's', atMost: 4 },
      { name: 'import', value: all, unit: 's', atMost: 12 },
    ]
  },
}
