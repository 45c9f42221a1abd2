import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { loadContexts } from '#contexts'
import { presentationOf, sign } from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { type College, startCollege } from './college.ts'
import { codesOf, freePort, serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let credential: JsonObject
let jwt: string

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register ${college.did}` })
  credential = await college.issue()
  const { did, signer } = makeSigner('ES256')
  const envelope = await sign(sampleCredential(did), {
    suite: 'vc-jwt',
    signer,
    now: new Date(),
    contexts: loadContexts(),
  })
  jwt = typeof envelope.id === 'string' ? (envelope.id.split(',')[1] ?? '') : ''
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
const idToken = `${part({ alg: 'ES256' })}.${part({ iss: 'https://a.example', name: 'Ola' })}.AAAA`

describe('POST /api/check', () => {
  test.each([
    'application/json',
    'application/ld+json',
    'application/vc',
    'text/plain',
  ])('accepts a genuine credential sent as %s', async (mediaType) => {
    const { status, json } = await verifier.post('/api/check', JSON.stringify(credential), mediaType)
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: 'accepted', standing: 'genuine', credential })
    expect(json.summary?.title).toBe('Network Security Operations')
    expect(json.recognition.outcome).toBe('recognised')
  })

  test.each(['application/jwt', 'application/vc+jwt', 'text/plain'])('accepts a JWT sent as %s', async (mediaType) => {
    const { json } = await verifier.post('/api/check', `${jwt}\n`, mediaType)
    expect(json).toMatchObject({ verdict: 'accepted', securing: 'vc-jwt' })
  })

  test('rejects a credential that was changed', async () => {
    const { status, json } = await verifier.post('/api/check', { ...credential, name: 'Something better' })
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
    expect(codesOf(json, 'proof')).toEqual(['proof.invalid'])
  })

  test('answers each credential of a presentation, and the worst verdict', async () => {
    const presentation = presentationOf([credential, { ...credential, name: 'Something better' }])
    for (const mediaType of ['application/json', 'application/vp']) {
      const { json } = await verifier.post('/api/check', presentation, mediaType)
      expect(json.verdict).toBe('rejected')
      expect(json.reports.map(({ verdict }) => verdict)).toEqual(['accepted', 'rejected'])
    }
  })

  test('answers a presentation of one credential with its report, and what was found of the holder', async () => {
    const { json } = await verifier.post('/api/check', { ...presentationOf([credential]) })
    expect(json).toMatchObject({ verdict: 'accepted', standing: 'genuine', recognition: { outcome: 'recognised' } })
    expect(codesOf(json, 'holder')).toEqual(['holder.unsigned'])
    expect(json.reports).toHaveLength(1)
  })

  test('rejects a presentation that holds nothing', async () => {
    const { status, json } = await verifier.post('/api/check', { ...presentationOf([]) })
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: 'rejected', reports: [] })
    expect(codesOf(json, 'shape')).toEqual(['shape.invalid'])
  })

  test('checks for the time that is asked for', async () => {
    const short = await college.issue({ validUntil: '2026-07-31T00:00:00Z' })
    const at = async (text: string) => (await verifier.post(`/api/check?at=${text}`, short)).json
    expect(await at('2026-08-01')).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
    expect(await at('2026-07-30')).toMatchObject({ verdict: 'accepted', at: '2026-07-30T00:00:00.000Z' })
    expect(await at('2026-07-30T12:00:00')).toMatchObject({ verdict: 'accepted', at: '2026-07-30T12:00:00.000Z' })
    expect(await at('2026-07-30T12:00:00%2B02:00')).toMatchObject({ at: '2026-07-30T10:00:00.000Z' })
  })

  test.each([
    'at=soon',
    'at=2026-02-30',
    'when=now',
    'at=2026-01-01&at=2026-01-02',
  ])('refuses the question %s', async (query) => {
    const { status, json } = await verifier.post(`/api/check?${query}`, credential)
    expect([status, json.code]).toEqual([400, 'request.malformed'])
  })

  test.each([
    ['JSON with a key twice', '{"a":1,"a":2}', 'application/json', 400, 'json.duplicateKey'],
    ['half a document', '{"a":', 'application/json', 400, 'json.malformed'],
    ['an array', '[1]', 'application/json', 400, 'json.notAnObject'],
    ['nothing but null', 'null', 'application/vc', 400, 'json.notAnObject'],
    ['a key that reaches a prototype', '{"__proto__":{}}', 'application/json', 400, 'json.forbiddenKey'],
    ['10,000 levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'application/json', 400, 'json.tooDeep'],
    ['2 MB of JSON', JSON.stringify({ a: 'x'.repeat(2_000_000) }), 'application/json', 413, 'json.tooLarge'],
    ['9 MiB', 'x'.repeat(9 * 1024 * 1024), 'text/plain', 413, 'request.tooLarge'],
    ['what is not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'application/json', 400, 'json.notUtf8'],
    ['a word as a JWT', 'nonsense', 'application/jwt', 400, 'jwt.malformed'],
    ['a JWT that holds no JSON', 'YQ.YQ.YQ', 'application/vc+jwt', 400, 'json.malformed'],
    ['a greeting', 'good morning', 'text/plain', 400, 'request.malformed'],
    ['nothing', '', 'text/plain', 400, 'request.malformed'],
    ['XML', '<a/>', 'application/xml', 415, 'media.unsupported'],
    ['another charset', '{}', 'application/json; charset=utf-16', 415, 'media.unsupported'],
    ['a JPEG picture', '\xff\xd8\xff', 'image/jpeg', 415, 'media.unsupported'],
    ['a PDF', '%PDF', 'application/pdf', 415, 'media.unsupported'],
    ['data that is no credential', '{"a":1}', 'application/json', 415, 'media.unsupported'],
    ['data that is called a credential', '{"a":1}', 'application/vc', 415, 'media.unsupported'],
    ['data as a text', '{"a":1}', 'text/plain', 415, 'media.unsupported'],
    ['a token that is no credential', idToken, 'application/jwt', 415, 'media.unsupported'],
    ['half a ZIP file', 'PK', 'application/zip', 400, 'request.malformed'],
  ])('refuses %s', async (_what, body, mediaType, status, code) => {
    const answer = await verifier.post('/api/check', body, mediaType)
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  test('refuses a presentation that is called a credential', async () => {
    const { status, json } = await verifier.post('/api/check', presentationOf([credential]), 'application/vc')
    expect([status, json.code]).toEqual([400, 'request.malformed'])
  })

  test('may be called by a page of any site', async () => {
    const response = await fetch(`${verifier.url}/api/check`, {
      method: 'POST',
      headers: { Origin: 'https://other.example', 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/json' },
      body: JSON.stringify(credential),
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('a ZIP file', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

  test('leaves nothing out silently: what in it is no credential is answered too', async () => {
    const files = zip({ 'credentials/1.json': JSON.stringify(credential), 'b.vc': '{"made":"today"}' })
    const { json } = await verifier.post('/api/check', files, 'application/zip')
    expect(json.verdict).toBe('undecided')
    expect(json.reports).toMatchObject([
      { standing: 'unchecked', checks: [{ outcome: 'unknown', code: 'shape.unreadable' }] },
      { standing: 'genuine' },
    ])
  })

  test('is checked credential by credential', async () => {
    const files = zip({
      'credentials/1.json': JSON.stringify(credential),
      'credentials/2.jwt': jwt,
      'shares.json': '[{"made":"today"}]',
      'read-me.txt': 'Hello',
    })
    const { json } = await verifier.post('/api/check', files, 'application/zip')
    expect(json.verdict).toBe('accepted')
    expect(json.reports.map(({ securing }) => securing)).toEqual(['data-integrity', 'vc-jwt'])
  })

  test('is refused whole when one file in it cannot be read', async () => {
    const files = zip({ '1.json': JSON.stringify(credential), '2.json': '{"a":1,"a":2}' })
    const { status, json } = await verifier.post('/api/check', files, 'application/zip')
    expect([status, json.code]).toEqual([400, 'json.duplicateKey'])
  })

  test('is refused without a credential, and when it unpacks to far more than it is', async () => {
    const none = await verifier.post('/api/check', zip({ 'a.txt': 'x' }), 'application/zip')
    expect([none.status, none.json.code]).toEqual([415, 'media.unsupported'])
    const bomb = await verifier.post('/api/check', zip({ 'a.json': ' '.repeat(5_000_000) }), 'application/zip')
    expect([bomb.status, bomb.json.code]).toEqual([413, 'request.tooLarge'])
  })
})

describe('a link', () => {
  const open = async (path: string) => (await verifier.post('/api/check', `${college.url}${path}`, 'text/plain')).json

  test('to a credential is followed', async () => {
    college.pages.set('GET /badge', { body: JSON.stringify(credential), mediaType: 'application/vc' })
    expect(await open('/badge')).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
    college.pages.set('GET /badge.jwt', { body: jwt, mediaType: 'application/octet-stream' })
    expect(await open('/badge.jwt')).toMatchObject({ verdict: 'accepted', securing: 'vc-jwt' })
  })

  test('to a verdict on a link is taken for that link', async () => {
    college.share('/s/within', [credential])
    const within = encodeURIComponent(`${college.url}/s/within`)
    expect(await open(`/check?link=${within}`)).toMatchObject({ verdict: 'accepted' })
    expect(college.requests).not.toContain(`GET /check?link=${within}`)
  })

  test('to a share is asked what it shares, once', async () => {
    college.share('/s/abc', [credential, await college.issue({}, 8)])
    const before = college.requests.length
    const answer = await open('/s/abc')
    expect(answer.verdict).toBe('accepted')
    expect(answer.reports).toHaveLength(2)
    const asked = college.requests.slice(before).filter((request) => request.endsWith('/s/abc'))
    expect(asked).toEqual(['GET /s/abc', 'POST /s/abc'])
    expect(await verifier.parts.storage.db.selectFrom('cached_document').select('url').execute()).not.toContainEqual({
      url: `${college.url}/s/abc`,
    })
  })

  test.each([
    ['share.ended', 410, 'application/json', '{}'],
    ['share.notFound', 404, 'application/problem+json', '{"code":"share.notFound"}'],
    ['fetch.status', 404, 'text/html', 'nothing here'],
    ['fetch.failed', 503, 'text/html', 'later'],
  ])('leaves it undecided with %s where the answer is %i', async (code, status, mediaType, body) => {
    college.pages.set('GET /gone', { status, mediaType, body })
    const answer = await open('/gone')
    expect(answer).toMatchObject({ verdict: 'undecided', standing: 'unchecked', credential: null })
    expect(answer.checks).toMatchObject([{ check: 'link', outcome: 'unknown', code }])
  })

  test('to a server that is not there, or must not be asked, leaves it undecided', async () => {
    const nobody = `http://localhost:${await freePort()}/`
    const { json } = await verifier.post('/api/check', nobody, 'text/plain')
    expect(json.checks).toMatchObject([{ outcome: 'unknown', code: 'fetch.failed' }])
    const inside = await verifier.post('/api/check', 'http://169.254.169.254/latest', 'text/plain')
    expect(inside.json.checks).toMatchObject([{ outcome: 'unknown', code: 'fetch.blocked' }])
  })

  const offer = {
    type: 'CredentialOffer',
    issuer: { id: 'did:web:college.example', name: 'College' },
    title: 'Badge',
    expiresAt: '2099-01-01T00:00:00Z',
    state: 'open',
  }

  test.each([
    ['a web page', 'text/html', '<h1>Hello</h1>', 415, 'media.unsupported'],
    ['another link', 'text/plain', 'https://other.example/x', 415, 'media.unsupported'],
    ['JSON with a key twice', 'application/json', '{"a":1,"a":2}', 400, 'json.duplicateKey'],
    ['data of another kind', 'application/json', '{"a":1}', 415, 'media.unsupported'],
    ['an offer', 'application/json', JSON.stringify(offer), 415, 'media.unsupported'],
  ])('to %s is refused', async (_what, mediaType, body, status, code) => {
    college.pages.set('GET /other', { mediaType, body })
    const answer = await verifier.post('/api/check', `${college.url}/other`, 'text/plain')
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })
})

describe('POST /api/check/batch', () => {
  test('answers a report or a problem for each, in order', async () => {
    college.share('/s/batch', [credential])
    const items = [
      credential,
      jwt,
      'nonsense',
      { a: 1 },
      7,
      { ...credential, name: 'x' },
      presentationOf([credential]),
      `${college.url}/s/batch`,
    ]
    const { status, json } = await verifier.post('/api/check/batch', { items })
    expect(status).toBe(200)
    expect(json.results.map(({ verdict, code }) => verdict ?? code)).toEqual([
      'accepted',
      'accepted',
      'request.malformed',
      'media.unsupported',
      'request.malformed',
      'rejected',
      'accepted',
      'accepted',
    ])
  })

  test.each([
    [{}],
    [{ items: 'x' }],
    [{ items: [], more: 1 }],
    [{ items: Array(1_001).fill('x') }],
  ])('refuses %.40j', async (body) => {
    const { status, json } = await verifier.post('/api/check/batch', body)
    expect([status, json.code]).toEqual([400, 'request.malformed'])
  })
})
