import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bakeImage } from '#credential'
import type { JsonObject } from '#platform'
import { run } from '../../cli/run.ts'
import { png } from '../credential/bake/pictures.ts'
import { type College, startCollege } from '../verifier/college.ts'
import { freePort } from '../verifier/service.ts'

let college: College
let folder: string
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  credential = await college.issue()
  folder = mkdtempSync(join(tmpdir(), 'passport-many-'))
  mkdirSync(join(folder, 'good'))
  mkdirSync(join(folder, 'all'))
  mkdirSync(join(folder, 'empty'))
  const text = JSON.stringify(credential)
  for (const place of ['good', 'all']) {
    writeFileSync(join(folder, place, 'b.json'), text)
    writeFileSync(join(folder, place, 'a.png'), bakeImage(png(), text))
    writeFileSync(join(folder, place, 'notes.txt'), 'not looked at')
  }
  writeFileSync(join(folder, 'all', 'c.json'), JSON.stringify({ ...credential, name: 'Something better' }))
  writeFileSync(join(folder, 'all', 'd.json'), '{"a":1,"a":2}')
  writeFileSync(join(folder, 'all', 'e.jwt'), 'x'.repeat(9 * 1024 * 1024))
})
afterAll(async () => {
  await college.stop()
  rmSync(folder, { recursive: true })
})

async function verify(...words: string[]) {
  const lines: string[] = []
  const errors: string[] = []
  const code = await run(['verify', ...words], {
    environment: { ALLOW_LOOPBACK_FETCH: '1' },
    folder,
    isTerminal: false,
    input: async function* () {},
    print: (text) => void lines.push(text),
    write: () => undefined,
    complain: (text) => void errors.push(text),
  })
  return { code, lines, errors: errors.join('\n') }
}

test('checks all credentials of a folder, by name, and counts them', async () => {
  const { code, lines } = await verify('good')
  expect(lines).toEqual([
    expect.stringMatching(/^✓ a\.png: This credential is genuine.* · Network Security Operations, Example/),
    expect.stringMatching(/^✓ b\.json: This credential is genuine/),
    '2 checked: 2 accepted, 0 rejected or unreadable, 0 could not be decided.',
  ])
  expect(code).toBe(0)
})

test('ends with the worst, and one that cannot be read keeps no other from being checked', async () => {
  const { code, lines } = await verify('all')
  expect(code).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(/^✓ a\.png/),
    expect.stringMatching(/^✓ b\.json/),
    expect.stringMatching(/^✗ c\.json: This credential is not genuine.*proof\.invalid$/),
    expect.stringMatching(/^✗ d\.json: .*json\.duplicateKey$/),
    expect.stringMatching(/^✗ e\.jwt: .*8 MiB.*request\.tooLarge$/),
    '5 checked: 2 accepted, 3 rejected or unreadable, 0 could not be decided.',
  ])
})

test('prints a line of JSON for each, and one for all', async () => {
  const { lines } = await verify('all', '--json')
  const [first, ...rest] = lines.map((line) => JSON.parse(line))
  expect(first).toMatchObject({ name: 'a.png', verdict: 'accepted', credential })
  expect(rest.map(({ name, verdict, code }) => [name, verdict ?? code])).toEqual([
    ['b.json', 'accepted'],
    ['c.json', 'rejected'],
    ['d.json', 'json.duplicateKey'],
    ['e.jwt', 'request.tooLarge'],
    [undefined, undefined],
  ])
  expect(rest.at(-1)).toEqual({ checked: 5, accepted: 2, rejected: 3, undecided: 0 })
})

test('checks the rows of a table, of which the column can be named', async () => {
  college.share('/s/many', [credential])
  const nobody = `http://localhost:${await freePort()}/x`
  const cell = `"${JSON.stringify(credential).replaceAll('"', '""')}"`
  writeFileSync(join(folder, 'people.csv'), `Name,Proof\nOla,${college.url}/s/many\nAda,${cell}\nEve,${nobody}\n`)
  const { code, lines } = await verify('people.csv')
  expect(code).toBe(2)
  expect(lines).toEqual([
    expect.stringMatching(/^✓ row 2/),
    expect.stringMatching(/^✓ row 3/),
    expect.stringMatching(/^\? row 4: The link could not be opened · fetch\.failed$/),
    '3 checked: 2 accepted, 0 rejected or unreadable, 1 could not be decided.',
  ])
  expect((await verify('people.csv', '--column', 'proof')).code).toBe(2)
  const wrong = await verify('people.csv', '--column', 'Badge')
  expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining('There are: Name, Proof.')])
})

test('ends with 64 where there is nothing to check', async () => {
  expect(await verify('empty')).toMatchObject({ code: 64, lines: [] })
  expect(await verify('nothing.csv')).toMatchObject({ code: 64, lines: [] })
})
