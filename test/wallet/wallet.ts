import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enterPerson, type Person, renamePerson } from '../../wallet/records/person.ts'
import { type StartOptions, startWallet, type Wallet } from '../../wallet/start.ts'
import { type Visitor, visitorOf } from './visitor.ts'

export interface TestWallet extends Wallet {
  /** Someone with an account, signed in. */
  enter(email: string, name?: string): Promise<{ person: Person; visitor: Visitor }>
  stop(): Promise<void>
}

/** A wallet that listens on a free port, with its data in memory or where the settings say. */
export async function startTestWallet(
  settings: Record<string, string> = {},
  options: StartOptions = {},
): Promise<TestWallet> {
  const folder = mkdtempSync(join(tmpdir(), 'passport-wallet-'))
  const wallet = await startWallet(
    {
      WALLET_PORT: String(await freePort()),
      VERIFIER_URL: 'http://localhost:4003',
      DATA_DIR: folder,
      ALLOW_LOOPBACK_FETCH: '1',
      STATUS_MAX_AGE: '1',
      LOG_LEVEL: 'silent',
      ...settings,
    },
    { memory: settings.DATABASE_URL === undefined && settings.DATA_DIR === undefined, ...options },
  )
  const { parts, url } = wallet
  return {
    ...wallet,
    async enter(email, name) {
      const person = await enterPerson(parts, email)
      if (name !== undefined) await renamePerson(parts, person, name)
      const link = await parts.signIn.createLink({ accountId: person.id }, { minutes: 5 })
      const visitor = visitorOf(url)
      await visitor.post(new URL(link).pathname)
      return { person: { ...person, name: name ?? person.name }, visitor }
    },
    async stop() {
      await wallet.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
