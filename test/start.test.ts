import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Report } from '#credential'
import { PassportError } from '#platform'
import { localSettings, startServices } from '../scripts/services.ts'
import { createVisitor, wordsOf } from '../scripts/visitor.ts'
import { freePort } from './verifier/service.ts'

const SCRIPT = join(import.meta.dirname, '..', 'scripts', 'start.ts')
const COMMAND = join(import.meta.dirname, '..', 'cli', 'main.ts')
const CREDENTIAL = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://w3id.org/skills-passport/v1',
  ],
  id: 'urn:uuid:5d0a7b0e-2222-4a4e-9d66-0d3f3f7c0001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Welding',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject', 'SkillsPassportSubject'],
    fieldExplanation: ['Skill', 'Level', 'AssessmentMethod', 'AwardingBody', 'DateAchieved', 'Currency'].map(
      (field) => ({
        ...{ type: ['FieldExplanation'], field, reason: 'NotRecorded' },
      }),
    ),
    achievement: {
      id: 'https://college.example/welding',
      type: ['Achievement'],
      name: 'Welding',
      description: 'A short course.',
      criteria: { narrative: 'Attend and pass.' },
    },
  },
}
const NAMES = ['issuer', 'wallet', 'verifier', 'staff', 'learner', 'employer', 'people', 'ready']

let folder: string
let environment: Record<string, string>
const children = new Set<ChildProcess>()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passport-start-'))
  environment = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: join(folder, 'data'),
    ISSUER_PORT: String(await freePort()),
    WALLET_PORT: String(await freePort()),
    VERIFIER_PORT: String(await freePort()),
  }
})
afterEach(async () => {
  await Promise.all([...children].map((child) => ended(child, 'SIGKILL')))
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  /** What was printed, line by line. */
  lines: string[]
  links: Record<string, string>
  errors: string
  code: number | null
  interrupt(): Promise<{ code: number | null; milliseconds: number }>
}

/** Runs `npm start`'s script until it says `ready` or ends. */
async function start(settings: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, [SCRIPT], {
    env: { ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let out = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (/^ready$/m.test(out)) resolve(null)
    })
    child.once('close', (status) => resolve(status))
  })
  const lines = out.trimEnd().split('\n')
  const links = Object.fromEntries(lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']))
  return {
    lines,
    links,
    errors,
    code,
    async interrupt() {
      const before = performance.now()
      const status = await ended(child, 'SIGINT')
      return { code: status, milliseconds: performance.now() - before }
    },
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  children.delete(child)
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

const check = async ({ verifier = '', employer = '' }: Record<string, string>) => {
  const headers = { 'Content-Type': 'text/plain' }
  const response = await fetch(`${verifier}/api/check`, { method: 'POST', headers, body: employer })
  return response.json()
}

/** Opens a one-time link and presses its button. */
async function enter(service: string, link: string): Promise<string> {
  const visitor = createVisitor(service)
  await visitor.open(link)
  return wordsOf((await visitor.send(link, {})).text)
}

test('prints addresses and links that work, stops well within five seconds, and finds everything again', async () => {
  const first = await start()
  expect(first.lines.map((line) => line.split(' ')[0])).toEqual(NAMES)
  const checked = await check(first.links)
  expect(checked).toMatchObject({ verdict: 'accepted' })
  expect(checked.reports.map((report: Report) => report.recognition.outcome)).toEqual(Array(4).fill('recognised'))
  expect(checked.reports[0].marks).toMatchObject([{ name: 'HTQ approval', kind: 'QualityMark', state: 'shown' }])
  const { issuer = '', wallet = '', verifier = '', staff = '', learner = '', employer = '' } = first.links
  for (const address of [issuer, wallet, verifier]) expect((await fetch(`${address}/ready`)).status).toBe(200)
  expect(await enter(issuer, staff)).toContain('Example Independent College')
  expect(await enter(wallet, learner)).toContain('Network Security Operations')
  const page = await createVisitor(wallet).open(employer)
  expect(page.text).toContain(`${verifier}/check`)
  const example = createVisitor(wallet)
  expect((await example.open(first.links.people ?? '')).text).toContain('Tomos Blackwood')
  const link = await example.send(`${wallet}/demonstration/technician`, {})
  const passport = wordsOf((await example.send(link.address, {})).text)
  expect(passport).toContain('8 credentials')
  expect(passport).not.toContain('issuer not')
  // A link that is kept open must not keep the services from stopping.
  const open = fetch(`${verifier}/health`, { headers: { Connection: 'keep-alive' } })
  await (await open).text()
  const stopped = await first.interrupt()
  expect(stopped.code).toBe(0)
  expect(stopped.milliseconds).toBeLessThan(5_000)

  const second = await start()
  expect(second.lines.map((line) => line.split(' ')[0])).toEqual(NAMES)
  expect(await check({ verifier, employer })).toMatchObject({ verdict: 'accepted' })
  expect(second.links.staff).not.toBe(staff)
  expect(await enter(issuer, second.links.staff ?? '')).toContain('Example Independent College')
  expect(await enter(wallet, second.links.learner ?? '')).toContain('Network Security Operations')
}, 60_000)

test('with DEMO=0 loads nothing, says how to begin, and what is begun so works at once', async () => {
  const { lines, links } = await start({ DEMO: '0' })
  expect(Object.keys(links)).toEqual(expect.arrayContaining(['issuer', 'wallet', 'verifier', 'ready']))
  expect(links.staff).toBeUndefined()
  expect(lines.join('\n')).toContain('npx skills-passport issuer create')
  expect(lines.at(-1)).toBe('ready')
  const words = ['issuer', 'create', '--name', 'A College', '--did', 'web', '--suite', 'vc-jwt', '--status', '--json']
  const created = JSON.parse(
    execFileSync(process.execPath, [COMMAND, ...words], { env: environment, encoding: 'utf8' }),
  )
  const issued = await fetch(created.issueUrl, {
    method: 'POST',
    headers: { Authorization: `Bearer ${created.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ credential: CREDENTIAL }),
  })
  expect(issued.status).toBe(201)
  const verified = await fetch(`${links.verifier}/credentials/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: await issued.text(),
  })
  expect(await verified.json()).toMatchObject({ verified: true, credential: { issuer: { id: created.did } } })
}, 60_000)

describe('says in one sentence why it cannot start, and ends with 1', () => {
  test('when a port is in use, leaving nothing running', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(Number(environment.WALLET_PORT), '127.0.0.1', resolve))
    const begin = () => startServices(localSettings(environment))
    try {
      await expect(begin()).rejects.toThrow(/^Cannot listen on .* another program uses it\.$/)
    } finally {
      server.close()
    }
    // What was begun is finished at the next start.
    const next = await begin()
    try {
      expect(Object.keys(next.links ?? {})).toEqual(['staff', 'learner', 'employer', 'people'])
      expect(await check({ verifier: next.verifier.url, ...next.links })).toMatchObject({ verdict: 'accepted' })
      await next.complete()
    } finally {
      await next.stop()
    }
  }, 60_000)

  test.each([
    [
      'a port that is none',
      { ISSUER_PORT: 'x' },
      /^Wrong settings: ISSUER_PORT must be a port number from 1 to 65535\.$/,
    ],
    [
      'a port that is any',
      { WALLET_PORT: '0' },
      /^Wrong settings: WALLET_PORT must be a port number from 1 to 65535\.$/,
    ],
    ['a demonstration that is neither wanted nor not', { DEMO: 'no' }, /^Wrong settings: DEMO must be 0 or 1\.$/],
    ['a folder that cannot be made', { DATA_DIR: '/dev/null/data' }, /\/dev\/null\/data/],
  ])('with %s', async (_what, settings, message) => {
    const begin = async () => startServices(localSettings({ ...environment, ...settings }))
    await expect(begin()).rejects.toThrow(PassportError)
    await expect(begin()).rejects.toThrow(message)
  })

  test('with a folder that is a file', async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'file'), '')
    const { code, errors } = await start({ DATA_DIR: join(folder, 'file') })
    expect(code).toBe(1)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })
})
