import { beforeAll, describe, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { presentationOf, sign, verifyPresentation, type World } from '#credential'
import { asText, base64url, type JsonObject } from '#platform'
import { type MadeSigner, makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const NONCE = 'q7JmXbX2cZ5kq1y8oK0v3A'
const asked = { challenge: NONCE, domain: 'https://verifier.example' }
const seconds = Math.floor(NOW.getTime() / 1000)

/** A wallet of another make: a did:jwk, and jose used plainly. */
async function makeHolder() {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const did = `did:jwk:${base64url(JSON.stringify(await exportJWK(publicKey)))}`
  const present = (claims: object, header: object = {}) =>
    new SignJWT({ nonce: NONCE, aud: asked.domain, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'vp+jwt', kid: `${did}#0`, ...header })
      .sign(privateKey)
  return { did, present }
}

let issuer: MadeSigner
let holder: Awaited<ReturnType<typeof makeHolder>>
let credential: JsonObject
let enveloped: JsonObject
let disclosing: JsonObject
beforeAll(async () => {
  issuer = makeSigner('ES256')
  holder = await makeHolder()
  const sample = sampleCredential(issuer.did)
  const about = { ...sample, credentialSubject: { ...(sample.credentialSubject as JsonObject), id: holder.did } }
  const how = { signer: issuer.signer, now: NOW, contexts }
  credential = await sign(about, { ...how, suite: 'ecdsa-rdfc-2019' })
  enveloped = await sign(about, { ...how, suite: 'vc-jwt' })
  disclosing = await sign(about, { ...how, suite: 'sd-jwt-vc' })
})

const check = (document: JsonObject | string, question = {}, world: World = makeWorld()) =>
  verifyPresentation(document, world, question)
const codes = ({ checks }: { checks: { code: string }[] }) => checks.map(({ code }) => code)
const holderCodes = ({ checks }: { checks: { check: string; code: string }[] } = { checks: [] }) =>
  checks.filter(({ check }) => check === 'holder').map(({ code }) => code)

describe('a presentation as a JWT (VC-JOSE-COSE §3.1.2)', () => {
  test('holds credentials of any form, and answers what was asked', async () => {
    const presentation = { ...presentationOf([credential, enveloped, disclosing]), holder: holder.did }
    const report = await check(await holder.present(presentation), asked)
    expect(codes(report)).toEqual(['holder.ok'])
    expect(report.verdict).toBe('accepted')
    expect(report.reports.map(({ securing }) => securing)).toEqual(['data-integrity', 'vc-jwt', 'sd-jwt'])
    expect(report.reports.map((one) => holderCodes(one))).toEqual([['holder.ok'], ['holder.ok'], ['holder.ok']])
  })

  test('comes in an envelope too (VC Data Model 2.0 §4.13)', async () => {
    const jwt = await holder.present(presentationOf([enveloped]))
    const envelope = { type: 'EnvelopedVerifiablePresentation', id: `data:application/vp+jwt,${jwt}` }
    expect(await check(envelope, asked)).toMatchObject({ verdict: 'accepted', reports: [{ verdict: 'accepted' }] })
    const other = { type: 'EnvelopedVerifiablePresentation', id: 'data:application/vp+cose,AAAA' }
    await expect(check(other)).rejects.toMatchObject({ code: 'media.unsupported' })
  })

  test('says so when nothing was asked', async () => {
    expect(codes(await check(await holder.present(presentationOf([enveloped]))))).toEqual(['holder.noChallenge'])
  })

  test.each<[object, object, string]>([
    [{ nonce: 'another' }, {}, 'holder.challengeMismatch'],
    [{ nonce: undefined }, {}, 'holder.challengeMismatch'],
    [{ aud: 'https://other.example' }, {}, 'holder.challengeMismatch'],
    [{ aud: undefined }, {}, 'holder.challengeMismatch'],
    [{ iss: 'did:web:other.example' }, {}, 'holder.mismatch'],
    [{ holder: 'did:web:other.example' }, {}, 'holder.mismatch'],
    [{ exp: seconds }, {}, 'holder.stale'],
    [{ exp: 'soon' }, {}, 'holder.invalid'],
    [{ nbf: seconds + 3_600 }, {}, 'holder.invalid'],
    [{}, { typ: 'vc+jwt' }, 'holder.invalid'],
    [{}, { typ: 'kb+jwt' }, 'holder.invalid'],
    [{}, { b64: true, crit: ['b64'] }, 'holder.invalid'],
  ])('with %j and %j is refused, and its credential stays genuine', async (claims, header, code) => {
    const report = await check(await holder.present({ ...presentationOf([enveloped]), ...claims }, header), asked)
    expect(codes(report)).toEqual([code])
    expect(report).toMatchObject({ verdict: 'rejected', reports: [{ verdict: 'accepted', standing: 'genuine' }] })
  })

  test('for several audiences is for each of them', async () => {
    const presentation = { ...presentationOf([enveloped]), aud: ['https://a.example', asked.domain] }
    expect(codes(await check(await holder.present(presentation), asked))).toEqual(['holder.ok'])
  })

  test('that was changed is refused', async () => {
    const [head, , signature] = (await holder.present(presentationOf([enveloped]))).split('.')
    const body = base64url(
      JSON.stringify({ ...presentationOf([enveloped, enveloped]), nonce: NONCE, aud: asked.domain }),
    )
    expect(codes(await check(`${head}.${body}.${signature}`, asked))).toEqual(['holder.invalid'])
  })

  test('signed by someone else is told apart', async () => {
    const other = await makeHolder()
    const report = await check(await other.present(presentationOf([enveloped])), asked)
    expect(holderCodes(report.reports[0])).toEqual(['holder.otherSubject'])
  })

  test('signed with a key that is not for showing who one is, is refused', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const did = 'did:web:holder.example'
    const id = `${did}#key-1`
    const method = { id, type: 'JsonWebKey', controller: did, publicKeyJwk: await exportJWK(publicKey) }
    const listing = (name: string) =>
      makeWorld({
        'https://holder.example/.well-known/did.json': { id: did, verificationMethod: [method], [name]: [id] },
      })
    const make = (header: object) =>
      new SignJWT({ ...presentationOf([enveloped]), nonce: NONCE, aud: asked.domain, iss: did })
        .setProtectedHeader({ alg: 'ES256', typ: 'vp+jwt', ...header })
        .sign(privateKey)
    for (const header of [{ kid: id }, {}]) {
      const good = await check(await make(header), asked, listing('authentication'))
      expect(codes(good)).toEqual(['holder.ok'])
      const wrong = await check(await make(header), asked, listing('assertionMethod'))
      expect(codes(wrong)).toEqual(['holder.invalid'])
    }
  })

  test('whose holder cannot be looked up could not be checked', async () => {
    const jwt = await holder.present(presentationOf([enveloped]), { kid: 'did:web:nobody.example#key-1' })
    const report = await check(jwt, asked)
    expect(codes(report)).toEqual(['holder.notChecked'])
    expect(report.verdict).toBe('undecided')
  })

  test.each(['', 'x', 'a.b.c'])('that is no JWT cannot be read: %j', async (text) => {
    await expect(check(text)).rejects.toMatchObject({ code: 'jwt.malformed' })
  })

  test('that holds none is refused', async () => {
    await expect(check(await holder.present(presentationOf([])))).rejects.toMatchObject({ code: 'shape.invalid' })
  })
})

describe('a presentation in a claim `vp` (VC Data Model 1.1 §6.3.1)', () => {
  test('holds JWTs as they are, and answers what was asked', async () => {
    const jwt = asText(enveloped.id).split(',')[1] ?? ''
    const vp = { ...presentationOf([]), verifiableCredential: [jwt] }
    const report = await check(await holder.present({ iss: holder.did, vp }, { typ: 'JWT' }), asked)
    expect(codes(report)).toEqual(['holder.ok'])
    expect(report).toMatchObject({ verdict: 'accepted', reports: [{ securing: 'vc-jwt', verdict: 'accepted' }] })
    const mismatch = await check(await holder.present({ iss: 'did:web:a.example', vp }, { typ: 'JWT' }), asked)
    expect(codes(mismatch)).toEqual(['holder.mismatch'])
  })
})
