import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Outcome, runWithin } from './run-within.ts'
import { type Tally, tallyOf } from './tally.ts'

/** `npm test` runs the checks and every test; `npm test -- ARGUMENTS` hands the arguments to jest and runs nothing else. */

const ROOT = join(import.meta.dirname, '..')
const LIMIT_MS = 20 * 60_000
const NODE_FLAGS = ['--disable-proto=delete']

interface Manifest {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const started = performance.now()
const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const jestArguments = process.argv.slice(2)

requirePackages()
const total: Tally = { passed: 0, failed: 0 }
if (jestArguments.length === 0) await runChecks()
await runJest()
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** A test that cannot find its library fails in ways that mislead, so what is missing or out of date is named first. */
function requirePackages(): void {
  const wrong = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([name, version]) => {
    const path = join(ROOT, 'node_modules', name, 'package.json')
    return !existsSync(path) || JSON.parse(readFileSync(path, 'utf8')).version !== version
  })
  if (wrong.length === 0) return
  console.error(
    `Not installed as package.json says: ${wrong.map((entry) => entry.join('@')).join(', ')}. Run \`npm ci\`.`,
  )
  console.log('0 passed, 1 failed')
  process.exit(1)
}

/** The commands of `npm run check`, at once, each counted as one test. */
async function runChecks(): Promise<void> {
  const check = async (command: string) => {
    console.log(`> ${command}`)
    const [program = '', ...args] = command.split(' ')
    const outcome = await run(join(ROOT, 'node_modules', '.bin', program), args)
    if (outcome.ok) total.passed++
    else fail(`${command}: ${outcome.reason}`)
  }
  await Promise.all((manifest.scripts.check ?? '').split('&&').map((command) => check(command.trim())))
}

async function runJest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'skills-passport-test-'))
  const results = join(folder, 'results.json')
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
  console.log('\n> jest')
  const outcome = await run(process.execPath, [
    ...NODE_FLAGS,
    jest,
    '--json',
    '--outputFile',
    results,
    ...jestArguments,
  ])
  const report: unknown = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  const { passed, failed, faults } = tallyOf(report, { mayChoose: jestArguments.some(isChoice) })
  total.passed += passed
  total.failed += failed
  for (const fault of faults) console.error(fault)
  if (!outcome.ok && failed === 0) fail(`jest: ${outcome.reason}`)
}

/** Whether the caller chose tests by name: then those not chosen are not skipped tests. */
function isChoice(argument: string): boolean {
  return /^(-t|--testNamePattern)\b/.test(argument)
}

function run(program: string, args: readonly string[]): Promise<Outcome> {
  return runWithin(LIMIT_MS - (performance.now() - started), program, args, ROOT)
}

function fail(reason: string): void {
  total.failed++
  console.error(reason)
}
