import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { presentationOf } from '#credential'
import type { JsonObject } from '#platform'
import { run } from '../../cli/run.ts'
import { itxt, png, svg } from '../credential/bake/pictures.ts'
import { type College, startCollege } from '../verifier/college.ts'
import { freePort } from '../verifier/service.ts'

let college: College
let folder: string
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  folder = mkdtempSync(join(tmpdir(), 'passport-cli-'))
  credential = await college.issue()
  const files = { 'good.json': credential, 'altered.json': { ...credential, name: 'Something better' } }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content))
  writeFileSync(join(folder, 'twice.json'), '{"a":1,"a":2}')
  writeFileSync(join(folder, 'register.json'), college.pages.get('GET /register')?.body ?? '')
  mkdirSync(join(folder, 'folder'))
})
afterAll(async () => {
  await college.stop()
  rmSync(folder, { recursive: true })
})

async function cli(
  words: readonly string[],
  { input = '', isTerminal = false, environment = { ALLOW_LOOPBACK_FETCH: '1' } as Record<string, string> } = {},
) {
  const out: string[] = []
  const errors: string[] = []
  const code = await run(words, {
    environment: { ...environment, DATA_DIR: join(folder, 'data') },
    folder,
    isTerminal,
    input: async function* () {
      yield Buffer.from(input)
    },
    print: (text) => void out.push(text),
    write: (bytes) => void out.push(Buffer.from(bytes).toString()),
    complain: (text) => void errors.push(text),
  })
  return { code, out: out.join('\n'), errors: errors.join('\n') }
}

describe('skills-passport verify', () => {
  test('ends with 0 for a genuine credential and says so in words', async () => {
    const { code, out } = await cli(['verify', 'good.json'])
    expect(code).toBe(0)
    expect(out).toMatch(/^✓ This credential is genuine/)
    expect(out).toContain('Issued by Example Independent College, did:web:')
    expect(out).toContain('✓ Signature: passed (proof.ok)')
    expect(out).not.toContain('\u001b')
    expect((await cli(['verify', 'good.json'], { isTerminal: true })).out).toContain('\u001b')
  })

  test('prints the report as JSON', async () => {
    const { code, out } = await cli(['verify', 'good.json', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'accepted', credential, recognition: { outcome: 'notListed' } })
  })

  test('trusts the list that is named', async () => {
    const { out } = await cli(['verify', '--trust', 'register.json', '--json', 'good.json'])
    expect(JSON.parse(out).recognition).toMatchObject({ outcome: 'recognised', list: { operator: college.did } })
  })

  test('checks for the day that is named', async () => {
    expect((await cli(['verify', 'good.json', '--at', '2020-01-01', '--json'])).code).toBe(1)
  })

  test('says whether it is about the person who is named', async () => {
    expect((await cli(['verify', 'good.json', '--recipient', 'ola adeyemi'])).out).toContain('(recipient.match)')
    const { code, out } = await cli(['verify', 'good.json', '--recipient', 'Eve Example'])
    expect(code).toBe(1)
    expect(out).toMatch(/^✗ Genuine, but not about the person you named/)
    expect((await cli(['verify', 'good.json', '--recipient', 'eve@example.org', '--json'])).code).toBe(2)
  })

  test('shows the credentials inside a record, each with its own answer', async () => {
    const altered = { ...credential, id: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0002' }
    writeFileSync(join(folder, 'record.json'), JSON.stringify(await college.record([credential, altered])))
    const { code, out } = await cli(['verify', 'record.json'])
    expect(code).toBe(1)
    expect(out).toMatch(/^✗ A genuine record, but not all of it holds\n {2}Transcript/)
    expect(out).toContain('Credential 2 of 2 in it\n✗ This credential is not genuine')
    const shown = await cli(['verify', '-'], {
      input: JSON.stringify(presentationOf([await college.record([credential])])),
    })
    expect(shown.code).toBe(0)
    expect(shown.out.match(/Credential 1 of 1 in it/g)).toHaveLength(1)
  })

  test('reads what is piped in, and follows a link', async () => {
    expect((await cli(['verify', '-'], { input: `${JSON.stringify(credential)}\n` })).code).toBe(0)
    college.share('/s/cli', [credential, { ...credential, name: 'x' }])
    const { code, out } = await cli(['verify', `${college.url}/s/cli`])
    expect(code).toBe(1)
    expect(out).toMatch(/^1 of 2 genuine/)
    expect((await cli(['verify', '-'], { input: JSON.stringify(presentationOf([credential])) })).code).toBe(0)
  })

  test('ends with 1 for what is rejected or cannot be read', async () => {
    expect((await cli(['verify', 'altered.json'])).code).toBe(1)
    const unreadable = await cli(['verify', 'twice.json'])
    expect([unreadable.code, unreadable.out]).toEqual([1, ''])
    expect(unreadable.errors).toContain('json.duplicateKey')
    expect(JSON.parse((await cli(['verify', 'twice.json', '--json'])).out).code).toBe('json.duplicateKey')
    const data = await cli(['verify', '-'], { input: '{"a":1}' })
    expect([data.code, data.out]).toEqual([1, ''])
    expect(data.errors).toContain('no credential')
  })

  test('ends with 2 for what could not be decided', async () => {
    const nobody = await cli(['verify', `http://localhost:${await freePort()}/x`, '--json'])
    expect(nobody.code).toBe(2)
    expect(JSON.parse(nobody.out).checks).toMatchObject([{ code: 'fetch.failed' }])
    const before = college.requests.length
    const offline = await cli(['verify', 'good.json', '--offline'])
    expect(offline.code).toBe(2)
    expect(offline.out).toContain('did.unresolvable')
    expect(college.requests).toHaveLength(before)
  })

  test('says how a link to this machine can be checked, where that is not allowed', async () => {
    college.share('/s/here', [credential])
    const link = `${college.url}/s/here`
    const blocked = await cli(['verify', link], { environment: {} })
    expect([blocked.code, blocked.out.split('\n')[0]]).toEqual([2, '? The link could not be opened'])
    expect(blocked.errors).toContain('ALLOW_LOOPBACK_FETCH=1')
    expect((await cli(['verify', link])).errors).toBe('')
    expect((await cli(['verify', 'http://10.0.0.1/'], { environment: {} })).errors).toBe('')
  })

  test('shows control characters of a credential instead of obeying them', async () => {
    const name = 'Badge\u001b[2J\u202egnihton'
    const input = JSON.stringify({ ...credential, issuer: { id: college.did, type: ['Profile'], name } })
    const { out } = await cli(['verify', '-'], { input })
    expect(out).toContain('Badge\uFFFD[2J\uFFFDgnihton')
  })

  test.each([
    [['verify']],
    [['verify', 'a', 'b']],
    [['verify', 'nothing.json']],
    [['verify', 'folder']],
    [['verify', 'good.json', '--colour']],
    [['verify', 'good.json', '--at', 'soon']],
    [['verify', 'good.json', '--trust', 'nothing.json']],
    [[]],
    [['dance']],
    [['issuer']],
    [['issuer', 'destroy']],
  ])('ends with 64 for %j', async (words) => {
    const { code, out, errors } = await cli(words)
    expect([code, out]).toEqual([64, ''])
    expect(errors).not.toBe('')
  })
})

describe('skills-passport bake and unbake', () => {
  test.each([
    ['PNG', 'badge.png', png()],
    ['SVG', 'badge.svg', svg()],
  ])('put a credential into a %s and take it out, and the picture verifies', async (_kind, name, image) => {
    writeFileSync(join(folder, name), image)
    expect(await cli(['bake', name, 'good.json', '-o', `baked-${name}`])).toEqual({ code: 0, out: '', errors: '' })
    const checked = await cli(['verify', `baked-${name}`])
    expect([checked.code, checked.out.split('\n')[0]]).toEqual([
      0,
      '✓ This credential is genuine. Its issuer is on no list used here',
    ])
    const text = readFileSync(join(folder, 'good.json'), 'utf8')
    expect(await cli(['unbake', `baked-${name}`])).toEqual({ code: 0, out: text, errors: '' })
    expect((await cli(['unbake', `baked-${name}`, '--out', 'out.json'])).code).toBe(0)
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe(text)
    await cli(['bake', `baked-${name}`, 'altered.json', '-o', `again-${name}`])
    expect((await cli(['verify', `again-${name}`])).code).toBe(1)
  })

  test('hand the picture to the next program where no file is named', async () => {
    writeFileSync(join(folder, 'pipe.svg'), svg())
    expect((await cli(['bake', 'pipe.svg', 'good.json'])).out).toContain('<openbadges:credential>')
  })

  test('end with 1 for a picture or a credential that cannot be read, and write nothing', async () => {
    for (const [words, code] of [
      [['bake', 'good.json', 'good.json'], 'image.malformed'],
      [['bake', 'empty.png', 'twice.json'], 'json.duplicateKey'],
      [['unbake', 'empty.png'], 'image.noBadge'],
      [['verify', 'empty.png'], 'image.noBadge'],
    ] as const) {
      writeFileSync(join(folder, 'empty.png'), png())
      const { code: end, out, errors } = await cli(words[0] === 'bake' ? [...words, '-o', 'never.png'] : words)
      expect([end, out]).toEqual([1, ''])
      expect(errors).toContain(code)
    }
    expect(existsSync(join(folder, 'never.png'))).toBe(false)
  })

  test('an Open Badges 2.0 assertion in a picture could not be decided', async () => {
    writeFileSync(join(folder, 'old.png'), png([itxt('openbadges', 'https://a.example/1')]))
    expect((await cli(['verify', 'old.png'])).code).toBe(2)
    expect((await cli(['unbake', 'old.png'])).out).toBe('https://a.example/1')
  })

  test('show control characters of a picture instead of obeying them, and hand them on unchanged', async () => {
    writeFileSync(join(folder, 'escape.png'), png([itxt('openbadges', '{"a":"\u001b[2J"}')]))
    expect((await cli(['unbake', 'escape.png'], { isTerminal: true })).out).toBe('{"a":"\uFFFD[2J"}')
    expect((await cli(['unbake', 'escape.png'])).out).toBe('{"a":"\u001b[2J"}')
  })

  test.each([
    [['bake']],
    [['bake', 'badge.png']],
    [['bake', 'badge.png', 'good.json', 'more']],
    [['bake', 'nothing.png', 'good.json']],
    [['bake', 'badge.png', 'good.json', '-o', 'folder']],
    [['bake', 'badge.png', 'good.json', '--colour']],
    [['unbake']],
    [['unbake', 'badge.png', 'more']],
  ])('end with 64 for %j', async (words) => {
    const { code, errors } = await cli(words)
    expect(code).toBe(64)
    expect(errors).not.toBe('')
  })
})

describe('skills-passport issuer create', () => {
  test('prints all that the issuer needs', async () => {
    const words = ['issuer', 'create', '--name', 'A College', '--did', 'key', '--suite', 'vc-jwt', '--curve', 'P-256']
    const { code, out } = await cli([...words, '--status', '--json'])
    expect(code).toBe(0)
    const { id, did, apiKey, issueUrl, staffSignInUrl } = JSON.parse(out)
    expect([id, did.slice(0, 12)]).toEqual(['a-college', 'did:key:zDna'])
    expect(apiKey.length).toBeGreaterThan(22)
    expect(issueUrl).toBe('http://localhost:4001/issuers/a-college/credentials/issue')
    expect(staffSignInUrl).toMatch(/^http:\/\/localhost:4001\/.{22,}/)
    const again = await cli(words)
    expect(again.code).toBe(1)
    expect(again.errors).toContain('request.conflict')
  })

  test.each([
    [['--name', 'B', '--did', 'key']],
    [['--name', 'B', '--did', 'sov', '--suite', 'vc-jwt']],
    [['--name', 'B', '--did', 'key', '--suite', 'x']],
    [['--name', 'B', '--did', 'key', '--suite', 'vc-jwt', '--curve', 'P-521']],
    [['--name', 'B', '--did', 'key', '--suite', 'vc-jwt', '--alg', 'none']],
    [['--name', 'B', '--did', 'key', '--suite', 'vc-jwt', '--alg', 'EdDSA', '--curve', 'P-256']],
    [['--name', 'B', '--did', 'key', '--suite', 'eddsa-rdfc-2022', '--curve', 'P-256']],
    [['--name', '', '--did', 'key', '--suite', 'vc-jwt']],
  ])('ends with 64 for %j', async (words) => {
    expect((await cli(['issuer', 'create', ...words])).code).toBe(64)
  })
})

describe('skills-passport issuer rotate-key', () => {
  const made = (slug: string, did: string) =>
    cli(['issuer', 'create', '--name', slug, '--did', did, '--suite', 'vc-jwt', '--json'])

  test('makes a new key, and says what became of the old one', async () => {
    await made('rotating', 'web')
    const first = await cli(['issuer', 'rotate-key', '--issuer', 'rotating', '--reason', 'Yearly'])
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('#key-1 is retired')])
    const since = ['--compromised-since', '2026-01-31T12:00:00Z']
    const second = await cli(['issuer', 'rotate-key', '--issuer', 'rotating', ...since, '--json'])
    expect([second.code, JSON.parse(second.out)]).toEqual([0, { number: 2, inUse: 3 }])
    const third = await cli(['issuer', 'rotate-key', '--issuer', 'rotating', ...since, '--key', '1'])
    expect([third.code, third.out]).toEqual([0, expect.stringContaining('#key-1 is in other hands since 2026-01-31')])
    expect(third.out).toContain('now signs with #key-3')
  })

  test('ends with 1 for an issuer that is named by its key or is not there', async () => {
    await made('for-ever', 'key')
    const kept = await cli(['issuer', 'rotate-key', '--issuer', 'for-ever'])
    expect([kept.code, kept.errors]).toEqual([1, expect.stringContaining('named by its key')])
    expect((await cli(['issuer', 'rotate-key', '--issuer', 'nobody'])).code).toBe(1)
  })

  test.each([
    [[]],
    [['--issuer', 'rotating', '--compromised-since', 'lately']],
    [['--issuer', 'rotating', '--compromised-since', '2999-01-01']],
    [['--issuer', 'rotating', '--key', 'first']],
    [['--issuer', 'rotating', '--colour']],
  ])('ends with 64 for %j', async (words) => {
    expect((await cli(['issuer', 'rotate-key', ...words])).code).toBe(64)
  })
})

test.each([
  [['verify', '--help'], 'verify FILE|URL|-'],
  [['verify', 'good.json', '-h'], 'verify FILE|URL|-'],
  [['bake', '--help'], 'bake IMAGE CREDENTIAL'],
  [['unbake', '--help'], 'unbake IMAGE'],
  [['trust', '--help'], 'trust check FILE'],
  [['issuer', 'create', '--help'], 'issuer create'],
  [['issuer', 'rotate-key', '--help'], 'issuer rotate-key'],
  [['trust', 'check', '-h'], 'trust check FILE'],
  [['receipt', '--help'], 'receipt RECEIPT.zip'],
  [['audit', '--help'], 'audit [issuer|wallet|verifier]'],
])('%j prints its own part of the help', async (words, part) => {
  const { code, out, errors } = await cli(words)
  expect([code, errors]).toEqual([0, ''])
  expect(out.trimStart().slice(0, `skills-passport ${part}`.length)).toBe(`skills-passport ${part}`)
  expect(out.match(/^ {2}skills-passport /gm)).toHaveLength(1)
})

test('a word that begins several commands helps with them, and with no other', async () => {
  const { code, out } = await cli(['issuer', '--help'])
  expect(code).toBe(0)
  expect(out.match(/^ {2}skills-passport .*? --/gm)).toEqual([
    '  skills-passport issuer create --',
    '  skills-passport issuer rotate-key --',
  ])
})

test('helps, and tells its version', async () => {
  expect(await cli(['--help'])).toMatchObject({ code: 0, errors: '' })
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  expect((await cli(['--version'])).out).toBe(version)
})
