import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CreatedIssuer, createIssuer, type NewIssuer } from '../../issuer/create-issuer.ts'
import { type RunningIssuer, startIssuer } from '../../issuer/start.ts'

/** A port that nobody has just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const bound = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (bound === null || typeof bound === 'string') throw new Error('There is no free port.')
  return bound.port
}

/** The settings of an issuer of the test's own, with its data in a folder that nobody else has. */
export async function issuerSettings(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  return {
    ISSUER_PORT: String(await freePort()),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'passport-issuer-')),
    ALLOW_LOOPBACK_FETCH: '1',
    OUTBOX: '1',
    LOG_LEVEL: 'silent',
    ...changes,
  }
}

/** A really listening issuer, by default with its data in memory. */
export async function runIssuer(changes: Record<string, string> = {}, memory = true): Promise<RunningIssuer> {
  return await startIssuer(await issuerSettings(changes), { memory })
}

/** An issuer that signs JWTs, which is quick, and keeps a status. */
export function newIssuer(running: RunningIssuer, changes: Partial<NewIssuer> = {}): Promise<CreatedIssuer> {
  return createIssuer(
    { name: 'Test College', slug: 'college', suite: 'vc-jwt', algorithm: 'ES256', status: true, ...changes },
    running.parts,
  )
}

/** A credential as a program asks for it. */
export const PLAIN = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  credentialSubject: { id: 'did:example:holder' },
}

/** Posts JSON as a program with a key. */
export async function post(url: string, body: unknown, apiKey: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: JSON.parse(text) }
}

/** A browser without pages: it keeps its cookie and sends forms as one would. */
export class Visitor {
  cookie = ''
  readonly base: string

  constructor(base: string) {
    this.base = base
  }

  async get(path: string): Promise<{ status: number; html: string; location: string | null }> {
    return await this.#send(path, { method: 'GET' })
  }

  async post(path: string, fields: Record<string, string | string[]> = {}) {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
    }
    return await this.#send(path, { method: 'POST', body })
  }

  async upload(path: string, fields: Record<string, string>, file: { name: string; bytes: Uint8Array<ArrayBuffer> }) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('file', new Blob([file.bytes], { type: 'text/csv' }), file.name)
    return await this.#send(path, { method: 'POST', body })
  }

  /** Signs in with a one-time link. */
  async signIn(link: string): Promise<void> {
    const { status } = await this.post(new URL(link).pathname)
    if (status !== 303) throw new Error(`The sign-in link answered ${status}.`)
  }

  async #send(path: string, init: RequestInit) {
    const response = await fetch(new URL(path, this.base), {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', origin: this.base, 'sec-fetch-site': 'same-origin', cookie: this.cookie },
    })
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) this.cookie = set.split(';')[0] ?? ''
    return { status: response.status, html: await response.text(), location: response.headers.get('location') }
  }
}
