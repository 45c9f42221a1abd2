import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bakeImage } from '#credential'
import { type JsonObject, pngChunk } from '#platform'
import { en } from '#web'
import { itxt, png, svg, textChunk, V2 } from '../credential/bake/pictures.ts'
import { type College, startCollege } from './college.ts'
import { codesOf, serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register ${college.did}` })
  credential = await college.issue()
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

const KINDS = [
  ['image/png', png()],
  ['image/svg+xml', svg()],
] as const

/** The page's answer to a file that was chosen there. */
async function onPage(image: Uint8Array): Promise<{ status: number; page: string }> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(image)], { type: 'application/octet-stream' }), 'badge')
  const packed = new Response(form)
  const headers = { 'Content-Type': packed.headers.get('content-type') ?? '', Accept: 'text/html' }
  const body = await packed.arrayBuffer()
  const response = await fetch(`${verifier.url}/check`, { method: 'POST', headers, body })
  return { status: response.status, page: await response.text() }
}

test.each(KINDS)('a genuine credential inside an %s is accepted', async (mediaType, image) => {
  const baked = bakeImage(image, JSON.stringify(credential))
  const { status, json } = await verifier.post('/api/check', baked, mediaType)
  expect([status, json.verdict, json.recognition.outcome]).toEqual([200, 'accepted', 'recognised'])
  expect(json).toMatchObject({ standing: 'genuine', credential })
  expect((await onPage(baked)).page).toContain(`>${en.headlines.genuine}</h1>`)
})

test.each(KINDS)('a changed credential inside an %s is rejected', async (mediaType, image) => {
  const baked = bakeImage(image, JSON.stringify({ ...credential, name: 'Chief Engineer' }))
  const { json } = await verifier.post('/api/check', baked, mediaType)
  expect([json.verdict, codesOf(json, 'proof')]).toEqual(['rejected', ['proof.invalid']])
  expect((await onPage(baked)).page).toContain(`>${en.headlines.notGenuine}</h1>`)
})

test('a link to a picture is followed', async () => {
  const body = new TextDecoder().decode(bakeImage(svg(), JSON.stringify(credential)))
  college.pages.set('GET /badge.svg', { body, mediaType: 'image/svg+xml' })
  const { json } = await verifier.post('/api/check', `${college.url}/badge.svg`, 'text/plain')
  expect(json.verdict).toBe('accepted')
})

const ASSERTION = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://a.example/1',
  recipient: { type: 'email', hashed: false, identity: 'ola@example.org' },
  badge: 'https://a.example/class',
  verification: { type: 'HostedBadge' },
  issuedOn: '2019-06-25T00:00:00Z',
})
const part = (text: string) => Buffer.from(text).toString('base64url')

test.each([
  ['PNG with its JSON', png([itxt('openbadges', ASSERTION)]), 'image/png', 'proof.unreachable'],
  [
    'PNG with its JWS',
    png([itxt('openbadges', `${part('{"alg":"RS256"}')}.${part(ASSERTION)}.AAAA`)]),
    'image/png',
    'proof.unreachable',
  ],
  ['PNG with its address', png([textChunk('tEXt', 'openbadges', 'https://a.example/1')]), 'image/png', 'fetch.failed'],
  ['SVG with its address', svg(`<ob:assertion ${V2} verify="https://a.example/1"/>`), 'image/svg+xml', 'fetch.failed'],
])('an Open Badges 2.0 assertion, as %s, whose website is gone could not be checked', async (_, image, type, code) => {
  const { status, json } = await verifier.post('/api/check', image, type)
  expect([status, json.verdict, json.standing]).toEqual([200, 'undecided', 'unchecked'])
  expect(json.checks).toContainEqual(expect.objectContaining({ outcome: 'unknown', code }))
  const { status: shown, page } = await onPage(image)
  expect(shown).toBe(200)
  const { unchecked, linkNotOpened } = en.headlines
  expect(page).toContain(`>${code === 'fetch.failed' ? linkNotOpened : unchecked}</h1>`)
})

test.each([
  ['a PNG without a badge', png(), 'image/png', 400, 'image.noBadge'],
  ['an SVG without a badge', svg(), 'image/svg+xml', 400, 'image.noBadge'],
  [
    'two badges',
    png([itxt('openbadgecredential', '{}'), itxt('openbadgecredential', '{}')]),
    'image/png',
    400,
    'image.severalBadges',
  ],
  ['half a PNG', png().subarray(0, 40), 'image/png', 400, 'image.malformed'],
  ['an SVG called a PNG', svg(), 'image/png', 400, 'image.malformed'],
  ['a PNG called an SVG', png(), 'image/svg+xml', 400, 'image.malformed'],
  ['nothing', '', 'image/png', 400, 'image.malformed'],
  ['a DOCTYPE', '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', 400, 'image.malformed'],
  [
    'a badge with a key twice',
    png([itxt('openbadgecredential', '{"a":1,"a":2}')]),
    'image/png',
    400,
    'json.duplicateKey',
  ],
  ['a badge that is no JWT', png([itxt('openbadgecredential', 'a.b.c')]), 'image/png', 400, 'jwt.malformed'],
  [
    'a badge over 1 MiB',
    png([itxt('openbadgecredential', `{"a":"${'x'.repeat(1024 * 1024)}"}`)]),
    'image/png',
    413,
    'request.tooLarge',
  ],
  ['an SVG over 2 MiB', svg(' '.repeat(2 * 1024 * 1024)), 'image/svg+xml', 413, 'request.tooLarge'],
  ['a PNG over 8 MiB', png([pngChunk('prVt', new Uint8Array(8 * 1024 * 1024))]), 'image/png', 413, 'request.tooLarge'],
])('refuses %s', async (_what, image, mediaType, status, code) => {
  const answer = await verifier.post('/api/check', image, mediaType)
  expect([answer.status, answer.json.code]).toEqual([status, code])
})

test('the page says what is wrong with a picture, and shows nothing of it', async () => {
  const { status, page } = await onPage(svg('<script>alert("from the picture")</script>'))
  expect(status).toBe(400)
  expect(page).toContain('There is no credential inside this picture')
  expect(page).not.toContain('from the picture')
})

test('whatever happens to a picture, the answer is never a fault of ours and never accepts a changed claim', async () => {
  const text = JSON.stringify(credential)
  const anyByte = fc.record({ at: fc.nat(6_000), to: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KINDS),
      fc.array(anyByte, { minLength: 1, maxLength: 3 }),
      async (kind, changes) => {
        const [mediaType, image] = kind
        const changed = Uint8Array.from(bakeImage(image, text))
        for (const { at, to } of changes) changed[at % changed.length] = to
        const { status, json } = await verifier.post('/api/check', changed, mediaType)
        expect([200, 400, 413, 415]).toContain(status)
        if (json.verdict === 'accepted') expect(json).toMatchObject({ credential })
      },
    ),
    { numRuns: 150 },
  )
})
