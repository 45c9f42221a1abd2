import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { loadPackage } from '#skills'
import { run } from '../../cli/run.ts'
import { bundled } from '../skills/packages.ts'

const folder = mkdtempSync(join(tmpdir(), 'passport-frameworks-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Level {
  quality: string
  position: number
}
interface Item {
  humanCodingScheme?: string
}

async function frameworks(...words: string[]) {
  const out: string[] = []
  const code = await run(['frameworks', ...words], {
    environment: {},
    folder,
    isTerminal: false,
    input: async function* () {},
    print: (text) => void out.push(text),
    write: (bytes) => void out.push(Buffer.from(bytes).toString()),
    complain: (text) => void out.push(text),
  })
  return { code, out: out.join('\n') }
}

test('ES-20: the five levels go out in their order, of which the first and the last have no statements of their own', async () => {
  await frameworks('export', 'eskills/2006', '--url', 'https://wallet.example', '-o', 'levels.json')
  const { CFItems, CFRubrics } = JSON.parse(readFileSync(join(folder, 'levels.json'), 'utf8'))
  const levels = CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels
  expect(levels.map(({ position, quality }: Level) => `${position} ${quality}`)).toEqual([
    '1 Inexperienced',
    '2 Foundation',
    '3 Intermediate',
    '4 Advanced',
    '5 Super-user',
  ])
  const codes = CFItems.map(({ humanCodingScheme = '' }: Item) => humanCodingScheme)
  const statements = codes.filter((code: string) => /^SS\/[\w-]+\/\d+$/.test(code))
  expect(statements).toHaveLength(6)
  expect(statements.filter((code: string) => /Inexperienced|Super-user/.test(code))).toEqual([])
})

test('a framework goes out as CASE and comes back as the package that it was', async () => {
  expect((await frameworks('export')).out).toMatch(/^eskills\/2006 {2}2006\.1\.0 {2}techniques$/m)
  expect((await frameworks('export', 'eskills/2006', '--url', 'https://wallet.example', '-o', 'out.json')).code).toBe(0)
  expect(readFileSync(join(folder, 'out.json'), 'utf8')).toContain('https://wallet.example/ims/case/v1p1/CFItems/')
  const { code, out } = await frameworks('import', 'out.json', '-o', 'back.json')
  expect([code, out]).toEqual([0, 'eskills/2006 2006.1.0, of the kind techniques.\nNothing was left out.'])
  const back = loadPackage(JSON.parse(readFileSync(join(folder, 'back.json'), 'utf8')))
  expect(back.digest).toBe(bundled('techniques', 'eskills/2006').digest)
})

test('what has no place in a package is named, and what is no framework is refused', async () => {
  const item = { identifier: 'i1', humanCodingScheme: 'W1', fullStatement: 'Weld a seam', notes: 'By hand' }
  const framework = { CFDocument: { identifier: 'd', title: 'Welding' }, CFItems: [item] }
  writeFileSync(join(folder, 'welding.json'), JSON.stringify(framework))
  const { code, out } = await frameworks('import', 'welding.json', '--id', 'sector/welding', '-o', 'made.json')
  expect(code).toBe(0)
  expect(out).toContain('sector/welding 1.0.0, of the kind competences.')
  expect(out).toContain('Left out, 1: field notes, of W1.')
  writeFileSync(join(folder, 'other.json'), '{}')
  expect(await frameworks('import', 'other.json')).toEqual({
    code: 1,
    out: expect.stringContaining('This is no framework of CASE: /CFDocument'),
  })
  expect((await frameworks('import')).code).toBe(64)
  expect((await frameworks('export', 'no/such')).code).toBe(64)
})
