import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runWithin } from '../../scripts/run-within.ts'
import { tallyOf } from '../../scripts/tally.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const IMPORT = `import { test } from '@jest/globals'`
const RUNNER = join(ROOT, 'test', 'runner', 'runner.ts')

/** The last line and the exit code of `npm test -- …` on a made-up project. */
function runTests(files: Record<string, string>, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'made-up-'))
  for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), `${IMPORT}; ${source}`)
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'scripts', 'test.ts'),
      '--config',
      JSON.stringify({ transform: {}, runner: RUNNER }),
      '--rootDir',
      folder,
      ...args,
    ],
    { encoding: 'utf8', cwd: ROOT },
  )
  rmSync(folder, { recursive: true })
  return { last: stdout.trimEnd().split('\n').at(-1), status }
}

test('counts passes and ends in the line that says so', () => {
  const files = { 'a.test.js': `test('a', () => {}); test('b', () => {})` }
  expect(runTests(files)).toEqual({ last: '2 passed, 0 failed', status: 0 })
})

test('counts as failed: a test that fails, is skipped, is unwritten, hangs or leaves a rejection behind; a file that does not load or ends its process', () => {
  const files = {
    'a.test.js': `test('a', () => {}); test('b', () => { throw new Error('b') }); test.skip('c', () => {}); test.todo('d')`,
    'e.test.js': `test('e', () => {`,
    'f.test.js': `test('hangs', () => new Promise(() => setInterval(() => {}, 1000)), 100); test('after it', () => {})`,
    'g.test.js': `test('g', async () => { Promise.reject(new Error('g')); await new Promise((go) => setTimeout(go, 50)) })`,
    'h.test.js': `test('h', () => process.exit(0))`,
    'i.test.js': `test('i', () => {})`,
  }
  expect(runTests(files)).toEqual({ last: '3 passed, 7 failed', status: 1 })
})

test('counts a run without a test as failed', () => {
  expect(runTests({})).toEqual({ last: '0 passed, 1 failed', status: 1 })
})

test('leaves out what the caller did not choose by name', () => {
  const files = { 'a.test.js': `test('one', () => {}); test('two', () => { throw new Error() })` }
  expect(runTests(files, '-t', 'one')).toEqual({ last: '1 passed, 0 failed', status: 0 })
})

test('counts a missing report as failed', () => {
  expect(tallyOf(undefined)).toMatchObject({ passed: 0, failed: 1 })
  expect(tallyOf({ testResults: 'none' })).toMatchObject({ passed: 0, failed: 1 })
})

test('ends a program, and what it started, at the limit', async () => {
  const started = performance.now()
  const outcome = await runWithin(500, 'sh', ['-c', 'sleep 60 & sleep 60'], ROOT)
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('limit') })
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('says why a program failed or could not be started', async () => {
  expect(await runWithin(5000, 'sh', ['-c', 'exit 3'], ROOT)).toEqual({ ok: false, reason: 'exit 3' })
  expect(await runWithin(5000, 'no-such-program', [], ROOT)).toMatchObject({
    reason: expect.stringContaining('ENOENT'),
  })
  expect(await runWithin(0, 'true', [], ROOT)).toMatchObject({ ok: false })
  expect(await runWithin(5000, 'true', [], ROOT)).toEqual({ ok: true })
})

test('says what to do under an old Node', () => {
  const pretend = 'data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "20.20.2" } })'
  const script = join(ROOT, 'scripts', 'require-node.cjs')
  const { status, stderr } = spawnSync(process.execPath, ['--import', pretend, script], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/This is Node 20\.20\.2[\s\S]+npm ci/)
  expect(spawnSync(process.execPath, [script]).status).toBe(0)
})

test('says what to do where nothing is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'))
  mkdirSync(join(folder, 'scripts'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  copyFileSync(join(ROOT, 'scripts', 'require-node.cjs'), join(folder, 'scripts', 'require-node.cjs'))
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts', 'require-node.cjs')], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(status).toBe(1)
  expect(stderr).toContain('npm ci')
})
