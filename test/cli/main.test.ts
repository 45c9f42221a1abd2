import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..', '..')

test('npx skills-passport runs inside the project, and ends with the code of the command', () => {
  const options = { cwd: ROOT, encoding: 'utf8', timeout: 25_000 } as const
  expect(execFileSync('npx', ['--no', 'skills-passport', '--version'], options)).toMatch(/^\d+\.\d+\.\d+\n$/)
  const piped = spawnSync(process.execPath, [join(ROOT, 'cli', 'main.ts'), 'verify', '-', '--json'], {
    ...options,
    input: '{"a":1}',
  })
  expect(piped.status).toBe(1)
  expect(JSON.parse(piped.stdout)).toMatchObject({ code: 'media.unsupported' })
})
