import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { presentationOf, presentSdJwt, sign } from '#credential'
import { asText, base64url, type JsonObject } from '#platform'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { instanceOf, makeTheirs } from '../credential/sd-jwt/theirs.ts'
import { contexts } from '../credential/world.ts'
import { type College, startCollege } from './college.ts'
import { codesOf, serveVerifier, type TestVerifier } from './service.ts'

let verifier: TestVerifier
let college: College
let jwt: string
let sdJwt: string
let presentation: string
beforeAll(async () => {
  verifier = await serveVerifier()
  college = await startCollege()
  const { did, signer } = makeSigner('ES256')
  const secure = async (suite: 'vc-jwt' | 'sd-jwt-vc') => {
    const envelope = await sign(sampleCredential(did), { suite, signer, now: new Date(), contexts })
    return asText(envelope.id).split(',')[1] ?? ''
  }
  jwt = await secure('vc-jwt')
  sdJwt = await secure('sd-jwt-vc')
  const enveloped = { type: 'EnvelopedVerifiableCredential', id: `data:application/dc+sd-jwt,${sdJwt}` }
  const claims = { ...presentationOf([enveloped]), nonce: 'q7JmXbX2cZ5kq1y8oK0v3A', aud: 'https://verifier.example' }
  const input = [{ alg: 'ES256', typ: 'vp+jwt', kid: signer.id }, claims]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.')
  presentation = `${input}.${base64url(await signer.sign(new TextEncoder().encode(input)))}`
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

const asked = '?challenge=q7JmXbX2cZ5kq1y8oK0v3A&domain=https://verifier.example'

describe('POST /api/check', () => {
  test.each([
    'application/dc+sd-jwt',
    'application/vc+sd-jwt',
    'application/sd-jwt',
    'text/plain',
  ])('takes an SD-JWT VC as %s', async (mediaType) => {
    const { status, json } = await verifier.post('/api/check', ` ${sdJwt}\n`, mediaType)
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: 'accepted', standing: 'genuine', securing: 'sd-jwt' })
    expect(json.summary?.title).toBe('Network Security Operations')
  })

  test('shows of it what was disclosed and nothing else', async () => {
    const whole = await verifier.post('/api/check', sdJwt, 'application/dc+sd-jwt')
    expect(JSON.stringify(whole.json)).toContain('Ola Adeyemi')
    const part = await verifier.post('/api/check', presentSdJwt(sdJwt, []), 'application/dc+sd-jwt')
    expect(part.json).toMatchObject({ verdict: 'accepted', summary: { recipientName: null } })
    expect(JSON.stringify(part.json)).not.toContain('Ola Adeyemi')
  })

  test.each([
    'application/vp+jwt',
    'application/jwt',
    'text/plain',
  ])('takes a presentation as a JWT, as %s', async (mediaType) => {
    const { status, json } = await verifier.post(`/api/check${asked}`, presentation, mediaType)
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: 'accepted', reports: [{ securing: 'sd-jwt' }] })
    expect(codesOf(json, 'holder')).toEqual(['holder.unbound'])
    const other = await verifier.post('/api/check?challenge=x', presentation, mediaType)
    expect(other.json).toMatchObject({ verdict: 'rejected', standing: 'genuine' })
    expect(codesOf(other.json, 'holder')).toEqual(['holder.challengeMismatch'])
  })

  test.each(['x', 'a.b.c', 'a.b.c~', '~', `${'a'.repeat(600_000)}.b.c~`])('cannot read %.20s', async (text) => {
    const { status, json } = await verifier.post('/api/check', text, 'application/dc+sd-jwt')
    expect([400, 413]).toContain(status)
    expect(json.code).toMatch(/^(?:jwt|json)\./)
  })

  test('reads both out of a ZIP file', async () => {
    const files = { 'a.sd-jwt': Buffer.from(sdJwt), 'b.jwt': Buffer.from(presentation), 'c.vc': Buffer.from(jwt) }
    const { status, json } = await verifier.post('/api/check', zipSync(files), 'application/zip')
    expect(status).toBe(200)
    expect(json.reports.map(({ securing }) => securing)).toEqual(['sd-jwt', 'sd-jwt', 'vc-jwt'])
    expect(json.verdict).toBe('accepted')
  })

  test('opens a link to one, of any type', async () => {
    const issuer = await makeTheirs()
    const payload = { iss: issuer.did, vct: 'urn:example:type', given_name: 'Ola' }
    const foreign = await instanceOf(issuer).issue(payload as never, { _sd: ['given_name'] } as never, {
      header: { kid: issuer.kid },
    })
    college.pages.set('GET /one', { mediaType: 'application/dc+sd-jwt', body: foreign })
    const { status, json } = await verifier.post('/api/check', `${college.url}/one`, 'text/plain')
    expect(status).toBe(200)
    expect(json).toMatchObject({ verdict: 'accepted', credential: { given_name: 'Ola', vct: 'urn:example:type' } })
    expect(json.summary).toMatchObject({
      title: 'urn:example:type',
      issuer: { id: issuer.did },
      recipientName: 'Ola',
      description: 'given_name: Ola',
    })
    const page = await (await fetch(`${verifier.url}/check?link=${encodeURIComponent(`${college.url}/one`)}`)).text()
    expect(page).toContain('SD-JWT')
    expect(page).toContain('This credential is genuine')
  })
})

describe('VC-API', () => {
  test('POST /credentials/verify takes an SD-JWT bare, in its envelope and in JSON', async () => {
    const [issued = '', ...rest] = sdJwt.split('~')
    const [head, payload, signature] = issued.split('.')
    const header = { disclosures: rest.slice(0, -1) }
    const forms: (string | JsonObject)[] = [
      sdJwt,
      { type: 'EnvelopedVerifiableCredential', id: `data:application/dc+sd-jwt,${sdJwt}` },
      { payload: payload ?? '', signatures: [{ protected: head ?? '', signature: signature ?? '', header }] },
    ]
    for (const verifiableCredential of forms) {
      const { status, json } = await verifier.post('/credentials/verify', { verifiableCredential })
      expect([status, json.verified]).toEqual([200, true])
    }
    const options = { challenge: 'x' }
    const { status, json } = await verifier.post('/credentials/verify', { verifiableCredential: sdJwt, options })
    expect([status, json.verified, json.errors[0]?.code]).toEqual([400, false, 'holder.unsigned'])
  })

  test('POST /presentations/verify takes a JWT bare and in its envelope', async () => {
    const options = { challenge: 'q7JmXbX2cZ5kq1y8oK0v3A', domain: 'https://verifier.example' }
    const enveloped = { type: 'EnvelopedVerifiablePresentation', id: `data:application/vp+jwt,${presentation}` }
    for (const verifiablePresentation of [presentation, enveloped]) {
      const good = await verifier.post('/presentations/verify', { verifiablePresentation, options })
      expect([good.status, good.json.verified]).toEqual([200, true])
      const other = { ...options, domain: 'https://other.example' }
      const bad = await verifier.post('/presentations/verify', { verifiablePresentation, options: other })
      expect([bad.status, bad.json.verified, bad.json.errors[0]?.code]).toEqual([
        400,
        false,
        'holder.challengeMismatch',
      ])
    }
  })

  test('one credential that cannot be read is answered for by itself', async () => {
    const verifiablePresentation = { ...presentationOf([]), verifiableCredential: [sdJwt, 'x'] }
    const { status, json } = await verifier.post('/presentations/verify', { verifiablePresentation })
    expect([status, json.verified]).toEqual([400, false])
    expect(json.reports.map(({ verdict }) => verdict)).toEqual(['accepted', 'rejected'])
    expect(json.errors.map(({ code }) => code)).toContain('shape.unreadable')
  })

  test('POST /credentials/derive shows a part of an SD-JWT', async () => {
    const verifiableCredential = { type: 'EnvelopedVerifiableCredential', id: `data:application/dc+sd-jwt,${sdJwt}` }
    const derive = (selectivePointers: string[]) =>
      verifier.post('/credentials/derive', { verifiableCredential, options: { selectivePointers } })
    const { status, json } = await derive(['/credentialSubject/assurance'])
    expect(status).toBe(201)
    const derived = json.verifiableCredential as JsonObject
    const { json: found } = await verifier.post('/api/check', derived)
    expect(found).toMatchObject({
      verdict: 'accepted',
      credential: { credentialSubject: { assurance: expect.anything() } },
    })
    expect(JSON.stringify(found)).not.toContain('Ola Adeyemi')
    expect(await derive([''])).toMatchObject({ status: 201, json: { verifiableCredential } })
    expect(await derive(['/nothing'])).toMatchObject({ status: 400, json: { code: 'pointer.unknown' } })
  })
})
