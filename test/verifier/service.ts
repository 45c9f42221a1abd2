import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '#platform'
import { startVerifier, type Verifier } from '../../verifier/start.ts'

export interface TestVerifier extends Verifier {
  dataDir: string
  post(path: string, body: string | Uint8Array | Json, mediaType?: string): Promise<{ status: number; json: Answer }>
}

/** As much of an answer as the tests look at. */
export interface Answer {
  [name: string]: unknown
  verdict?: string
  standing?: string
  code?: string
  verified?: boolean
  checks: { check: string; outcome: string; code: string; detail: Record<string, unknown> }[]
  reports: Answer[]
  results: Answer[]
  errors: { code: string; title: string }[]
  summary: { title: string } | null
  recognition: { outcome: string; refused: string | null }
}

/** A verifier that really listens, on a free port, with a data folder of its own unless one is given. */
export async function serveVerifier(
  settings: Readonly<Record<string, string>> = {},
  { memory = true } = {},
): Promise<TestVerifier> {
  const dataDir = settings.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'passport-verifier-'))
  const environment = {
    ALLOW_LOOPBACK_FETCH: '1',
    STATUS_MAX_AGE: '0',
    LOG_LEVEL: 'silent',
    VERIFIER_PORT: String(await freePort()),
    DATA_DIR: dataDir,
    ...settings,
  }
  const verifier = await startVerifier(environment, { memory })
  return {
    ...verifier,
    dataDir,
    async stop() {
      await verifier.stop()
      if (settings.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
    async post(path, body, mediaType = 'application/json') {
      const content = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body)
      const response = await fetch(`${verifier.url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': mediaType, Accept: 'application/json' },
        body: content,
      })
      return { status: response.status, json: await response.json() }
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

export const codesOf = (answer: Answer, check: string) =>
  answer.checks.filter((result) => result.check === check).map(({ code }) => code)
