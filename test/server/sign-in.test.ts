import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { isEmail, localPath } from '#server'
import { createAuthenticator } from './authenticator.ts'
import { startWithPeople } from './people.ts'

const BASE = 'http://localhost:4999'

let toy: Awaited<ReturnType<typeof startWithPeople>>
beforeEach(async () => {
  toy = await startWithPeople(BASE)
})
afterEach(() => toy.stop())

const post = (path: string, body: Record<string, string>, cookie = '') =>
  fetch(`${toy.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(body),
    headers: { origin: BASE, ...(cookie === '' ? {} : { cookie }) },
  })

const postJson = (path: string, body: object, cookie = '') =>
  fetch(`${toy.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { origin: BASE, 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
  })

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const me = (cookie: string) => fetch(`${toy.url}/me`, { headers: { cookie } })

async function ask(email: string, next = '/me') {
  const answer = await post('/sign-in', { email, next })
  const page = await answer.text()
  const request = /^code (\S+)/.exec(page)?.[1] ?? ''
  const code = /\d{6}/.exec(toy.messages.at(-1)?.text ?? '')?.[0] ?? ''
  return { status: answer.status, page, request, code }
}

const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000')

test('a code by mail signs in, once, and leads on', async () => {
  const { request, code } = await ask('Ann@Example.org')
  expect(toy.messages).toEqual([
    { to: 'ann@example.org', subject: 'Your code', text: `Your code is ${code}.`, html: null },
  ])
  const entered = await post('/sign-in/code', {
    request,
    email: 'ann@example.org',
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    next: '/me',
  })
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location')).toBe('/me')
  expect(await (await me(cookieOf(entered))).json()).toMatchObject({ account: 'a-ann' })
  expect(toy.audited).toEqual(['a-ann code'])
  expect((await post('/sign-in/code', { request, email: 'ann@example.org', code })).status).toBe(410)
})

test('nobody learns whether an address has an account', async () => {
  const known = await ask('ann@example.org')
  const unknown = await ask('bob@example.org')
  const masked = ({ page }: { page: string }) => page.replace(/^code \S+ \S+/, 'code')
  expect(unknown.status).toBe(known.status)
  expect(masked(unknown)).toBe(masked(known))
  expect(toy.messages).toHaveLength(1)
  const wrong = await post('/sign-in/code', { request: unknown.request, email: 'bob@example.org', code: '123456' })
  expect(wrong.status).toBe(422)
})

test('what is kept of a code shows neither the code nor the address', async () => {
  const { code } = await ask('ann@example.org')
  expect(toy.store.kept.join()).not.toContain(code)
  expect(toy.store.kept.join()).not.toContain('ann@')
})

test('five wrong codes end it, even for the right one', async () => {
  const { request, code } = await ask('ann@example.org')
  const enter = (tried: string) => post('/sign-in/code', { request, email: 'ann@example.org', code: tried })
  for (let tried = 0; tried < 5; tried++) expect((await enter(wrongOf(code))).status).toBe(422)
  expect((await enter(code)).status).toBe(410)
})

test('a code does not open another address or another request', async () => {
  const first = await ask('ann@example.org')
  const second = await ask('ann@example.org')
  expect(
    (await post('/sign-in/code', { request: first.request, email: 'eve@example.org', code: first.code })).status,
  ).toBe(422)
  if (first.code !== second.code) {
    expect(
      (await post('/sign-in/code', { request: first.request, email: 'ann@example.org', code: second.code })).status,
    ).toBe(422)
  }
})

test('a code ends after ten minutes', async () => {
  const { request, code } = await ask('ann@example.org')
  toy.clock.now = new Date('2026-11-25T10:10:00Z')
  expect((await post('/sign-in/code', { request, email: 'ann@example.org', code })).status).toBe(410)
})

test('an e-mail address gets five codes an hour for one client, known or not', async () => {
  for (const email of ['ann@example.org', 'bob@example.org']) {
    for (let asked = 0; asked < 5; asked++) expect((await ask(email)).status).toBe(200)
    expect((await ask(email)).status).toBe(429)
  }
  expect(toy.messages).toHaveLength(5)
})

test('one client does not use up the codes of another, and all together get thirty', async () => {
  const requestCode = (address: string, client: string) => toy.signIn.requestCode(address, client)
  const limited = expect.objectContaining({ code: 'rate.limited' })
  const email = 'ann@example.org'
  for (let asked = 0; asked < 5; asked++) await requestCode(email, '192.0.2.1')
  for (let asked = 0; asked < 30; asked++) await expect(requestCode(email, '192.0.2.1')).rejects.toEqual(limited)
  for (let asked = 0; asked < 5; asked++) await requestCode(email, `2001:db8:0:1::${asked}`)
  await expect(requestCode(email, '2001:db8:0:1::9')).rejects.toEqual(limited)
  for (let asked = 0; asked < 20; asked++) await requestCode(email, `198.51.100.${asked}`)
  await expect(requestCode(email, '203.0.113.1')).rejects.toEqual(limited)
  expect(toy.messages).toHaveLength(30)
})

test.each([
  '',
  'ann',
  'ann@example',
  '"a b"@example.org',
  'a@example.org,b@example.org',
  'a@example.org\nBcc: b@example.org',
])('asks again where the address is %j', async (email) => {
  expect((await post('/sign-in', { email })).status).toBe(422)
  expect(isEmail(email)).toBe(false)
})

test('a sign-in link changes nothing until its button is pressed, then works once', async () => {
  const link = new URL(await toy.signIn.createLink(toy.ann, { minutes: 5, next: '/me' }))
  expect(link.origin).toBe(BASE)
  for (let looked = 0; looked < 3; looked++) {
    const page = await fetch(`${toy.url}${link.pathname}`)
    expect(page.status).toBe(200)
    expect(page.headers.getSetCookie()).toEqual([])
    expect(await page.text()).toContain(`action="${link.pathname}"`)
  }
  const entered = await post(link.pathname, {})
  expect(entered.headers.get('location')).toBe('/me')
  expect((await me(cookieOf(entered))).status).toBe(200)
  expect(toy.audited).toEqual(['a-ann link'])
  expect(await (await post(link.pathname, {})).json()).toMatchObject({ status: 410, code: 'signIn.expired' })
  expect((await fetch(`${toy.url}${link.pathname}`)).status).toBe(410)
})

test('of 32 who press at once, one is in', async () => {
  const { pathname } = new URL(await toy.signIn.createLink(toy.ann, { minutes: 5 }))
  const answers = await Promise.all(Array.from({ length: 32 }, () => post(pathname, {})))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('a link ends with its time, and a changed one is none', async () => {
  const { pathname } = new URL(await toy.signIn.createLink(toy.ann, { minutes: 5 }))
  expect((await post(`${pathname.slice(0, -1)}${pathname.endsWith('A') ? 'B' : 'A'}`, {})).status).toBe(410)
  toy.clock.now = new Date('2026-11-25T10:05:00Z')
  expect((await post(pathname, {})).status).toBe(410)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'https:evil.example',
  '/a\r\nSet-Cookie: a=b',
  'me',
  '',
  '/\t/evil.example',
  '/a\\b',
])('does not lead on to %j', async (next) => {
  expect(localPath(next)).toBe('/')
  const { request, code } = await ask('ann@example.org', next)
  const entered = await post('/sign-in/code', { request, email: 'ann@example.org', code, next })
  expect(entered.headers.get('location')).toBe('/')
})

test('leads who goes nowhere else to where the service says that people are at home', () => {
  expect(localPath(undefined, '/console')).toBe('/console')
  expect(localPath('//evil.example', '/console')).toBe('/console')
  expect(localPath('/me', '/console')).toBe('/me')
})

test.each(['/', '/me', '/credentials/1?view=all&x=%2F#top'])('leads on to %j', (next) => {
  expect(localPath(next)).toBe(next)
})

async function signedIn(): Promise<string> {
  const { request, code } = await ask('ann@example.org')
  return cookieOf(await post('/sign-in/code', { request, email: 'ann@example.org', code }))
}

async function withPasskey(authenticator: ReturnType<typeof createAuthenticator>): Promise<string> {
  const cookie = await signedIn()
  const { challenge } = await (await postJson('/passkeys/options', {}, cookie)).json()
  const answer = await postJson('/passkeys', authenticator.register(challenge), cookie)
  expect(answer.status).toBe(200)
  return cookie
}

const challengeToSignIn = async () => (await (await postJson('/sign-in/passkey/options', {})).json()).challenge

test('a passkey is made by someone signed in, and signs in without a name', async () => {
  const authenticator = createAuthenticator({ origin: BASE, rpId: 'localhost' })
  await withPasskey(authenticator)
  const answer = await postJson('/sign-in/passkey?next=/me', authenticator.use(await challengeToSignIn()))
  expect(await answer.json()).toEqual({ next: '/me' })
  expect(await (await me(cookieOf(answer))).json()).toMatchObject({ account: 'a-ann' })
  expect(toy.audited).toEqual(['a-ann code', 'a-ann passkey'])
})

test('a passkey’s answer counts once', async () => {
  const authenticator = createAuthenticator({ origin: BASE, rpId: 'localhost' })
  await withPasskey(authenticator)
  const challenge = await challengeToSignIn()
  const answer = authenticator.use(challenge)
  expect((await postJson('/sign-in/passkey', answer)).status).toBe(200)
  expect(await (await postJson('/sign-in/passkey', answer)).json()).toMatchObject({ code: 'signIn.invalid' })
  expect((await postJson('/sign-in/passkey', authenticator.use(challenge))).status).toBe(422)
})

test('a challenge that we did not make, or for another purpose, or five minutes old, is refused', async () => {
  const authenticator = createAuthenticator({ origin: BASE, rpId: 'localhost' })
  const cookie = await withPasskey(authenticator)
  expect((await postJson('/sign-in/passkey', authenticator.use('AAAAAAAAAAAAAAAAAAAAAA'))).status).toBe(422)
  const { challenge } = await (await postJson('/passkeys/options', {}, cookie)).json()
  expect((await postJson('/sign-in/passkey', authenticator.use(challenge))).status).toBe(422)
  const old = await challengeToSignIn()
  toy.clock.now = new Date('2026-11-25T10:05:00Z')
  expect((await postJson('/sign-in/passkey', authenticator.use(old))).status).toBe(422)
})

test('a passkey used for another site, or a copy of it, is refused', async () => {
  const authenticator = createAuthenticator({ origin: BASE, rpId: 'localhost' })
  await withPasskey(authenticator)
  const phished = createAuthenticator({ origin: 'http://localhost:4998', rpId: 'localhost' })
  expect(
    (
      await postJson('/sign-in/passkey', {
        ...phished.use(await challengeToSignIn()),
        id: authenticator.id,
        rawId: authenticator.id,
      })
    ).status,
  ).toBe(422)
  authenticator.rewind()
  expect((await postJson('/sign-in/passkey', authenticator.use(await challengeToSignIn()))).status).toBe(422)
})

test('a registration for another origin or host is refused', async () => {
  const cookie = await signedIn()
  for (const place of [
    { origin: 'https://evil.example', rpId: 'localhost' },
    { origin: BASE, rpId: 'evil.example' },
  ]) {
    const { challenge } = await (await postJson('/passkeys/options', {}, cookie)).json()
    const answer = await postJson('/passkeys', createAuthenticator(place).register(challenge), cookie)
    expect(await answer.json()).toMatchObject({ status: 422, code: 'signIn.invalid' })
  }
})

test('nobody makes a passkey without being signed in', async () => {
  expect((await postJson('/passkeys/options', {})).status).toBe(401)
})

test('signing out leads to the first page', async () => {
  const cookie = await signedIn()
  const out = await post('/sign-out', {}, cookie)
  expect(out.headers.get('location')).toBe('/')
  expect((await me(cookie)).status).toBe(401)
})
