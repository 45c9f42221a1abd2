import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runJourney } from '../scripts/journey.ts'
import { localSettings, startServices } from '../scripts/services.ts'
import { sharedPostgres, type TestPostgres } from './postgres.ts'
import { freePort } from './verifier/service.ts'

let postgres: TestPostgres
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passport-journey-'))
  postgres = await sharedPostgres()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  'sqlite',
  'postgresql',
] as const)('IHE-61: results are awarded, claimed, shared, verified, revoked, and verified again when their issuer is gone, on %s', async (engine) => {
  const settings = localSettings({
    DATA_DIR: join(folder, engine),
    DATABASE_URL: engine === 'postgresql' ? await postgres.newDatabase() : undefined,
    ISSUER_PORT: String(await freePort()),
    WALLET_PORT: String(await freePort()),
    VERIFIER_PORT: String(await freePort()),
    LOG_LEVEL: 'silent',
  })
  const services = await startServices(settings)
  const { issuer, wallet, verifier, links } = services
  const said: string[] = []
  try {
    expect(issuer.parts.storage.engine).toBe(engine)
    const journey = await runJourney({
      issuer: issuer.url,
      wallet: wallet.url,
      verifier: verifier.url,
      staff: links?.staff ?? '',
      employer: links?.employer ?? '',
      results: {
        name: 'results.csv',
        bytes: readFileSync(join(import.meta.dirname, '..', 'examples', 'results.csv')),
      },
      stopIssuer: () => issuer.stop(),
      say: (sentence) => void said.push(sentence),
    })
    expect(journey.issued).toBe(22)
    expect(journey.problems).toEqual([
      expect.stringMatching(/^row 14, Award Date: .+/),
      expect.stringMatching(/^row 20, Forename: .+/),
      expect.stringMatching(/^row 22, Student Email: .+/),
    ])
    // The module was shared without the qualification, and its link to that resolves.
    expect(journey.whole.name).toBe('Higher Technical Certificate in Network Engineering')
    expect(journey.whole.page).toMatch(/Higher Technical Certificate.*Its parts.*Network Security Operations/)
    expect(journey.accepted).toMatchObject({ verdict: 'accepted', codes: [] })
    expect(journey.revoked).toMatchObject({ verdict: 'rejected', codes: ['status.revoked'] })
    expect(journey.cached).toMatchObject({ verdict: 'rejected', codes: ['status.revoked'] })
    expect(journey.cachedEmployer).toMatchObject({ verdict: 'accepted', codes: [] })
    const stoppedAt = new Date().toISOString()
    expect(journey.cachedEmployer.statusAsOf > '2026' && journey.cachedEmployer.statusAsOf < stoppedAt).toBe(true)
  } finally {
    await Promise.all([wallet.stop(), verifier.stop(), issuer.stop().catch(() => undefined)])
  }
}, 60_000)
