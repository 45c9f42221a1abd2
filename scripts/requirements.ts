import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requirementLines } from './requirement-lines.ts'

/**
 * `npm run requirements`: a line for each row of `docs/requirements.csv`, `ID met|partly|not TEST`. What is met is read from
 * the names of the tests; `npm test` says whether those tests pass.
 */
const ROOT = join(import.meta.dirname, '..')
const rows = readFileSync(join(ROOT, 'docs', 'requirements.csv'), 'utf8')
const names = globSync('test/**/*.test.{ts,tsx}', { cwd: ROOT, exclude: ['test/scripts'] }).sort()
const tests = names.map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }))
for (const line of requirementLines(rows, tests)) console.log(line)
