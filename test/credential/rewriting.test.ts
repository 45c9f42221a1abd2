import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { describe, expect, test } from '@jest/globals'
import { envelopeOf, presentationOf, readTrustList, receiveJson, sign, verify, verifyPresentation } from '#credential'
import { asArray, asText, isObject, type Json, type JsonObject, PassportError, parseJson } from '#platform'
import { signClaims } from '../../credential/proof/vc-jwt.ts'
import { expectQuick } from '../time.ts'
import { entity, unsignedList } from '../trust/list.ts'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const codes = async (credential: JsonObject, world = makeWorld()) => {
  const report = await verify(receiveJson(credential), world)
  return { verdict: report.verdict, codes: report.checks.map(({ code }) => code) }
}

describe('a document rewritten so that its signature still holds', () => {
  test('is refused when a thing in it is split in two by a blank node', async () => {
    const credential = sampleCredential(issuer.did)
    const subject = credential.credentialSubject as JsonObject
    const result = [{ type: ['Result'], status: 'Failed', value: '12' }]
    const signed = await sign({ ...credential, credentialSubject: { ...subject, result } }, how)
    const held = signed.credentialSubject as JsonObject
    const split = [
      { id: '_:r', type: ['Result'], value: '12' },
      { id: '_:r', type: ['Result'], status: 'Failed' },
    ]
    const report = await codes({ ...signed, credentialSubject: { ...held, result: split } })
    expect(report).toMatchObject({ verdict: 'rejected', codes: expect.arrayContaining(['shape.invalid', 'proof.ok']) })
  })

  test('is refused when its type is written so that the schema of its short name is escaped', async () => {
    const signed = await sign(sampleCredential(issuer.did), how)
    const type = ['VerifiableCredential', 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential']
    expect(await codes({ ...signed, type })).toMatchObject({ verdict: 'rejected' })
  })

  test('is refused as a trust list when an end date is parted from what it ends', async () => {
    const until = new Date('2021-01-01T00:00:00Z')
    const { credential } = unsignedList(issuer.did, [entity(issuer.did, { action: { until } })])
    const signed = await sign(credential, how)
    const [entry] = signed.credentialSubject as JsonObject[]
    const [action = {}] = (entry?.recognizedTo ?? []) as JsonObject[]
    const { validUntil: _until, ...open } = action
    const parted = [
      { id: '_:p', ...open },
      { id: '_:p', ...action },
    ]
    const bytes = new TextEncoder().encode(
      JSON.stringify({ ...signed, credentialSubject: [{ ...entry, recognizedTo: parted }] }),
    )
    const source = { url: 'https://register.example/trust-list', signer: issuer.did, asOf: NOW }
    await expect(readTrustList(bytes, source, makeWorld())).rejects.toMatchObject({ code: 'trust.malformed' })
  })

  describe('where one thing is named in two places', () => {
    const END = { validUntil: '2026-07-01T00:00:00Z' }
    const moved = (document: JsonObject, from: JsonObject, to: JsonObject, member: string, types: string[] = []) => {
      to[member] = from[member] ?? null
      delete from[member]
      to.type = [...asArray(to.type).map(asText), ...types]
      return document
    }
    const inside = (value: Json | undefined): JsonObject => {
      const [first] = asArray(value)
      if (!isObject(first)) throw new Error('There is nothing in it.')
      return first
    }

    test('an end date cannot be put into a piece of evidence by the credential’s own id', async () => {
      const sample = sampleCredential(issuer.did, END)
      const signed = await sign({ ...sample, evidence: [{ id: sample.id ?? '', type: ['Evidence'] }] }, how)
      expect((await codes(signed)).codes).toContain('dates.expired')
      const rewritten = moved(signed, signed, inside(signed.evidence), 'validUntil', ['VerifiableCredential'])
      expect(await codes(rewritten)).toMatchObject({
        verdict: 'rejected',
        codes: expect.arrayContaining(['shape.invalid', 'proof.ok']),
      })
    })

    test('a level cannot be put into the subject of an endorsement of the same achievement', async () => {
      const sample = sampleCredential(issuer.did)
      const achievement = inside(inside(sample.credentialSubject).achievement)
      const endorsement = {
        ...{ '@context': sample['@context'] ?? null, id: 'urn:example:endorsement', issuer: issuer.did },
        ...{ type: ['VerifiableCredential', 'EndorsementCredential'], validFrom: '2026-01-01T00:00:00Z', name: 'Good' },
        credentialSubject: { id: achievement.id ?? '', type: ['EndorsementSubject'], endorsementComment: 'Good' },
      }
      const signed = await sign({ ...sample, endorsement: [endorsement] }, how)
      expect((await codes(signed)).codes).toContain('shape.ok')
      const to = inside(inside(signed.endorsement).credentialSubject)
      const from = inside(inside(signed.credentialSubject).achievement)
      const rewritten = moved(signed, from, to, 'alignment', ['Achievement'])
      expect((await codes(rewritten)).codes).toEqual(expect.arrayContaining(['shape.invalid', 'proof.ok']))
    })

    test('an issuer may be described again as the one who made the achievement', async () => {
      const sample = sampleCredential(issuer.did)
      const achievement = inside(inside(sample.credentialSubject).achievement)
      achievement.creator = { id: issuer.did, type: ['Profile'], name: 'The College', url: 'https://college.example/' }
      expect((await codes(await sign(sample, how))).codes).toEqual(expect.arrayContaining(['shape.ok', 'proof.ok']))
    })

    test('what is named in short elsewhere, or by a signature of the text, is as honest documents have it', async () => {
      const sample = sampleCredential(issuer.did, END)
      const achievement = inside(inside(sample.credentialSubject).achievement)
      const { id = '', achievementType = '' } = achievement
      const evidence = [
        { id: sample.id ?? '', type: ['Evidence'] },
        { id, type: ['Evidence', 'Achievement'], achievementType },
      ]
      expect((await codes(await sign({ ...sample, evidence }, how))).codes).toContain('shape.ok')
      const ofText = await sign(
        { ...sample, evidence: [{ ...evidence[0], ...END }] },
        { ...how, suite: 'eddsa-jcs-2022' },
      )
      expect((await codes(ofText)).codes).toContain('shape.ok')
    })

    test('a pinned key on a trust list cannot be put where another entry names its owner', async () => {
      const other = makeSigner()
      const key = { key: 'z6MkOther', from: null, until: null, reason: null }
      const closure = { on: NOW, custodian: null, successor: { did: other.did, name: 'Other' } }
      const entries = [entity(issuer.did, { closure }), entity(other.did, { keys: [key] })]
      const signed = await sign(unsignedList(issuer.did, entries).credential, how)
      const source = { url: 'https://register.example/trust-list', signer: issuer.did, asOf: NOW }
      const read = () => readTrustList(new TextEncoder().encode(JSON.stringify(signed)), source, makeWorld())
      expect((await read()).entities.get(other.did)?.keys).toHaveLength(1)
      const [first, second] = asArray(signed.credentialSubject)
      const successor = inside(inside(inside(first).closure).successor)
      moved(signed, inside(second), successor, 'recognizedKey', ['RecognizedIssuer'])
      await expect(read()).rejects.toMatchObject({ code: 'trust.malformed' })
    })
  })

  test('cannot be split by a name that repeats beside itself', async () => {
    const signed = await sign(sampleCredential(issuer.did), how)
    const one = { id: 'https://e.example/1', type: ['Evidence'] }
    expect((await codes({ ...signed, evidence: [one, { ...one, name: 'x' }] })).codes).toContain('shape.invalid')
  })
})

describe('work that is kept small', () => {
  test('a number written over a hundred thousand characters is refused at once', async () => {
    const text = `{"a":1.${'0'.repeat(500_000)}1}`
    await expectQuick(200, () => expect(() => parseJson(text)).toThrow(PassportError))
  })

  test('a document of more than two thousand things is not canonicalised', async () => {
    const signed = await sign(sampleCredential(issuer.did), how)
    const evidence = Array.from({ length: 2_001 }, () => ({ type: ['Evidence'] }))
    expect((await codes({ ...signed, evidence })).codes).toContain('proof.tooComplex')
  })
})

describe('keys', () => {
  const web = 'did:web:college.example'
  const signer = { ...issuer.signer, id: `${web}#key-1` }
  const document = (changes: JsonObject) => ({
    id: web,
    verificationMethod: [
      { id: signer.id, type: 'Multikey', controller: web, publicKeyMultibase: issuer.multibase, ...changes },
    ],
    assertionMethod: [signer.id],
  })
  const withKey = (changes: JsonObject) =>
    makeWorld({ 'https://college.example/.well-known/did.json': document(changes) })

  test.each<[string, JsonObject, string]>([
    ['that was revoked before', { revoked: '2026-01-01T00:00:00Z' }, 'rejected'],
    ['that had expired', { expires: '2026-01-01T00:00:00Z' }, 'rejected'],
    ['whose end cannot be read', { revoked: 'once' }, 'rejected'],
    ['that is for encryption', { type: 'X25519KeyAgreementKey2020' }, 'rejected'],
    ['of a kind that is not read here', { type: 'Ed25519VerificationKey2018', publicKeyBase58: '3' }, 'undecided'],
    ['that was revoked after', { revoked: '2026-12-01T00:00:00Z' }, 'accepted'],
  ])('one %s', async (_, changes, verdict) => {
    const credential = await sign(sampleCredential(web), { ...how, signer })
    expect((await codes(credential, withKey(changes))).verdict).toBe(verdict)
  })

  test('of a kind that is not read here are no fault of a JWT either, by whichever of them it may be', async () => {
    const { id } = signer
    const unknown = { id, type: 'EcdsaSecp256k1VerificationKey2019', controller: web, publicKeyBase58: '3' }
    const other = { id: `${web}#key-2`, type: 'Multikey', controller: web, publicKeyMultibase: makeSigner().multibase }
    const both = { id: web, verificationMethod: [unknown, other], assertionMethod: [id, other.id] }
    const lists = (document: JsonObject) => makeWorld({ 'https://college.example/.well-known/did.json': document })
    const named = await sign(sampleCredential(web), { ...how, suite: 'vc-jwt', signer })
    expect(await codes(named, lists(both))).toMatchObject({
      verdict: 'undecided',
      codes: expect.arrayContaining(['proof.unsupported']),
    })
    const unnamed = await signClaims(sampleCredential(web), { kid: undefined }, signer)
    expect(await codes(envelopeOf(unnamed), lists(both))).toMatchObject({ verdict: 'undecided' })
    const readable = { ...both, assertionMethod: [other.id] }
    expect(await codes(envelopeOf(unnamed), lists(readable))).toMatchObject({ verdict: 'rejected' })
  })
})

describe('forms that are not read here are not called forged', () => {
  test.each<[string, JsonObject]>([
    ['an issuer that is a web address', { issuer: { id: 'https://college.example/issuer', type: ['Profile'] } }],
    ['a context of an older draft', { '@context': ['https://w3id.org/credentials/v1'] }],
  ])('%s', async (_, changes) => {
    const signed = await sign(sampleCredential(issuer.did), how)
    const report = await verify(receiveJson({ ...signed, ...changes }), makeWorld())
    const failed = report.checks.filter(({ outcome, check }) => outcome === 'failed' && check !== 'proof')
    expect(failed).toEqual([])
  })

  test('a key that is a web address', async () => {
    const signed = await sign(sampleCredential(issuer.did), how)
    const proof = { ...(signed.proof as JsonObject), verificationMethod: 'https://college.example/keys/1' }
    const credential = { ...signed, issuer: 'https://college.example/issuer', proof }
    expect(await codes(credential)).toMatchObject({
      verdict: expect.not.stringMatching('accepted'),
      codes: expect.arrayContaining(['did.unresolvable']),
    })
  })
})

describe('who presents', () => {
  const ask = { challenge: 'q7JmXbX2cZ5kq1y8oK0v3A', domain: 'verifier.example' }
  const credential = sign(sampleCredential(issuer.did), how)

  test('must answer what was asked: no signature, or an empty list of them, is no answer', async () => {
    const shown = presentationOf([await credential])
    expect(await verifyPresentation(shown, makeWorld(), ask)).toMatchObject({ verdict: 'rejected' })
    expect(await verifyPresentation({ ...shown, proof: [] }, makeWorld(), ask)).toMatchObject({ verdict: 'rejected' })
    expect(await verifyPresentation(shown, makeWorld())).toMatchObject({ verdict: 'accepted' })
  })

  test('is not shown to be the holder of a credential that names nobody', async () => {
    const by = makeSigner()
    const signer = {
      id: by.signer.id,
      algorithm: 'Ed25519',
      sign: ({ data }: { data: Uint8Array }) => by.signer.sign(data),
    }
    const presentation = presentationOf([await credential])
    const proof = await new DataIntegrityProof({ cryptosuite, signer, date: NOW }).createProof({
      document: presentation,
      purpose: { update: async (draft: JsonObject) => ({ ...draft, proofPurpose: 'authentication', ...ask }) },
      documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: contexts.get(url) }),
    })
    const report = await verifyPresentation({ ...presentation, proof: proof as JsonObject }, makeWorld(), ask)
    expect(report.checks.map(({ code }) => code)).toEqual(['holder.ok'])
    expect(report.reports[0]?.checks.map(({ code }) => code)).toContain('holder.unbound')
  })
})
