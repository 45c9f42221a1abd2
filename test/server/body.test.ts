import { request } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startToy } from './toy.ts'

let toy: Awaited<ReturnType<typeof startToy>>
beforeAll(async () => {
  toy = await startToy()
})
afterAll(() => toy.stop())

const MIB = 1024 * 1024

function post(
  path: string,
  body: string | Uint8Array | FormData | URLSearchParams,
  headers: Record<string, string> = {},
) {
  const bytes = ArrayBuffer.isView(body) ? Buffer.from(body) : body
  return fetch(`${toy.url}${path}`, { method: 'POST', body: bytes, headers, redirect: 'manual' })
}

const postJson = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  post('/things', body, { 'content-type': 'application/json', ...headers })

const nested = (depth: number) => `{"name":"a","inner":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
const padded = (bytes: number) => `{"name":"a"}${' '.repeat(bytes - 12)}`

test.each([
  ['plain JSON', '{"name":"a"}', {}],
  ['depth 32', nested(32), {}],
  ['exactly 1 MiB', padded(MIB), {}],
  ['gzip', gzipSync('{"name":"a"}'), { 'content-encoding': 'gzip' }],
  ['brotli', brotliCompressSync('{"name":"a"}'), { 'content-encoding': 'br' }],
  ['a charset that says UTF-8', '{"name":"a"}', { 'content-type': 'application/json; charset="UTF-8"' }],
  ['a credential’s media type', '{"name":"a"}', { 'content-type': 'application/vc+json' }],
])('takes %s', async (_name, body, headers) => {
  expect((await postJson(body, headers)).status).toBe(201)
})

test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
  ['duplicate keys', '{"name":"a","name":"b"}', {}, 400, 'json.duplicateKey'],
  ['__proto__', '{"name":"a","inner":{"__proto__":{}}}', {}, 400, 'json.forbiddenKey'],
  ['depth 33', nested(33), {}, 400, 'json.tooDeep'],
  ['depth 10,000', nested(10_000), {}, 400, 'json.tooDeep'],
  ['1 MiB and one byte', padded(MIB + 1), {}, 413, 'request.tooLarge'],
  ['2 MB', padded(2_000_000), {}, 413, 'request.tooLarge'],
  ['no JSON', 'name=a', {}, 400, 'json.malformed'],
  ['nothing', '', {}, 400, 'json.malformed'],
  ['bytes that are not UTF-8', Buffer.from('7b226e616d65223a22ff227d', 'hex'), {}, 400, 'json.notUtf8'],
  ['another media type', '{"name":"a"}', { 'content-type': 'text/plain' }, 415, 'media.unsupported'],
  ['a form', 'name=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media.unsupported'],
  ['UTF-16', '{"name":"a"}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'media.unsupported'],
  ['a gzip bomb', gzipSync(Buffer.alloc(50 * MIB)), { 'content-encoding': 'gzip' }, 413, 'request.tooLarge'],
  ['damaged gzip', Buffer.from('not gzip'), { 'content-encoding': 'gzip' }, 400, 'request.malformed'],
  ['cut gzip', gzipSync('{"name":"a"}').subarray(0, 20), { 'content-encoding': 'gzip' }, 400, 'request.malformed'],
  ['nested encodings', gzipSync('{}'), { 'content-encoding': 'gzip, gzip' }, 415, 'media.unsupported'],
  ['a wrong type', '{"name":1}', {}, 422, 'request.invalid'],
  ['an unknown property', '{"name":"a","role":"admin"}', {}, 422, 'request.invalid'],
])('refuses %s', async (_name, body, headers, status, code) => {
  const answer = await postJson(body, headers)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status, code, verified: false })
  expect(answer.status).toBe(status)
})

test('a route may take more JSON, up to its own cap', async () => {
  const large = (bytes: number) => `{"items":[]}${' '.repeat(bytes - 12)}`
  const headers = { 'content-type': 'application/json' }
  expect((await post('/drop', large(2 * MIB), headers)).status).toBe(200)
  expect((await post('/drop', large(2 * MIB + 1), headers)).status).toBe(413)
})

test('names each fault of a body with a pointer', async () => {
  const { errors } = await (await postJson('{"name":1,"a/b~c":2}')).json()
  expect(errors).toEqual([
    { pointer: '/name', message: expect.any(String) },
    { pointer: '', message: expect.stringContaining('a/b~c') },
  ])
})

test('stops reading a body without a length at the cap', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    const sending = request(`${toy.url}/things`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    sending.once('error', reject)
    sending.once('response', (answer) => {
      resolve(answer.statusCode ?? 0)
      sending.destroy()
    })
    // Never ends: the answer must come without the end.
    for (let sent = 0; sent < 3; sent++) sending.write(Buffer.alloc(MIB, 0x20))
  })
  expect(status).toBe(413)
})

test('takes bytes of the named media types only, up to their cap', async () => {
  const answer = await post('/bytes', 'a'.repeat(100), { 'content-type': 'text/plain' })
  expect(await answer.json()).toEqual({ size: 100, mediaType: 'text/plain' })
  expect((await post('/bytes', 'a'.repeat(101), { 'content-type': 'text/plain' })).status).toBe(413)
  expect((await post('/bytes', 'a', { 'content-type': 'image/gif' })).status).toBe(415)
  expect((await post('/bytes', new Uint8Array([1]))).status).toBe(415)
})

test.each([
  ['a field twice', 'account=a&account=b'],
  ['a bracketed field', 'account=a&role[]=b'],
  ['malformed encoding', 'account=%ff'],
  ['a NUL', 'account=%00'],
])('refuses a form with %s', async (_name, body) => {
  const answer = await post('/enter', body, { 'content-type': 'application/x-www-form-urlencoded' })
  expect(await answer.json()).toMatchObject({ status: 400, code: 'request.malformed' })
})

test('takes a field twice where the route has an array', async () => {
  const answer = await post(
    '/enter',
    new URLSearchParams([
      ['account', 'ann'],
      ['role', 'x'],
      ['role', 'y'],
    ]),
  )
  expect(answer.status).toBe(303)
})

test('refuses a form field that the route does not know', async () => {
  const answer = await post('/enter', new URLSearchParams({ account: 'ann', admin: '1' }))
  expect(await answer.json()).toMatchObject({ status: 422, code: 'request.invalid' })
})

function upload(fields: [string, string | Blob, string?][]): FormData {
  const form = new FormData()
  for (const [name, value, file] of fields) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, file ?? 'file')
  }
  return form
}

test('takes files with their names as written', async () => {
  const answer = await post(
    '/upload',
    upload([
      ['note', 'hi'],
      ['file', new Blob(['abc']), 'Prüfung.csv'],
    ]),
  )
  expect(await answer.json()).toEqual({ note: 'hi', files: [{ name: 'Prüfung.csv', size: 3 }] })
})

test.each<[string, FormData, number]>([
  [
    'a file over the cap',
    upload([
      ['note', 'hi'],
      ['file', new Blob(['a'.repeat(1_001)])],
    ]),
    413,
  ],
  [
    'a form far over the cap',
    upload([
      ['note', 'hi'],
      ['file', new Blob(['a'.repeat(MIB)])],
    ]),
    413,
  ],
  [
    'a field twice',
    upload([
      ['note', 'a'],
      ['note', 'b'],
    ]),
    400,
  ],
  [
    'a bracketed field',
    upload([
      ['note', 'a'],
      ['x[y]', 'b'],
    ]),
    400,
  ],
  [
    'an unknown field',
    upload([
      ['note', 'a'],
      ['role', 'b'],
    ]),
    422,
  ],
])('refuses an upload with %s', async (_name, form, status) => {
  expect((await post('/upload', form)).status).toBe(status)
})
