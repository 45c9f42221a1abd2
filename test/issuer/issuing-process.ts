import { flushCompileCache } from 'node:module'
import { changeStatus } from '../../issuer/change-status.ts'
import { readConfig } from '../../issuer/config.ts'
import { issue } from '../../issuer/issue.ts'
import { openParts } from '../../issuer/parts.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import { settleUnfinished } from '../../issuer/settle.ts'

/**
 * An issuer's process, to be killed: told to go, it opens the data, settles what the one before left, issues first what
 * was asked for and not acknowledged, then ever more, and says what it has acknowledged. A third of it it revokes.
 */
export interface Go {
  settings: Record<string, string>
  round: number
  retry: string[]
}

export type Said =
  | { said: 'warm' }
  | { said: 'settled'; count: number }
  | { said: 'asked'; key: string }
  | { said: 'issued'; key: string; id: string; credential: string }
  | { said: 'revoked'; id: string }
  | { said: 'failed'; key: string; code: string }

const AT_ONCE = 4

const say = (said: Said) => process.send?.(said)

process.once('message', (go: Go) => void run(go))
// A killed process keeps nothing of what it compiled: the next one would compile it all anew.
flushCompileCache()
say({ said: 'warm' })

async function run({ settings, round, retry }: Go): Promise<void> {
  const parts = await openParts(readConfig(settings))
  say({ said: 'settled', count: await settleUnfinished(parts) })
  const issuer = await getIssuer(parts.storage.db, 'college')
  let next = 0
  const keyOf = () => retry.shift() ?? `round-${round}-${next++}`
  const work = async () => {
    for (;;) {
      const key = keyOf()
      say({ said: 'asked', key })
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: `urn:example:${key}`,
        type: ['VerifiableCredential'],
        credentialSubject: { id: 'did:example:holder' },
      }
      try {
        const { id, verifiableCredential } = await issue(
          { credential },
          issuer,
          { actor: 'test', idempotencyKey: key },
          parts,
        )
        say({ said: 'issued', key, id, credential: JSON.stringify(verifiableCredential) })
        if (next % 3 !== 0) continue
        await changeStatus(issuer.id, id, { act: 'revoke', reason: undefined, actor: 'test' }, parts)
        say({ said: 'revoked', id })
      } catch (error) {
        say({
          said: 'failed',
          key,
          code: error instanceof Error && 'code' in error ? String(error.code) : String(error),
        })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
