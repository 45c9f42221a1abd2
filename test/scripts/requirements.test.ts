import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { requirementLines } from '../../scripts/requirement-lines.ts'

const ROWS = 'id,who\nES-01,anyone\nIHE-02,"one, it"\nIHE-03,x\nIHE-04,y\n'
const file = (path: string, ...titles: string[]) => ({
  path,
  source: titles.map((title) => `test('${title}', () => {})`).join('\n'),
})

test('says of each row whether it is met, by the test that shows most of it', () => {
  const tests = [
    file('test/skills/a.test.ts', 'ES-01, IHE-02: works out'),
    file('test/wallet/b.test.ts', 'ES-01: is seen', 'IHE-04 (partly): is seen in part'),
  ]
  expect(requirementLines(ROWS, tests)).toEqual([
    'ES-01 met test/wallet/b.test.ts › is seen',
    'IHE-02 partly test/skills/a.test.ts › works out',
    'IHE-03 not -',
    'IHE-04 partly test/wallet/b.test.ts › is seen in part',
  ])
})

test('refuses a test that names a row which is not there', () => {
  expect(() => requirementLines(ROWS, [file('test/a.test.ts', 'ES-77: is seen')])).toThrow('ES-77')
})

test.each([
  'ES-01 IHE-02: is seen',
  'ES-01 is seen',
  'ES-01, IHE-02(partly): is seen',
])('refuses a test that names its rows otherwise: %s', (title) => {
  expect(() => requirementLines(ROWS, [file('test/a.test.ts', title)])).toThrow('does not name its rows as')
})

test('`npm run requirements` prints every row, and the tests here name none that is not there', () => {
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'requirements.ts')
  const lines = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim().split('\n')
  expect(lines).toHaveLength(163)
  for (const line of lines)
    expect(line).toMatch(/^(ES|IHE|HTQ)-\d+ (met|partly) test\/.+ › .+$|^(ES|IHE|HTQ)-\d+ not -$/)
})
