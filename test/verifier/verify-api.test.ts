import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { presentationOf } from '#credential'
import type { Json, JsonObject } from '#platform'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier()
  credential = await college.issue()
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

const altered = () => ({ ...credential, name: 'Something better' })

describe('POST /credentials/verify', () => {
  test('verifies a genuine credential, and says no more than that of one whose issuer is on no list', async () => {
    const { status, json } = await verifier.post('/credentials/verify', {
      verifiableCredential: credential,
      options: { checks: ['proof'] },
    })
    expect(status).toBe(200)
    expect(json).toMatchObject({ verified: true, verdict: 'accepted', recognition: { outcome: 'notListed' } })
  })

  test('does not verify what was changed, and says why', async () => {
    const { status, json } = await verifier.post('/credentials/verify', { verifiableCredential: altered() })
    expect(status).toBe(400)
    expect(json).toMatchObject({ verified: false, verdict: 'rejected' })
    expect(json.errors.map(({ code }) => code)).toContain('proof.invalid')
    expect(json.errors[0]?.title).toMatch(/^[A-Z].*\.$/)
  })

  test('does not verify what could not be checked', async () => {
    const contexts = [...(Array.isArray(credential['@context']) ? credential['@context'] : []), 'https://x.example/v1']
    const verifiableCredential = { ...credential, '@context': contexts }
    const { status, json } = await verifier.post('/credentials/verify', { verifiableCredential })
    expect(status).toBe(400)
    expect(json).toMatchObject({ verified: false, verdict: 'undecided' })
    expect(json.errors[0]?.code).toBe('contexts.unknown')
  })
})

test('POST /credentials/verify does not take a credential by itself for the answer to a question', async () => {
  const options = { challenge: 'c', domain: 'd' }
  const { status, json } = await verifier.post('/credentials/verify', { verifiableCredential: credential, options })
  expect([status, json.verified, json.standing]).toEqual([400, false, 'genuine'])
  expect(json.errors).toMatchObject([{ code: 'holder.unsigned' }])
})

test.each<[string, string, Json, string]>([
  ['/credentials/verify', 'verifiableCredential', { type: 'EnvelopedVerifiableCredential' }, 'media.unsupported'],
  ['/credentials/verify', 'verifiableCredential', `${'a'.repeat(300_000)}.b.c`, 'json.tooLarge'],
  ['/presentations/verify', 'verifiablePresentation', { type: 'EnvelopedVerifiablePresentation' }, 'media.unsupported'],
  ['/presentations/verify', 'verifiablePresentation', 'a.b.c', 'jwt.malformed'],
])('%s answers 400 for a %s that cannot be read, of whatever kind', async (path, name, sent, code) => {
  const { status, json } = await verifier.post(path, { [name]: sent })
  expect([status, json.verified, json.status, json.code]).toEqual([400, false, 400, code])
  expect(json.errors).toMatchObject([{ code }])
})

describe('POST /presentations/verify', () => {
  test('verifies a presentation of genuine credentials', async () => {
    const verifiablePresentation = presentationOf([credential])
    const { status, json } = await verifier.post('/presentations/verify', {
      verifiablePresentation,
    })
    expect(status).toBe(200)
    expect(json).toMatchObject({ verified: true, verdict: 'accepted', reports: [{ verdict: 'accepted' }] })
  })

  test('does not verify one that leaves the question unanswered', async () => {
    const verifiablePresentation = presentationOf([credential])
    const options = { challenge: 'c', domain: 'd' }
    const { status, json } = await verifier.post('/presentations/verify', { verifiablePresentation, options })
    expect(status).toBe(400)
    expect(json).toMatchObject({ verified: false, errors: [{ code: 'holder.unsigned' }] })
  })

  test('does not verify it when one credential in it was changed, nor when it holds none', async () => {
    const one = await verifier.post('/presentations/verify', {
      verifiablePresentation: presentationOf([credential, altered()]),
    })
    expect([one.status, one.json.verified, one.json.verdict]).toEqual([400, false, 'rejected'])
    const none = await verifier.post('/presentations/verify', { verifiablePresentation: credential })
    expect([none.status, none.json.verified]).toEqual([400, false])
    expect(none.json.errors).toMatchObject([{ code: 'shape.invalid' }])
  })
})

describe.each([
  ['/credentials/verify', 'verifiableCredential'],
  ['/presentations/verify', 'verifiablePresentation'],
])('POST %s, whatever is sent', (path, member) => {
  test.each<[string, string, string, number]>([
    ['null', 'null', 'application/json', 400],
    ['a text', '"text"', 'application/json', 400],
    ['a number', '7', 'application/json', 400],
    ['an array', '[]', 'application/json', 400],
    ['an empty object', '{}', 'application/json', 400],
    ['no JSON', '{"', 'application/json', 400],
    ['a key twice', `{"${member}":{},"${member}":{}}`, 'application/json', 400],
    ['null in its place', `{"${member}":null}`, 'application/json', 400],
    ['a text in its place', `{"${member}":"text"}`, 'application/json', 400],
    ['an array in its place', `{"${member}":[]}`, 'application/json', 400],
    ['an empty object in its place', `{"${member}":{}}`, 'application/json', 400],
    ['options of another kind', `{"${member}":{},"options":"x"}`, 'application/json', 400],
    [
      'an envelope with nothing in it',
      `{"${member}":{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+jwt,"}}`,
      'application/json',
      400,
    ],
    ['too much', `{"${member}":{"a":"${'x'.repeat(1_100_000)}"}}`, 'application/json', 413],
    ['another type', '{}', 'text/plain', 415],
    ['nothing', '', '', 415],
  ])('answers %s with a problem that says not verified', async (_what, body, mediaType, expected) => {
    const { status, json } = await verifier.post(path, body, mediaType)
    expect([status, json.verified]).toEqual([expected, false])
    expect(json.errors.length).toBeGreaterThan(0)
    expect(json.code ?? json.errors[0]?.code).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
  })
})
