import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadContexts } from '#contexts'
import { sign } from '#credential'
import { type RecognisedEntity, type Scope, writeRecognizedEntities } from '#trust'
import type { Figure, Measured } from './figures.ts'
import { newIssuer } from './ours.ts'
import { NOW } from './sample.ts'

const run = promisify(execFile)

const ISSUERS = 100_000

/** What a list of 100,000 issuers takes to load in a process of its own, and one decision by it after that. */
export const trust: Measured = {
  name: 'trust',
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'trust-'))
    try {
      await writeList(folder)
      const child = join(import.meta.dirname, 'trust-process.ts')
      const { stdout } = await run(process.execPath, ['--disable-proto=delete', child, folder])
      return JSON.parse(stdout) as Figure[]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function writeList(folder: string): Promise<void> {
  const { did, signer } = newIssuer()
  const { credential, shards } = writeRecognizedEntities({
    url: 'https://register.example/list',
    name: 'Register of the benchmark',
    operator: did,
    sequence: 1,
    validFrom: NOW.toISOString(),
    validUntil: new Date(NOW.getTime() + 86_400_000).toISOString(),
    entities: Array.from({ length: ISSUERS }, (_, at) => issuer(at)),
    schemaUrl: (digest) => `https://register.example/schemas/${digest}`,
    shardUrl: (digest) => `https://register.example/shards/${digest}`,
  })
  const signed = await sign(credential, { suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts: loadContexts() })
  writeFileSync(join(folder, 'list.json'), JSON.stringify(signed))
  writeFileSync(join(folder, 'signer'), did)
  for (const { digest, bytes } of shards) writeFileSync(join(folder, digest), bytes)
}

/** Scopes as registers have them: each of some hundreds is shared by many. */
const SCOPES: readonly Scope[] = Array.from({ length: 400 }, (_, at) => ({
  achievementTypes: at % 2 === 0 ? ['ext:Module', 'ext:HTQ'] : ['ext:Unit'],
  levels: [{ framework: 'RQF', code: String(1 + (at % 8)) }],
  fields: [{ scheme: 'ISCED-F', code: String(100 + at), name: `Field ${at}` }],
}))

function issuer(at: number): RecognisedEntity {
  return {
    did: `did:web:college-${at}.example`,
    name: `College number ${at}`,
    actions: [period(at, '2015-09-01', '2021-08-31'), period(at, '2021-09-01', '2035-08-31')],
    keys: [
      { key: `z6Mk${String(at).padStart(44, '1')}`, from: new Date('2015-09-01T00:00:00Z'), until: null, reason: null },
    ],
    closure: null,
    issueLog: null,
    recognisedIn: null,
  }
}

function period(at: number, from: string, until: string): RecognisedEntity['actions'][number] {
  return {
    action: 'issue',
    from: new Date(`${from}T00:00:00Z`),
    until: new Date(`${until}T00:00:00Z`),
    scope: SCOPES[at % SCOPES.length] ?? {},
    assurance: 'ProviderAssessed',
    suspensions: [],
    withdrawal: null,
    depth: 0,
  }
}
