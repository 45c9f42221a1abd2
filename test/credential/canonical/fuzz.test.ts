import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const ROOT = join(import.meta.dirname, '../../..')
const DOCUMENTS = 2000

/** In a process of its own: the reference libraries take several times as long inside the test runner. */
test(`the engine and the reference libraries agree on ${DOCUMENTS} documents, but for differences that are documented`, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-proto=delete', 'scripts/fuzz-canonical.ts', String(DOCUMENTS)],
    { cwd: ROOT },
  )
  const times = (outcome: string) => Number(new RegExp(`(\\d+) ${outcome}`).exec(stdout)?.[1] ?? 0)
  expect(times('documents from seed 1')).toBe(DOCUMENTS)
  expect(times('identical')).toBeGreaterThan(DOCUMENTS * 0.4)
  expect(times('both refuse')).toBeGreaterThan(DOCUMENTS * 0.2)
}, 60_000)
