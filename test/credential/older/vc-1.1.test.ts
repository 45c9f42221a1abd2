import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Report, receiveJson, receiveJwt, summarise, verify } from '#credential'
import { asText, base64url, type JsonObject, parseJsonObject } from '#platform'
import { ed25519Signature2020 } from '../../../credential/proof/ed25519-signature-2020.ts'
import { makeSigner } from '../keys.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/older')
const vector = (name: string) => parseJsonObject(readFileSync(join(VECTORS, name)))
const issuer = makeSigner()

/** An Open Badge 3.0 of the first years, unsigned. */
function older(changes: JsonObject = {}): JsonObject {
  const { proof: _, ...badge } = vector('open-badge-3.0.1.json')
  return { ...badge, issuer: { id: issuer.did, type: ['Profile'], name: 'College' }, ...changes }
}

async function signed(changes: JsonObject = {}): Promise<JsonObject> {
  const document = older(changes)
  const options = { created: NOW, contexts }
  return { ...document, proof: await ed25519Signature2020.sign(document, issuer.signer, options) }
}

async function jwtOf(claims: JsonObject, header: JsonObject = {}): Promise<string> {
  const head = base64url(JSON.stringify({ alg: 'EdDSA', typ: 'JWT', kid: issuer.signer.id, ...header }))
  const input = `${head}.${base64url(JSON.stringify(claims))}`
  return `${input}.${base64url(await issuer.signer.sign(new TextEncoder().encode(input)))}`
}

const check = (credential: JsonObject, at?: string) =>
  verify(receiveJson(credential), makeWorld({}, at === undefined ? {} : { at: new Date(at) }))
const troubles = ({ checks }: Report) =>
  checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown').map(({ code }) => code)
const codes = (report: Report, name: string) =>
  report.checks.filter((found) => found.check === name).map(({ code }) => code)

describe('a badge of VC Data Model 1.1 with an Ed25519Signature2020 that another library made', () => {
  const files = ['open-badge-3.0.json', 'open-badge-3.0.1.json', 'open-badge-3.0.2.json', 'open-badge-3.0.3.json']

  test.each(files)('%s is accepted', async (name) => {
    const report = await check(vector(name))
    expect(troubles(report)).toEqual([])
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
  })

  test.each(files)('%s with a word changed is rejected', async (name) => {
    const report = await check({ ...vector(name), name: 'Another' })
    expect(troubles(report)).toContain('proof.invalid')
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })

  test('is shown with its dates', () => {
    expect(summarise(receiveJson(vector('open-badge-3.0.1.json')))).toMatchObject({
      validFrom: '2022-05-01T12:00:00Z',
      validUntil: '2032-05-01T12:00:00Z',
    })
  })
})

describe('a credential of VC Data Model 1.1', () => {
  test.each([
    [{ expirationDate: '2026-11-25T11:59:59Z' }, 'dates.expired', 'noLongerValid'],
    [{ issuanceDate: '2027-01-01T00:00:00Z' }, 'dates.notYetValid', 'notYetValid'],
  ])('is rejected with %j', async (changes, code, standing) => {
    const report = await check(await signed(changes))
    expect(codes(report, 'dates')).toEqual([code])
    expect(report).toMatchObject({ verdict: 'rejected', standing })
  })

  test('whose dates name no zone is accepted where that does not matter, and says so', async () => {
    const report = await check(await signed({ issuanceDate: '2022-05-01T12:00:00' }))
    expect(codes(report, 'dates')).toEqual(['dates.ok', 'dates.noZone'])
    expect(report.verdict).toBe('accepted')
  })

  test.each([
    [{ expirationDate: '2026-11-25T16:00:00' }, '2026-11-25T12:00:00Z', 'dates.zoneDecides'],
    [{ expirationDate: '2026-11-25T16:00:00' }, '2026-11-26T06:00:00Z', 'dates.expired'],
    [{ issuanceDate: '2026-11-25T08:00:00' }, '2026-11-25T12:00:00Z', 'dates.zoneDecides'],
  ])('%j asked for %s is %s', async (changes, at, code) => {
    const report = await check(await signed(changes), at)
    expect(codes(report, 'dates')).toEqual([code])
  })

  test.each(['soon', '2026-13-01T00:00:00'])('is rejected where its date is %s', async (expirationDate) => {
    expect(codes(await check(await signed({ expirationDate })), 'dates')).toEqual(['dates.malformed'])
  })

  test('needs a date of issue', async () => {
    const { issuanceDate: _, ...rest } = older()
    const proof = await ed25519Signature2020.sign(rest, issuer.signer, { created: NOW, contexts })
    const report = await check({ ...rest, proof })
    expect(codes(report, 'shape')).toEqual(['shape.invalid'])
    expect(report.standing).toBe('unchecked')
  })

  test('cannot use the leave of the older model under the context of the newer', async () => {
    const report = await verify(receiveJwt(await jwtOf({ ...newer(), validFrom: '2022-05-01T12:00:00' })), makeWorld())
    expect(codes(report, 'dates')).toEqual(['dates.malformed'])
  })
})

function newer(): JsonObject {
  const { issuanceDate: _i, expirationDate: _e, ...badge } = older()
  const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
  return { ...badge, '@context': ['https://www.w3.org/ns/credentials/v2', ob] }
}

describe('a JWT of VC Data Model 1.1', () => {
  const claims = () => {
    const { id, issuer: _, issuanceDate: _i, expirationDate: _e, credentialSubject, ...vc } = older()
    const { id: _s, ...subject } = credentialSubject as JsonObject
    return {
      vc: { ...vc, issuer: { type: ['Profile'], name: 'College' }, credentialSubject: subject },
      iss: issuer.did,
      jti: id ?? null,
      sub: 'did:example:learner',
      nbf: 1_651_406_400,
      exp: 1_967_025_600,
    }
  }
  const checkJwt = async (changes: JsonObject, header: JsonObject = {}) =>
    verify(receiveJwt(await jwtOf({ ...claims(), ...changes }, header)), makeWorld())

  test('has its claims put back into the credential', async () => {
    const report = await checkJwt({})
    expect(troubles(report)).toEqual([])
    expect(report).toMatchObject({
      verdict: 'accepted',
      securing: 'vc-jwt',
      credential: {
        id: older().id,
        issuer: { id: issuer.did, name: 'College' },
        issuanceDate: '2022-05-01T12:00:00Z',
        expirationDate: '2032-05-01T12:00:00Z',
        credentialSubject: { id: 'did:example:learner' },
      },
    })
  })

  test.each([
    [{ exp: 1_700_000_000 }, 'dates.expired'],
    [{ nbf: 1_900_000_000 }, 'dates.notYetValid'],
    [{ nbf: 'soon' }, 'dates.malformed'],
    [{ vc: { ...older(), id: 'urn:uuid:other' } }, 'proof.claimMismatch'],
    [{ vc: { ...older(), issuer: 'did:web:other.example' } }, 'issuer.keyMismatch'],
    [{ vc: { ...older(), credentialSubject: { id: 'did:example:other' } } }, 'proof.claimMismatch'],
    [{ vc: { ...older(), proof: { type: 'X' } } }, 'proof.unsupported'],
  ])('is not accepted: case %#', async (changes: JsonObject, code) => {
    const report = await checkJwt(changes)
    expect(troubles(report)).toContain(code)
    expect(report.verdict).not.toBe('accepted')
  })

  test('that expired in its credential is expired whatever the claim says', async () => {
    const report = await checkJwt({ vc: older({ expirationDate: '2024-01-01T00:00:00Z' }) })
    expect(troubles(report)).toEqual(['dates.expired'])
  })

  test('that another key signed is rejected', async () => {
    const report = await checkJwt({}, { kid: asText(makeSigner().signer.id) })
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })
})
