import { describe, expect, test } from '@jest/globals'
import {
  receiveJson,
  receiveJwt,
  STATUS_LIST_LENGTH,
  sign,
  statusListCredential,
  statusListEntry,
  verify,
} from '#credential'
import { base64url, gzip, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { expectQuick } from '../time.ts'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const web = 'did:web:college.example'
const webUrl = 'https://college.example/.well-known/did.json'

/** The DID document of did:web:college.example with the given key, for a test to spoil. */
function webDocument(multibase: string, changes: JsonObject = {}): JsonObject {
  const id = `${web}#key-1`
  return {
    id: web,
    verificationMethod: [{ id, type: 'Multikey', controller: web, publicKeyMultibase: multibase }],
    assertionMethod: [id],
    ...changes,
  }
}
const asWeb = (by = issuer) => ({ ...by.signer, id: `${web}#key-1` })
const found = async (credential: JsonObject, world = makeWorld()) => {
  const report = await verify(receiveJson(credential), world)
  return { verdict: report.verdict, standing: report.standing, codes: report.checks.map(({ code }) => code) }
}

describe('who signed it', () => {
  const credential = sign(sampleCredential(web), { ...how, signer: asWeb() })

  test('is the issuer when its DID document lists the key', async () => {
    const world = makeWorld({ [webUrl]: webDocument(issuer.multibase) })
    expect(await found(await credential, world)).toMatchObject({ verdict: 'accepted' })
  })

  test.each([
    [
      'is not the issuer when the document lists another key of that name',
      webDocument(makeSigner().multibase),
      'proof.invalid',
      'rejected',
    ],
    [
      'is not the issuer when the document lists no such key',
      webDocument(issuer.multibase, { assertionMethod: [], verificationMethod: [] }),
      'issuer.keyNotListed',
      'rejected',
    ],
    [
      'is not the issuer when the key is only for signing in',
      webDocument(issuer.multibase, { assertionMethod: [], authentication: [`${web}#key-1`] }),
      'proof.purpose',
      'rejected',
    ],
    [
      'is not the issuer when the key is controlled by another',
      webDocument(issuer.multibase, {
        verificationMethod: [
          { id: `${web}#key-1`, controller: 'did:web:other.example', publicKeyMultibase: issuer.multibase },
        ],
      }),
      'issuer.keyNotListed',
      'rejected',
    ],
    [
      'is not established when the document is about another DID',
      { ...webDocument(issuer.multibase), id: 'did:web:college.example.evil' },
      'did.mismatch',
      'rejected',
    ],
    [
      'is not established when the DID was given up',
      webDocument(issuer.multibase, { deactivated: true }),
      'did.deactivated',
      'rejected',
    ],
    ['cannot be checked when the document is not JSON', '<html>', 'did.unresolvable', 'undecided'],
  ])('%s', async (_, document, code, verdict) => {
    const report = await found(await credential, makeWorld({ [webUrl]: document }))
    expect(report.codes).toContain(code)
    expect(report.verdict).toBe(verdict)
  })

  test('cannot be checked when the document cannot be had', async () => {
    expect(await found(await credential)).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
  })

  test("is not the issuer whose DID only begins like the signer's", async () => {
    const credential = await sign(sampleCredential(`${issuer.did}x`), how)
    expect((await found(credential)).codes).toContain('issuer.keyMismatch')
  })

  test.each([
    'did:web:college.example:..',
    'did:web:college.example%2Fevil',
    'did:web:a@college.example',
    'did:web:college.example%3A80%3A80',
    'did:web:',
    'did:web:college.example:a?b',
    `did:web:${'a'.repeat(3000)}`,
  ])('is nobody for %s', async (did) => {
    const asked: string[] = []
    const world = makeWorld(
      {},
      {
        load: async (url) => {
          asked.push(url)
          throw new PassportError('fetch.failed', '')
        },
      },
    )
    const credential = await sign(sampleCredential(did), { ...how, signer: { ...issuer.signer, id: `${did}#key-1` } })
    expect((await found(credential, world)).verdict).toBe('rejected')
    expect(asked).toEqual([])
  })

  test('is nobody for a key of small order', async () => {
    const weak = 'did:key:z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'
    const credential = await sign(sampleCredential(weak), {
      ...how,
      signer: { ...issuer.signer, id: `${weak}#${weak.slice(8)}` },
    })
    expect(await found(credential)).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })
})

describe('its proofs', () => {
  test('must all verify, and eight are enough', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const good = credential.proof as JsonObject
    expect(await found({ ...credential, proof: [good] })).toMatchObject({ verdict: 'accepted' })
    const bad = { ...good, created: '2026-11-25T11:00:00Z' }
    expect((await found({ ...credential, proof: [good, bad] })).codes).toContain('proof.invalid')
    expect((await found({ ...credential, proof: Array(9).fill(good) })).codes).toContain('proof.tooComplex')
  })

  test('may not be long enough to keep us busy', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const proof = { ...(credential.proof as JsonObject), proofValue: `z${'2'.repeat(200_000)}` }
    await expectQuick(500, async () => {
      expect((await found({ ...credential, proof })).codes).toContain('proof.malformed')
    })
  })

  test('may not have expired', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const report = await found({
      ...credential,
      proof: { ...(credential.proof as JsonObject), expires: '2026-11-25T11:00:00Z' },
    })
    expect(report.codes).toContain('proof.invalid')
  })

  test('that follow others which are not there do not hold', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const report = await found({
      ...credential,
      proof: { ...(credential.proof as JsonObject), previousProof: 'urn:uuid:x' },
    })
    expect(report).toMatchObject({ verdict: 'rejected', codes: expect.arrayContaining(['proof.chainBroken']) })
  })
})

describe('what hides in it', () => {
  test('a property under its full name is refused though the signature holds', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const { currentUntil, ...rest } = credential.credentialSubject as JsonObject
    const renamed = {
      ...credential,
      credentialSubject: {
        ...rest,
        'https://w3id.org/skills-passport/v1#currentUntil': {
          '@type': 'http://www.w3.org/2001/XMLSchema#date',
          '@value': currentUntil,
        },
      },
    }
    const report = await found(renamed)
    expect(report.codes).toEqual(expect.arrayContaining(['shape.invalid', 'proof.ok']))
    expect(report.verdict).toBe('rejected')
  })

  test('a context deep inside is refused', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const report = await found({
      ...credential,
      evidence: [{ '@context': 'https://www.w3.org/ns/credentials/v2', type: ['Evidence'] }],
    })
    expect(report.codes).toContain('contexts.inline')
  })

  test.each<[string, unknown]>([
    ['creditAwarded', [{ type: ['Credit'], creditValue: '7.50', creditScheme: 'CATS' }]],
    ['assurance', 'Certified'],
    ['currentUntil', '2029-13-01'],
  ])('a wrong %s is refused before anyone reads it', async (field, wrong) => {
    const credential = sampleCredential(issuer.did)
    const held = { ...(credential.credentialSubject as JsonObject), [field]: wrong } as JsonObject
    // As a JWT, since safe mode would not sign all of these.
    const report = await found(await sign({ ...credential, credentialSubject: held }, { ...how, suite: 'vc-jwt' }))
    expect(report).toMatchObject({ verdict: 'rejected', codes: expect.arrayContaining(['shape.invalid']) })
  })

  test('200 tags and three equal results are no reason to refuse', async () => {
    const credential = sampleCredential(issuer.did)
    const held = credential.credentialSubject as JsonObject
    const achievement = {
      ...(held.achievement as JsonObject),
      tag: Array.from({ length: 200 }, (_, index) => `tag ${index}`),
    }
    const result = Array.from({ length: 3 }, () => ({ type: ['Result'], value: 'A' }))
    const signed = await sign({ ...credential, credentialSubject: { ...held, achievement, result } }, how)
    expect(await found(signed)).toMatchObject({ verdict: 'accepted' })
  })

  test('a graph made to keep us busy is given up on, and not called forged', async () => {
    // A ring of blank nodes with chords: every node looks like every other, so each must be tried as the first.
    const nodes = 40
    const ring = Array.from({ length: nodes }, (_, index) => ({
      id: `_:b${index}`,
      type: ['Evidence'],
      genre: 'same',
    }))
    const credential = await sign(sampleCredential(issuer.did), how)
    const relatedResource = ring.map((_, index) => ({ id: `_:b${(index + 1) % nodes}` }))
    await expectQuick(5_000, async () => {
      expect((await found({ ...credential, evidence: ring, relatedResource })).verdict).toBe('rejected')
    })
  })
})

describe('a VC-JWT', () => {
  const jwtOf = async (header: JsonObject, by = issuer, claims: JsonObject = {}) => {
    const payload = { ...sampleCredential(issuer.did), ...claims }
    const input = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(payload))}`
    return `${input}.${base64url(await by.signer.sign(new TextEncoder().encode(input)))}`
  }
  const jwk = (by: typeof issuer) => ({ kty: 'OKP', crv: 'Ed25519', x: base64url(keyBytes(by.multibase)) })
  const check = async (jwt: string) => {
    const report = await verify(receiveJwt(jwt), makeWorld())
    return { verdict: report.verdict, codes: report.checks.map(({ code }) => code) }
  }
  const good = { alg: 'EdDSA', typ: 'vc+jwt', kid: issuer.signer.id }

  test('is accepted with the key that it names, and with one it brings if the issuer lists it', async () => {
    expect(await check(await jwtOf(good))).toMatchObject({ verdict: 'accepted' })
    expect(await check(await jwtOf({ alg: 'EdDSA', typ: 'JWT', jwk: jwk(issuer) }))).toMatchObject({
      verdict: 'accepted',
    })
  })

  const forger = makeSigner()
  test.each<[string, JsonObject, string]>([
    ['without a signature', { ...good, alg: 'none' }, 'proof.missing'],
    ['with a secret in place of a key', { ...good, alg: 'HS256' }, 'proof.malformed'],
    ['of another type', { ...good, typ: 'at+jwt' }, 'proof.malformed'],
    ['that is not encoded', { ...good, b64: false, crit: ['b64'] }, 'proof.malformed'],
    ['with an extension we do not know', { ...good, crit: ['x'] }, 'proof.unsupported'],
    ['with an algorithm we do not know', { ...good, alg: 'PS256' }, 'proof.unsupported'],
    ["with an algorithm that is not its key's", { ...good, alg: 'ES256' }, 'proof.invalid'],
    ['with a key that the issuer does not list', { ...good, kid: `${issuer.did}#other` }, 'issuer.keyNotListed'],
  ])('%s is not accepted', async (_, header, code) => {
    const report = await check(await jwtOf(header))
    expect(report.codes).toContain(code)
    expect(report.verdict).not.toBe('accepted')
  })

  test("with a forger's key in its header is not accepted", async () => {
    for (const header of [
      { alg: 'EdDSA', jwk: jwk(forger) },
      { ...good, jwk: jwk(forger) },
    ]) {
      expect(await check(await jwtOf(header, forger))).toMatchObject({ verdict: 'rejected' })
    }
    expect(await check(await jwtOf({ ...good, kid: forger.signer.id }, forger))).toMatchObject({
      verdict: 'rejected',
      codes: expect.arrayContaining(['issuer.keyMismatch']),
    })
  })

  test('whose claims contradict its credential is not accepted', async () => {
    expect((await check(await jwtOf(good, issuer, { iss: 'did:web:other.example' }))).codes).toContain(
      'proof.claimMismatch',
    )
    expect((await check(await jwtOf(good, issuer, { jti: 'urn:uuid:other' }))).codes).toContain('proof.claimMismatch')
    expect((await check(await jwtOf(good, issuer, { exp: 1_700_000_000 }))).codes).toContain('dates.expired')
  })

  test('with a key twice in its header is refused before anything else', async () => {
    const [, body, signature] = (await jwtOf(good)).split('.')
    const head = base64url('{"alg":"none","alg":"EdDSA"}')
    expect(() => receiveJwt(`${head}.${body}.${signature}`)).toThrow(
      expect.objectContaining({ code: 'json.duplicateKey' }),
    )
  })
})

describe('a status list', () => {
  const url = 'https://college.example/status/1'
  const signList = async (subject: JsonObject, changes: JsonObject = {}) => {
    const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
    const list = statusListCredential({
      url,
      issuer: issuer.did,
      purpose: 'revocation',
      bits,
      validFrom: NOW,
      validUntil: new Date(NOW.getTime() + 1e6),
    })
    return sign(
      { ...list, ...changes, credentialSubject: { ...(list.credentialSubject as JsonObject), ...subject } },
      how,
    )
  }
  const statusOf = async (list: JsonObject | string, entry: JsonObject = {}) => {
    const credential = await sign(
      sampleCredential(issuer.did, { credentialStatus: { ...statusListEntry(url, 'revocation', 5), ...entry } }),
      how,
    )
    const report = await verify(receiveJson(credential), makeWorld({ [url]: list }))
    return { code: report.checks.find(({ check }) => check === 'status')?.code, verdict: report.verdict }
  }

  test.each<[string, JsonObject, JsonObject, string]>([
    ['that is too short', { encodedList: `u${base64url(gzip(new Uint8Array(100)))}` }, {}, 'status.malformed'],
    [
      'that is a bomb',
      { encodedList: `u${base64url(gzip(new Uint8Array(17 * 1024 * 1024)))}` },
      {},
      'status.malformed',
    ],
    ['that is not compressed', { encodedList: 'uAAAA' }, {}, 'status.malformed'],
    ['of another purpose', { statusPurpose: 'suspension' }, {}, 'status.malformed'],
    ['of no entries', { encodedList: 'u' }, {}, 'status.malformed'],
    ['that has expired', {}, { validUntil: '2026-11-25T11:00:00Z' }, 'status.stale'],
  ])('%s tells nothing', async (_, subject, changes, code) => {
    const list =
      changes.validUntil === undefined ? await signList(subject, changes) : { ...(await signList(subject)), ...changes }
    expect(await statusOf(list)).toEqual({ code, verdict: 'undecided' })
  })

  test('that was changed tells nothing', async () => {
    expect(await statusOf({ ...(await signList({})), name: 'x' })).toEqual({
      code: 'status.unverifiable',
      verdict: 'undecided',
    })
  })

  test.each<[string, JsonObject, string]>([
    ['an index beyond the list', { statusListIndex: '131072' }, 'status.malformed'],
    ['an index that is no number', { statusListIndex: '5 ' }, 'status.malformed'],
    ['a negative index', { statusListIndex: '-1' }, 'status.malformed'],
    ['a kind of list we do not know', { type: 'SomeOtherStatus2031' }, 'status.unsupported'],
  ])('with %s tells nothing', async (_, entry, code) => {
    const credential = sampleCredential(issuer.did)
    const given = { ...statusListEntry(url, 'revocation', 5), ...entry }
    // Signed as a JWT, since a type that no context defines cannot be signed with a proof.
    const signed = await sign({ ...credential, credentialStatus: given }, { ...how, suite: 'vc-jwt' })
    const report = await verify(receiveJson(signed), makeWorld({ [url]: await signList({}) }))
    expect(report.checks.find(({ check }) => check === 'status')?.code).toBe(code)
    expect(report.verdict).toBe('undecided')
  })

  test('in the second of two entries is looked at too', async () => {
    const second = 'https://college.example/status/2'
    const entries = [statusListEntry(url, 'revocation', 5), statusListEntry(second, 'suspension', 5)]
    const credential = await sign(sampleCredential(issuer.did, { credentialStatus: entries }), how)
    const report = await verify(receiveJson(credential), makeWorld({ [url]: await signList({}) }))
    expect(report.checks.filter(({ check }) => check === 'status').map(({ code }) => code)).toEqual([
      'status.unreachable',
      'status.ok',
    ])
    expect(report.verdict).toBe('undecided')
  })
})

test('a document that comes as text is parsed strictly before it is verified', () => {
  expect(() => parseJsonObject('{"issuer":"a","issuer":"b"}')).toThrow(
    expect.objectContaining({ code: 'json.duplicateKey' }),
  )
})

function keyBytes(multibase: string): Uint8Array {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  let value = 0n
  for (const char of multibase.slice(1)) value = value * 58n + BigInt(alphabet.indexOf(char))
  return Buffer.from(value.toString(16), 'hex').subarray(2)
}
