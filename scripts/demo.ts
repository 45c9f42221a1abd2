import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Journey, runJourney } from './journey.ts'

/**
 * `npm run demo`: one credential's way from a file of results to a verdict that outlives its issuer, over HTTP, against
 * three services that are started for it, each in a process of its own, and gone afterwards.
 */

const ROOT = join(import.meta.dirname, '..')
const START_MS = 30_000

interface Started {
  lines: Map<string, string>
  stop(): Promise<void>
}

const folder = mkdtempSync(join(tmpdir(), 'skills-passport-demo-'))
const running = new Set<Started>()
const began = performance.now()
const say = (sentence: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${sentence}`)

try {
  const journey = await run()
  const faults = faultsOf(journey)
  for (const fault of faults) console.error(`It did not go as it must: ${fault}`)
  process.exitCode = faults.length === 0 ? 0 : 1
  if (faults.length === 0) say('All went as it must.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await Promise.all([...running].map((service) => service.stop()))
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<Journey> {
  const environment = await settings()
  // The demonstration college is made first, as `npm start` makes it; then each service runs by itself, as in production.
  const prepared = await start('scripts/start.ts', environment, 'ready')
  const links = { staff: prepared.lines.get('staff') ?? '', employer: prepared.lines.get('employer') ?? '' }
  await prepared.stop()
  const [issuer] = await Promise.all([
    start('issuer/main.ts', environment, 'issuer'),
    start('wallet/main.ts', environment, 'wallet'),
    start('verifier/main.ts', environment, 'verifier'),
  ])
  const { ISSUER_URL, WALLET_URL, VERIFIER_URL } = environment
  say(`An issuer at ${ISSUER_URL}, a wallet at ${WALLET_URL}, a verifier at ${VERIFIER_URL}.`)
  return await runJourney({
    issuer: ISSUER_URL,
    wallet: WALLET_URL,
    verifier: VERIFIER_URL,
    ...links,
    results: { name: 'results.csv', bytes: readFileSync(join(ROOT, 'examples', 'results.csv')) },
    stopIssuer: () => issuer.stop(),
    say,
  })
}

async function settings() {
  const [issuer, wallet, verifier] = await Promise.all([freePort(), freePort(), freePort()])
  const [ISSUER_URL, WALLET_URL, VERIFIER_URL] = [issuer, wallet, verifier].map((port) => `http://localhost:${port}`)
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    ISSUER_PORT: String(issuer),
    WALLET_PORT: String(wallet),
    VERIFIER_PORT: String(verifier),
    ISSUER_URL: ISSUER_URL ?? '',
    WALLET_URL: WALLET_URL ?? '',
    VERIFIER_URL: VERIFIER_URL ?? '',
    DATA_DIR: folder,
    ALLOW_LOOPBACK_FETCH: '1',
    STATUS_MAX_AGE: '1',
    OUTBOX: '1',
    LOG_LEVEL: 'error',
  }
}

/** Starts a program and waits until it prints the line that begins with `until`. */
async function start(program: string, env: Readonly<Record<string, string>>, until: string): Promise<Started> {
  const child = spawn(process.execPath, [join(ROOT, program)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = new Map<string, string>()
  const started: Started = {
    lines,
    async stop() {
      running.delete(started)
      child.kill('SIGINT')
      await ended
    },
  }
  running.add(started)
  let rest = ''
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${program} did not start in time.`)), START_MS)
    void ended.then(() => reject(new Error(`${program} ended before it was ready.`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const parts = `${rest}${chunk.toString()}`.split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        const [name = '', value = ''] = line.split(' ')
        lines.set(name, value)
        if (name === until) {
          clearTimeout(late)
          resolve()
        }
      }
    })
  })
  return started
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Where the journey went another way than it must. */
function faultsOf({ issued, problems, accepted, revoked, cached, cachedEmployer }: Journey): string[] {
  const expected: [string, unknown, unknown][] = [
    ['credentials issued', issued, 22],
    ['rows named', problems.length, 3],
    ['before it is revoked', accepted.verdict, 'accepted'],
    ['after it is revoked', [revoked.verdict, revoked.codes], ['rejected', ['status.revoked']]],
    ['with the issuer stopped', [cached.verdict, cached.codes], ['rejected', ['status.revoked']]],
    ['another, with the issuer stopped', cachedEmployer.verdict, 'accepted'],
    ['as of when is said', cached.statusAsOf !== '' && cachedEmployer.statusAsOf !== '', true],
  ]
  return expected
    .filter(([, found, wanted]) => !isDeepStrictEqual(found, wanted))
    .map(([what, found, wanted]) => `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}
