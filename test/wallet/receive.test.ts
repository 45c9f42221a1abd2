import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listClaims } from '../../wallet/records/claims.ts'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

const receivePath = (claim: string) => `/receive?claim=${encodeURIComponent(claim)}`

test('asks a stranger with a claim link to sign in, and brings them back to it', async () => {
  const path = receivePath(issuer.offer(await issuer.award()))
  const response = await fetch(new URL(path, wallet.url), { headers: { accept: 'text/html' }, redirect: 'manual' })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
})

test('shows an offer without taking it, and takes it by the button', async () => {
  const { person, visitor } = await wallet.enter('one@example.org', 'One')
  const credential = await issuer.award()
  const link = issuer.offer(credential)
  for (let look = 0; look < 2; look++) {
    const page = await (await visitor.get(receivePath(link))).text()
    expect(page).toContain('Put it in my passport')
    expect(page).toContain('Example Independent College')
  }
  expect(await listCredentials(wallet.parts, person)).toHaveLength(0)

  const taken = await visitor.post('/receive', { claim: link })
  expect(taken.status).toBe(303)
  const verdict = await (await visitor.get(taken.headers.get('location') ?? '')).text()
  expect(verdict).toContain('verdict-genuineNotListed')
  const [held] = await listCredentials(wallet.parts, person)
  expect(held?.text).toBe(JSON.stringify(credential))
  expect(held?.checked.face).toBe('genuineNotListed')
  expect(await listClaims(wallet.parts, person)).toHaveLength(0)
})

test('leads someone without a claim link to the ways in which credentials come', async () => {
  const { visitor } = await wallet.enter('none@example.org', 'None')
  expect((await visitor.get('/receive')).headers.get('location')).toBe('/add')
})

test('recognises its own address with a claim in it', async () => {
  const { person, visitor } = await wallet.enter('own@example.org', 'Own')
  const link = `${wallet.url}${receivePath(issuer.offer(await issuer.award()))}`
  await visitor.post('/receive', { claim: link })
  expect(await listCredentials(wallet.parts, person)).toHaveLength(1)
})

test('gets the credential at the next try where the first answer was lost on the way', async () => {
  const { person, visitor } = await wallet.enter('lost@example.org', 'Lost')
  const link = issuer.offer(await issuer.award())
  issuer.failNext('breaks')
  expect((await visitor.post('/receive', { claim: link })).status).toBe(424)
  expect(await listClaims(wallet.parts, person)).toHaveLength(1)
  expect(await (await visitor.get('/passport')).text()).toContain('has not arrived yet')

  expect(await (await visitor.get(receivePath(link))).text()).toContain('Put it in my passport')
  expect((await visitor.post('/receive', { claim: link })).status).toBe(303)
  expect(await listCredentials(wallet.parts, person)).toHaveLength(1)
})

test.each([
  ['used', 410, 'has been used already'],
  ['expired', 410, 'too old'],
  ['foreign', 404, 'does not know this claim link'],
  ['page', 404, 'not a claim link'],
  ['private', 422, 'does not lead to a public web address'],
  ['nonsense', 422, 'does not lead to a public web address'],
])('says what to do with a claim link that is %s, and keeps nothing', async (kind, status, sentence) => {
  const { person, visitor } = await wallet.enter(`${kind}@example.org`, kind)
  const links: Record<string, string> = {
    used: issuer.offer(await issuer.award()),
    expired: issuer.offer(await issuer.award(), 'expired'),
    foreign: `${issuer.url}/claim/none`,
    page: `${issuer.url}/page`,
    private: 'http://10.0.0.1/claim/1',
    nonsense: 'claim',
  }
  const link = links[kind] ?? ''
  if (kind === 'used') {
    const { visitor: other } = await wallet.enter('other@example.org', 'Other')
    await other.post('/receive', { claim: link })
  }
  const response = await visitor.post('/receive', { claim: link })
  expect(response.status).toBe(status)
  expect(await response.text()).toContain(sentence)
  expect(await listCredentials(wallet.parts, person)).toHaveLength(0)
  expect(await listClaims(wallet.parts, person)).toHaveLength(0)
})

test('keeps a credential that is not genuine only if its holder says so, marked and not to be shared', async () => {
  const { person, visitor } = await wallet.enter('forged@example.org', 'Forged')
  const forged = { ...(await issuer.award()), name: 'Something better' }
  const taken = await visitor.post('/receive', { claim: issuer.offer(forged) })
  const place = taken.headers.get('location') ?? ''
  expect(await listCredentials(wallet.parts, person)).toHaveLength(0)
  expect(await (await visitor.get('/passport')).text()).toContain('One of these is not genuine')
  expect(await (await visitor.get(place)).text()).toContain('Do not keep it')
  // Undecided, it is found by no page of shares either.
  expect(await (await visitor.get('/shares/new')).text()).toContain('Nothing to share yet')

  await visitor.post(`${place}/keep`)
  const page = await (await visitor.get(place)).text()
  expect(page).toContain('standing-notGenuine')
  expect(page).not.toContain('standing-genuine')
  const [held] = await listCredentials(wallet.parts, person)
  const shared = await visitor.post('/shares', { credential: held?.id ?? '', audience: 'X', lasts: '7' })
  expect(shared.status).toBe(422)
  expect(await shared.text()).toContain('cannot be shared')

  await visitor.post(`${place}/delete`)
  expect((await visitor.get(place)).status).toBe(404)
})

test('finds a credential only for whoever holds it', async () => {
  const { visitor } = await wallet.enter('holder@example.org', 'Holder')
  const taken = await visitor.post('/receive', { claim: issuer.offer(await issuer.award()) })
  const place = (taken.headers.get('location') ?? '').replace('/verdict', '')
  const { visitor: stranger } = await wallet.enter('stranger@example.org', 'Stranger')
  for (const path of [place, `${place}/verdict`, `${place}/download`]) {
    expect((await stranger.get(path)).status).toBe(404)
    expect((await visitor.get(path)).status).toBe(200)
  }
  for (const act of ['keep', 'delete']) expect((await stranger.post(`${place}/${act}`)).status).toBe(404)
  const id = place.split('/').at(-1) ?? ''
  expect((await stranger.post('/shares', { credential: id, audience: 'Me', lasts: '7' })).status).toBe(404)
  expect((await visitor.get(place)).status).toBe(200)
})
