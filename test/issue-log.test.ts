import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import { loadContexts } from '#contexts'
import { verifyPresentation } from '#credential'
import { isObject, type JsonObject } from '#platform'
import { createFetch, createLoad, createWorld } from '#server'
import { loadDemonstration } from '../issuer/demonstration.ts'
import type { RunningIssuer } from '../issuer/start.ts'
import { readThing } from '../verifier/read.ts'
import { listCredentials } from '../wallet/records/credentials.ts'
import { findShare } from '../wallet/records/shares.ts'
import { shareUrl } from '../wallet/share.ts'
import { runIssuer } from './issuer/service.ts'
import { broughtIn, exported, type Visitor } from './wallet/visitor.ts'
import { startTestWallet, type TestWallet } from './wallet/wallet.ts'

let issuer: RunningIssuer
let wallet: TestWallet
let claims: string[]

beforeAll(async () => {
  issuer = await runIssuer()
  claims = (await loadDemonstration(issuer.parts)).claimUrls.slice(0, 2)
  wallet = await startTestWallet()
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

/** Shares all that is held, and answers what a verifier gets and finds. */
async function shown(visitor: Visitor, person: Parameters<typeof listCredentials>[1]) {
  const held = await listCredentials(wallet.parts, person)
  const fields = { credential: held.map(({ id }) => id), audience: 'Example Employer', lasts: '7' }
  const made = await visitor.post('/shares', fields)
  const id = made.headers.get('location')?.split('/').at(-1) ?? ''
  const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
  const answer = await fetch(url, { method: 'POST', headers: { accept: 'application/json' } })
  const presentation = (await answer.json()) as JsonObject
  const documents = { find: async () => undefined, keep: async () => undefined }
  const load = createLoad({ fetch: createFetch({ allowLoopback: true }), documents })
  const settings = { contexts: loadContexts(), load, allowLoopback: true, statusMaxAgeSeconds: 0, trustLists: [] }
  const { reports } = await verifyPresentation(presentation, await createWorld(settings)())
  return { presentation, codes: reports.map(({ checks }) => checks.map(({ code }) => code)) }
}

test('the evidence of the log goes from the issuer by the wallet to whoever verifies, and survives a move', async () => {
  const { person, visitor } = await wallet.enter('log@example.org', 'Ola Adeyemi')
  for (const claim of claims) expect((await visitor.post('/receive', { claim })).status).toBe(303)
  const held = await listCredentials(wallet.parts, person)
  expect(held).toHaveLength(2)
  expect(held.every(({ issueLogEvidence }) => issueLogEvidence !== null)).toBe(true)
  const first = await shown(visitor, person)
  expect(first.presentation['@context']).toContain('https://w3id.org/skills-passport/v1')
  expect(first.codes.every((codes) => codes.includes('log.included'))).toBe(true)

  const [zip = new Uint8Array()] = await exported(visitor)
  const names = Object.keys(unzipSync(zip)).filter((name) => name.startsWith('credentials/'))
  expect(names.filter((name) => name.endsWith('.log.json'))).toHaveLength(2)
  const thing = readThing(zip, 'application/zip')
  const things = thing.kind === 'several' ? thing.things : []
  const besides = things.flatMap((one) => (one.kind === 'credential' ? [isObject(one.issueLogEvidence)] : []))
  expect(besides).toEqual([true, true])

  const { person: other, visitor: newcomer } = await wallet.enter('moved@example.org', 'Ola Adeyemi')
  expect(await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])).toContain('2 credentials added')
  const moved = await shown(newcomer, other)
  expect(moved.codes.every((codes) => codes.includes('log.included'))).toBe(true)
}, 60_000)
