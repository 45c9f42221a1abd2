import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startToy } from './toy.ts'

const BASE = 'http://localhost:4999'

let toy: Awaited<ReturnType<typeof startToy>>
beforeEach(async () => {
  toy = await startToy()
})
afterEach(() => toy.stop())

const call = (path: string, init?: RequestInit) => fetch(`${toy.url}${path}`, { redirect: 'manual', ...init })
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const enter = (headers: Record<string, string> = {}) =>
  call('/enter', { method: 'POST', body: new URLSearchParams({ account: 'ann' }), headers })

test('a visitor gets no cookie', async () => {
  expect((await call('/things/one')).headers.getSetCookie()).toEqual([])
  expect(toy.sessions.rows.size).toBe(0)
})

test('someone signed in is known by a cookie that scripts cannot read', async () => {
  const entered = await enter()
  const [cookie = ''] = entered.headers.getSetCookie()
  expect(cookie).toMatch(/^toy-session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
  const days = (Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(30, 1)
  const me = await call('/me', { headers: { cookie: cookieOf(entered) } })
  expect(await me.json()).toEqual({ account: 'ann', flash: 'Welcome, .' })
  expect(me.headers.get('cache-control')).toBe('no-store')
  expect(me.headers.getSetCookie()).toHaveLength(1)
})

test('a message is shown once', async () => {
  const cookie = cookieOf(await enter())
  await call('/me', { headers: { cookie } })
  expect(await (await call('/me', { headers: { cookie } })).json()).toEqual({ account: 'ann', flash: null })
})

test('on https the cookie is Secure and bound to the host', async () => {
  const secure = await startToy({ baseUrl: 'https://passport.example' })
  const answer = await fetch(`${secure.url}/enter`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account: 'ann' }),
    headers: { 'x-forwarded-proto': 'https' },
  })
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-toy-session=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
  await secure.stop()
})

test('the session id changes at sign-in, and the old one is dead', async () => {
  const before = cookieOf(await call('/visit', { method: 'POST' }))
  expect(before).not.toBe('')
  const after = cookieOf(await enter({ cookie: before, origin: BASE }))
  expect(after).not.toBe('')
  expect(after).not.toBe(before)
  expect(toy.sessions.rows.size).toBe(1)
  expect((await call('/me', { headers: { cookie: before } })).status).toBe(401)
  expect((await call('/me', { headers: { cookie: after } })).status).toBe(200)
})

test('a session id of somebody else’s choosing is not taken over', async () => {
  const planted = 'toy-session=s%3Aplanted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  const cookie = cookieOf(await enter({ cookie: planted, origin: BASE }))
  expect(cookie).not.toContain('planted')
  expect([...toy.sessions.rows.keys()].join()).not.toContain('planted')
})

test('signing out ends the session', async () => {
  const cookie = cookieOf(await enter())
  expect((await call('/leave', { method: 'POST', headers: { cookie, origin: BASE } })).status).toBe(303)
  expect((await call('/me', { headers: { cookie } })).status).toBe(401)
  expect(toy.sessions.rows.size).toBe(0)
})

test('an expired session is none', async () => {
  const cookie = cookieOf(await enter())
  for (const [id, row] of toy.sessions.rows) toy.sessions.rows.set(id, { ...row, expiresAt: new Date(0) })
  expect((await call('/me', { headers: { cookie } })).status).toBe(401)
})

test('who is not signed in is led to the sign-in by a page, and told by an API', async () => {
  const page = await call('/me', { headers: { accept: 'text/html' } })
  expect(page.status).toBe(303)
  expect(page.headers.get('location')).toBe('/sign-in?next=%2Fme')
  expect(await (await call('/me')).json()).toMatchObject({ status: 401, code: 'access.required' })
})

test.each<[string, Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another port of this host', { 'sec-fetch-site': 'same-site', origin: BASE }],
  ['another origin, in an old browser', { origin: 'https://evil.example' }],
  ['an origin that only begins like ours', { origin: `${BASE}.evil.example` }],
  ['no origin at all (a sandboxed frame)', { origin: 'null' }],
])('refuses what %s sends with a person’s cookie', async (_name, headers) => {
  const cookie = cookieOf(await enter())
  const answer = await call('/leave', { method: 'POST', headers: { cookie, ...headers } })
  expect(await answer.json()).toMatchObject({ status: 403, code: 'request.crossSite' })
  expect((await call('/me', { headers: { cookie } })).status).toBe(200)
})

test('another site cannot sign a visitor in', async () => {
  expect((await enter({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test.each<[string, Record<string, string>]>([
  ['our own page', { 'sec-fetch-site': 'same-origin' }],
  ['the person’s own address bar', { 'sec-fetch-site': 'none' }],
  ['our own page in an old browser', { origin: BASE }],
  ['a program that was given the cookie', {}],
])('takes what %s sends', async (_name, headers) => {
  const cookie = cookieOf(await enter())
  expect((await call('/leave', { method: 'POST', headers: { cookie, ...headers } })).status).toBe(303)
})

test('routes for other sites answer them, without seeing any cookie', async () => {
  const cookie = cookieOf(await enter())
  const headers = {
    cookie,
    origin: 'https://employer.example',
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/json',
  }
  const answer = await call('/things', { method: 'POST', headers, body: '{"name":"a"}' })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('answers a browser that asks before it calls from another site, for open routes only', async () => {
  const ask = { origin: 'https://employer.example', 'access-control-request-method': 'POST' }
  const open = await call('/things', { method: 'OPTIONS', headers: ask })
  expect(open.status).toBe(204)
  expect(open.headers.get('access-control-allow-methods')).toBe('POST')
  const closed = await call('/leave', { method: 'OPTIONS', headers: ask })
  expect(closed.status).toBe(405)
  expect(closed.headers.get('access-control-allow-origin')).toBeNull()
})

test('a route that takes other sites’ forms takes them, without seeing who sends them', async () => {
  const cookie = cookieOf(await enter())
  const headers = { cookie, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }
  const answer = await call('/drop', { method: 'POST', headers, body: '{"items":[]}' })
  expect(await answer.json()).toEqual({ items: 0, user: null })
  expect(answer.headers.get('content-security-policy')).toContain("form-action 'self' https://other.example;")
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})
