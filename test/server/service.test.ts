import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { LANGUAGES, reader } from '#platform'
import { route } from '#server'
import { startToy, toyRoutes } from './toy.ts'

let toy: Awaited<ReturnType<typeof startToy>>
beforeAll(async () => {
  toy = await startToy({ routes: [...toyRoutes, ...readerRoutes], languages: LANGUAGES })
})
afterAll(() => toy.stop())

/** Pages that say for whom they were made. */
const readerRoutes = (['GET', 'POST'] as const).map((method) =>
  route({
    method,
    path: '/reader',
    summary: 'For whom this is made.',
    tag: 'Pages',
    access: 'public',
    responses: { 200: { description: 'A page.', mediaType: 'text/html' } },
    run: async () => ({ html: JSON.stringify(reader()) }),
  }),
)

const call = (path: string, init?: RequestInit) => fetch(`${toy.url}${path}`, { redirect: 'manual', ...init })

async function problem(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const body = await answer.json()
  expect(body.status).toBe(answer.status)
  return body
}

/** A request as it is written here: no URL parser tidies the path, no cache adds headers. */
function rawGet(path: string, headers: Record<string, string> = {}, port = toy.port): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .once('error', reject)
      .end()
  })
}

test('answers GET, and HEAD with the same headers and no body', async () => {
  const got = await call('/things/one?a=b')
  expect(await got.json()).toEqual({ id: 'one', a: 'b' })
  const head = await call('/things/one?a=b', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  expect(head.headers.get('etag')).toBe(got.headers.get('etag'))
})

test('answers 304 to whoever has it already', async () => {
  const etag = (await call('/things/one')).headers.get('etag') ?? ''
  expect(await rawGet('/things/one', { 'if-none-match': etag })).toBe(304)
})

test.each([
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'POST',
])('refuses %s where there is only GET, and says so', async (method) => {
  const answer = await call('/things/one', { method })
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
  expect((await problem(answer)).code).toBe('method.notAllowed')
})

test('an override header does not change the method', async () => {
  const answer = await call('/things/one', { method: 'POST', headers: { 'x-http-method-override': 'GET' } })
  expect(answer.status).toBe(405)
})

test('an unknown address is 404: a problem for programs, a page for browsers', async () => {
  expect((await problem(await call('/nothing'))).code).toBe('request.notFound')
  const page = await call('/nothing', { headers: { accept: 'text/html,*/*;q=0.8' } })
  expect(page.status).toBe(404)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toBe('<h1>404 request.notFound</h1>')
})

test.each([
  ['a repeated key', '/things/one?a=1&a=2', 400],
  ['a bracketed key', '/things/one?a[b]=1', 400],
  ['an unknown key', '/things/one?b=1', 400],
  ['5,000 keys', `/things/one?${'a=1&'.repeat(5_000).slice(0, -1)}`, 431],
  ['1,500 keys', `/things/one?${'a&'.repeat(1_500).slice(0, -1)}`, 400],
  ['__proto__', '/things/one?__proto__=1', 400],
  ['malformed encoding', '/things/one?a=%ff', 400],
  ['a NUL in the query', '/things/one?a=%00', 400],
  ['malformed encoding of the path', '/things/%ff', 400],
  ['a NUL in the path', '/things/%00', 400],
  ['an 8 kB path', `/things/${'a'.repeat(8_192)}`, 400],
  ['a parameter that the route refuses', `/things/${'a'.repeat(21)}`, 404],
  ['an absolute path outside', '/../../etc/passwd', 404],
])('refuses %s', async (_name, path, status) => {
  expect(await rawGet(path)).toBe(status)
})

test('a fault of ours is a problem without our insides, and is in the log by its number', async () => {
  const answer = await call('/broken')
  const body = await problem(answer)
  expect(body).toMatchObject({ status: 500, code: 'internal', title: 'Something went wrong' })
  expect(JSON.stringify(body)).not.toContain('SELECT')
  const line = toy.lines.find((one) => one.includes(body.instance)) ?? ''
  expect(line).toContain('broken')
  expect(line).not.toContain('SELECT')
})

test('every page carries the same strict headers', async () => {
  const { headers } = await call('/things/one')
  const names = [
    'content-security-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'permissions-policy',
    'referrer-policy',
    'strict-transport-security',
    'x-content-type-options',
    'x-frame-options',
    'x-powered-by',
  ]
  expect(Object.fromEntries(names.map((name) => [name, headers.get(name)]))).toEqual({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(self), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': null,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-powered-by': null,
  })
  expect((await call('/nothing')).headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a service on https asks for https, and allows forms to the origins it names', async () => {
  const secure = await startToy({ baseUrl: 'https://passport.example', formAction: ['https://verifier.example'] })
  const { headers } = await fetch(`${secure.url}/things/one`)
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(headers.get('content-security-policy')).toContain("form-action 'self' https://verifier.example;")
  await secure.stop()
})

test('a limited route answers 429 with the time to wait', async () => {
  await call('/limited')
  await call('/limited')
  const answer = await call('/limited')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await problem(answer)).code).toBe('rate.limited')
})

test('a route for programs wants a valid key', async () => {
  const answer = await call('/keyed', { method: 'POST' })
  expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  expect((await problem(answer)).code).toBe('access.required')
  const wrong = await call('/keyed', { method: 'POST', headers: { authorization: 'Bearer bad-key' } })
  expect(wrong.status).toBe(401)
  const right = await call('/keyed', { method: 'POST', headers: { authorization: 'Bearer good-key' } })
  expect(await right.json()).toEqual({ issuer: 'college' })
})

test('an API key in the address is refused', async () => {
  expect((await call('/keyed?access_token=good-key', { method: 'POST' })).status).toBe(401)
})

test('health, readiness and figures', async () => {
  expect(await (await call('/health')).json()).toEqual({ status: 'ok' })
  expect((await call('/ready')).status).toBe(200)
  await call('/things/a-secret-token')
  const figures = await (await call('/metrics')).text()
  expect(figures).toContain('route="/things/:id"')
  expect(figures).not.toContain('a-secret-token')
  expect(toy.lines.join('')).not.toContain('a-secret-token')
})

test('is not ready while something is missing, and says what', async () => {
  const toy2 = await startToy({
    checks: { storage: () => Promise.reject(new Error('gone')), keys: async () => undefined },
  })
  const answer = await fetch(`${toy2.url}/ready`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ status: 'notReady', checks: { storage: 'failed', keys: 'ok' } })
  await toy2.stop()
})

test('serves files for ever under their name', async () => {
  const file = { bytes: Buffer.from('body{}'), contentType: 'text/css; charset=utf-8', etag: '"abc"' }
  const toy2 = await startToy({ staticFiles: new Map([['/assets/styles-abc.css', file]]) })
  const answer = await fetch(`${toy2.url}/assets/styles-abc.css`)
  expect(await answer.text()).toBe('body{}')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await rawGet('/assets/styles-abc.css', { 'if-none-match': '"abc"' }, toy2.port)).toBe(304)
  await toy2.stop()
})

test('stops within its time although a client holds on, and frees the port', async () => {
  const held = await startToy()
  const socket = request({
    host: '127.0.0.1',
    port: held.port,
    method: 'POST',
    path: '/bytes',
    headers: { 'content-type': 'text/plain', 'content-length': '10' },
  })
  socket.on('error', () => undefined)
  socket.write('a')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const start = performance.now()
  await held.stop()
  expect(performance.now() - start).toBeLessThan(6_000)
  await expect(fetch(held.url)).rejects.toThrow()
  socket.destroy()
}, 10_000)

test('an API refuses a parameter it does not know, and a page leaves it aside: mail programs add some to links', async () => {
  const path = '/things/one?a=1&utm_source=mail'
  expect((await call(path)).status).toBe(400)
  const page = await call(path, { headers: { accept: 'text/html' } })
  expect(await page.json()).toEqual({ id: 'one', a: '1' })
})

test('IHE-68: a page is made in the language that was chosen, else in Welsh where a browser names it first', async () => {
  const read = async (headers: Record<string, string> = {}, path = '/reader', init: RequestInit = {}) => {
    const answer = await call(path, { ...init, headers: { accept: 'text/html', ...headers } })
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Language, Cookie, Accept-Encoding')
    return JSON.parse(await answer.text())
  }
  expect(await read()).toEqual({ language: 'en', nation: null, here: '/reader' })
  expect(await read({ 'accept-language': 'cy-GB, en;q=0.5' })).toMatchObject({ language: 'cy', nation: 'WLS' })
  expect(await read({ 'accept-language': 'en-GB, cy;q=0.9' })).toMatchObject({ language: 'en', nation: null })
  expect(await read({ 'accept-language': 'fr, cy;q=0.9' })).toMatchObject({ language: 'en' })
  expect(await read({ 'accept-language': 'cy', cookie: 'a=b; language=en' })).toMatchObject({ language: 'en' })
  expect(await read({ cookie: 'language=cy; nation=none' })).toMatchObject({ language: 'cy', nation: null })
  expect(await read({ cookie: 'language=<script>; nation=../..' })).toMatchObject({ language: 'en', nation: null })
  expect(await read({}, '/reader?a=b%20c')).toMatchObject({ here: '/reader?a=b%20c' })
  expect(await read({}, '/reader', { method: 'POST' })).toMatchObject({ here: '/reader' })
})

test('IHE-68: a choice is kept in a cookie that says no more, and leads back to the page, never to another site', async () => {
  const choose = (path: string, accept = 'text/html') => call(path, { headers: { accept } })
  const answer = await choose('/reader?a=b&language=cy&nation=SCT')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/reader?a=b')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.getSetCookie().map((cookie) => cookie.replace(/ Expires=[^;]+;/, ''))).toEqual([
    'language=cy; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
    'nation=SCT; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
  ])
  expect((await choose('/reader?language=fr')).status).toBe(200)
  expect((await choose('/things/one?language=cy', 'application/json')).headers.getSetCookie()).toEqual([])
  expect(await rawGet('//evil.example/?language=cy', { accept: 'text/html' })).toBe(303)
  expect(
    (
      await fetch(`${toy.url}//evil.example/?language=cy`, { redirect: 'manual', headers: { accept: 'text/html' } })
    ).headers.get('location'),
  ).toBe('/')
})
