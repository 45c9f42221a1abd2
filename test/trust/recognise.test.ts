import { describe, expect, test } from '@jest/globals'
import { readTrustList, receiveJson, sign, verify } from '#credential'
import { parseRecognizedEntities, recognise, recognizedEntityCredential, type TrustList } from '#trust'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { contexts, makeWorld, NOW } from '../credential/world.ts'

const college = 'did:web:college.example'
const unsigned = (changes: Partial<Parameters<typeof recognizedEntityCredential>[0]> = {}) =>
  recognizedEntityCredential({
    url: 'https://register.example/trust-list',
    name: 'Register of Providers',
    operator: 'did:web:register.example',
    validFrom: '2026-11-01T00:00:00Z',
    validUntil: '2027-11-01T00:00:00Z',
    issuers: [{ did: college, name: 'Example College', from: '2022-09-01T00:00:00Z', until: '2027-08-31T00:00:00Z' }],
    ...changes,
  })
const list = (): TrustList =>
  parseRecognizedEntities(unsigned(), { url: 'https://register.example/trust-list', asOf: NOW })

describe('recognition', () => {
  test('names the list that says yes, its age, and since when', () => {
    expect(recognise({ issuer: college, on: [NOW] }, [list()], [])).toEqual({
      outcome: 'recognised',
      list: {
        url: 'https://register.example/trust-list',
        name: 'Register of Providers',
        operator: 'did:web:register.example',
      },
      asOf: NOW.toISOString(),
      issuerName: 'Example College',
      since: '2022-09-01T00:00:00.000Z',
    })
  })

  test.each([
    `${college}.evil.example`,
    college.slice(0, -1),
    college.toUpperCase(),
    `${college}:x`,
    ` ${college}`,
    '',
  ])('does not take %j for a listed issuer', (issuer) => {
    expect(recognise({ issuer, on: [NOW] }, [list()], []).outcome).toBe('notListed')
  })

  test('says when an award lies outside the time', () => {
    expect(recognise({ issuer: college, on: [new Date('2022-08-31T23:59:59Z')] }, [list()], []).outcome).toBe(
      'notAtThatDate',
    )
    expect(recognise({ issuer: college, on: [new Date('2027-08-31T00:00:01Z')] }, [list()], []).outcome).toBe(
      'notAtThatDate',
    )
  })

  test('does not say "not listed" when a list could not be had', () => {
    expect(recognise({ issuer: 'did:web:other.example', on: [NOW] }, [list()], ['https://x.example']).outcome).toBe(
      'listUnavailable',
    )
    expect(recognise({ issuer: college, on: [NOW] }, [list()], ['https://x.example']).outcome).toBe('recognised')
  })
})

describe('a trust list', () => {
  const register = makeSigner()
  const source = { url: 'https://register.example/trust-list', signer: register.did, asOf: NOW }
  const bytesOf = (document: object) => new TextEncoder().encode(JSON.stringify(document))
  const signed = (changes = {}) =>
    sign(unsigned({ operator: register.did, ...changes }), {
      suite: 'eddsa-rdfc-2022',
      signer: register.signer,
      now: NOW,
      contexts,
    })

  test('makes an issuer on it recognised', async () => {
    const issuer = makeSigner()
    const issuers = [{ did: issuer.did, name: 'Example College', from: '2022-09-01T00:00:00Z' }]
    const trusted = await readTrustList(bytesOf(await signed({ issuers })), source, makeWorld())
    const credential = await sign(sampleCredential(issuer.did), {
      suite: 'eddsa-rdfc-2022',
      signer: issuer.signer,
      now: NOW,
      contexts,
    })
    const report = await verify(receiveJson(credential), makeWorld({}, { trustLists: [trusted] }))
    expect(report.recognition).toMatchObject({ outcome: 'recognised', issuerName: 'Example College' })
    expect(report.checks).toContainEqual(expect.objectContaining({ check: 'recognition', outcome: 'passed' }))
  })

  test('says nothing of a credential that its issuer did not sign', async () => {
    const issuer = makeSigner()
    const issuers = [{ did: issuer.did, name: 'Example College', from: '2022-09-01T00:00:00Z' }]
    const trusted = await readTrustList(bytesOf(await signed({ issuers })), source, makeWorld())
    const forged = await sign(sampleCredential(issuer.did), {
      suite: 'eddsa-rdfc-2022',
      signer: makeSigner().signer,
      now: NOW,
      contexts,
    })
    const report = await verify(receiveJson(forged), makeWorld({}, { trustLists: [trusted] }))
    expect(report.recognition.outcome).toBe('notListed')
    expect(report.checks.map(({ code }) => code)).toContain('recognition.notRun')
  })

  test('is refused when someone else signed it, when it was changed, and when it is out of date', async () => {
    const refused = expect.objectContaining({ code: 'trust.malformed' })
    const list = await signed()
    await expect(
      readTrustList(bytesOf(list), { ...source, signer: 'did:web:other.example' }, makeWorld()),
    ).rejects.toEqual(refused)
    await expect(readTrustList(bytesOf({ ...list, name: 'x' }), source, makeWorld())).rejects.toEqual(refused)
    const late = makeWorld({}, { now: new Date('2028-01-01T00:00:00Z') })
    await expect(readTrustList(bytesOf(list), source, late)).rejects.toEqual(refused)
  })

  test('whose signer cannot be reached is neither good nor bad', async () => {
    const away = 'did:web:register.example'
    const signer = { ...register.signer, id: `${away}#key-1` }
    const list = await sign(unsigned(), { suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts })
    const read = readTrustList(bytesOf(list), { ...source, signer: away }, makeWorld())
    await expect(read).rejects.toMatchObject({ code: 'fetch.failed' })
  })

  test.each<[string, object]>([
    [
      'names an issuer twice',
      {
        credentialSubject: [
          ...(unsigned().credentialSubject as object[]),
          ...(unsigned().credentialSubject as object[]),
        ],
      },
    ],
    ['recognises for nothing', { credentialSubject: { id: college, type: 'RecognizedIssuer' } }],
    [
      'has a date that cannot be read',
      {
        credentialSubject: {
          id: college,
          type: 'RecognizedIssuer',
          recognizedTo: { type: 'RecognizedAction', action: 'issue', validFrom: 'once' },
        },
      },
    ],
    ['is no list', { type: ['VerifiableCredential'] }],
  ])('that %s is refused whole', (_, changes) => {
    expect(() => parseRecognizedEntities({ ...unsigned(), ...changes }, { url: 'x', asOf: NOW })).toThrow(
      expect.objectContaining({ code: 'trust.malformed' }),
    )
  })
})
