import { afterEach, expect, test } from '@jest/globals'
import { type College, startCollege } from './college.ts'
import { codesOf, serveVerifier, type TestVerifier } from './service.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const service of running.splice(0).reverse()) await service.stop()
})

async function start(settings: Readonly<Record<string, string>> = {}): Promise<[College, TestVerifier]> {
  const college = await startCollege()
  const trust = { TRUST_LISTS: `${college.url}/register ${college.did}` }
  const verifier = await serveVerifier({ ...trust, ...settings }, { memory: false })
  running.push(college, verifier)
  return [college, verifier]
}

test('a revocation is seen at the next check', async () => {
  const [college, verifier] = await start()
  const credential = await college.issue({}, 94_567)
  expect((await verifier.post('/api/check', credential)).json.verdict).toBe('accepted')
  await college.revoke(94_567)
  const { json } = await verifier.post('/api/check', credential)
  expect(json).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  expect(codesOf(json, 'status')).toEqual(['status.revoked'])
})

test('a list is not asked for again while it is fresh, nor by many at once', async () => {
  const [college, verifier] = await start({ STATUS_MAX_AGE: '60' })
  const credential = await college.issue()
  const answers = await Promise.all(Array.from({ length: 5 }, () => verifier.post('/api/check', credential)))
  expect(answers.map(({ json }) => json.verdict)).toEqual(Array(5).fill('accepted'))
  expect(college.requests.filter((request) => request === 'GET /status/1')).toHaveLength(1)
})

test('what was cached serves when the issuer has stopped, after a restart too, and says as of when', async () => {
  const [college, verifier] = await start()
  const credential = await college.issue()
  const before = new Date().toISOString()
  expect((await verifier.post('/api/check', credential)).json.recognition.outcome).toBe('recognised')
  const after = new Date().toISOString()
  await college.stop()
  const again = await serveVerifier(
    { DATA_DIR: verifier.dataDir, TRUST_LISTS: `${college.url}/register ${college.did}` },
    { memory: false },
  )
  running.push(again)
  const { json } = await again.post('/api/check', credential)
  expect(json).toMatchObject({ verdict: 'accepted', standing: 'genuine', recognition: { outcome: 'recognised' } })
  const asOf = String(json.checks.find(({ check }) => check === 'status')?.detail.asOf)
  expect(asOf >= before && asOf <= after).toBe(true)
  const page = await fetch(`${again.url}/check`, {
    method: 'POST',
    body: new URLSearchParams({ text: JSON.stringify(credential) }),
  })
  expect(await page.text()).toMatch(/has not revoked[^.]*\(as of .+ UTC\)/)
})

test('a register that cannot be had turns "not listed" into "could not be looked up", and fails nothing', async () => {
  const [college] = await start()
  const verifier = await serveVerifier({ TRUST_LISTS: 'http://localhost:1/register did:web:register.example' })
  running.push(verifier)
  const { json } = await verifier.post('/api/check', await college.issue())
  expect(json).toMatchObject({ verdict: 'accepted', recognition: { outcome: 'listUnavailable' } })
})

test('a register that someone else signed recognises nobody', async () => {
  const [college] = await start()
  const verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register did:web:register.example` })
  running.push(verifier)
  const { json } = await verifier.post('/api/check', await college.issue())
  expect(json.recognition.outcome).toBe('listUnavailable')
})

test('an older version of a register is not taken for the newest one, after a restart either', async () => {
  const [college, verifier] = await start()
  const credential = await college.issue()
  const recognition = async (by: TestVerifier) => {
    const { outcome, refused } = (await by.post('/api/check', credential)).json.recognition
    return { outcome, refused }
  }
  const recognised = { outcome: 'recognised', refused: null }
  const byTheOneBefore = { outcome: 'recognised', refused: 'trust.rolledBack' }
  expect(await recognition(verifier)).toEqual(recognised)
  await college.register('2026-01-01T00:00:00Z')
  expect(await recognition(verifier)).toEqual(byTheOneBefore)
  const again = await serveVerifier(
    { DATA_DIR: verifier.dataDir, TRUST_LISTS: `${college.url}/register ${college.did}` },
    { memory: false },
  )
  running.push(again)
  expect(await recognition(again)).toEqual(byTheOneBefore)
  await college.register('2026-01-03T00:00:00Z')
  expect(await recognition(again)).toEqual(recognised)
})

test('only public documents are kept', async () => {
  const [college, verifier] = await start()
  college.share('/s/secret', [await college.issue()])
  await verifier.post('/api/check', `${college.url}/s/secret`, 'text/plain')
  const kept = await verifier.parts.storage.db.selectFrom('cached_document').select('url').execute()
  expect(kept.map(({ url }) => url.replace(college.url, '')).sort()).toEqual([
    '/.well-known/did.json',
    '/register',
    '/status/1',
  ])
})

test('a restart finds the same identity', async () => {
  const [, verifier] = await start()
  const identity = async ({ url }: TestVerifier) => (await fetch(`${url}/.well-known/did.json`)).json()
  const again = await serveVerifier({ DATA_DIR: verifier.dataDir, VERIFIER_URL: verifier.url }, { memory: false })
  running.push(again)
  const listening = { ...again, url: `http://localhost:${again.parts.config.port}` }
  expect(await identity(listening)).toEqual(await identity(verifier))
})
