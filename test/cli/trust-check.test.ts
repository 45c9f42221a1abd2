import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { run } from '../../cli/run.ts'
import { type College, startCollege } from '../verifier/college.ts'

let college: College
let folder: string
let register: string

beforeAll(async () => {
  college = await startCollege()
  register = String(college.pages.get('GET /register')?.body)
  folder = mkdtempSync(join(tmpdir(), 'passport-trust-'))
  writeFileSync(join(folder, 'list.json'), register)
  writeFileSync(join(folder, 'altered.json'), register.replace('"ext:Module"', '"Degree"'))
})
afterAll(async () => {
  await college.stop()
  rmSync(folder, { recursive: true })
})

async function check(...words: string[]) {
  const out: string[] = []
  const code = await run(['trust', 'check', ...words], {
    environment: { ALLOW_LOOPBACK_FETCH: '1' },
    folder,
    isTerminal: false,
    input: async function* () {},
    print: (text) => void out.push(text),
    write: () => undefined,
    complain: (text) => void out.push(text),
  })
  return { code, out: out.join('\n') }
}

test('prints what a list says, from a file or its address, with who signed it', async () => {
  const { issuer } = JSON.parse(register)
  for (const target of ['list.json', `${college.url}/register`]) {
    const { code, out } = await check(target, '--signer', issuer)
    expect([code, out]).toEqual([0, expect.stringContaining(`signed by ${issuer}`)])
    expect(out).toContain('may award modules')
  }
  expect((await check('list.json')).code).toBe(0)
})

test('names the code that refuses a list', async () => {
  expect(await check('altered.json')).toMatchObject({ code: 1, out: expect.stringContaining('(trust.') })
  expect(await check('list.json', '--signer', 'did:web:another.example')).toMatchObject({
    code: 1,
    out: expect.stringContaining('(trust.wrongSigner)'),
  })
  expect(await check(`${college.url}/nothing`)).toMatchObject({ code: 2, out: expect.stringContaining('(fetch.') })
  expect((await check()).code).toBe(64)
  expect((await check('there-is-none.json')).code).toBe(64)
})
