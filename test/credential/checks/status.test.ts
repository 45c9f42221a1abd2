import { describe, expect, test } from '@jest/globals'
import {
  encodeBits,
  type Report,
  receiveJson,
  STATUS_LIST_LENGTH,
  sign,
  statusListCredential,
  statusListEntry,
  verify,
  type World,
  writeBit,
} from '#credential'
import { asText, base64, base64url, digestMultibase, gzip, type JsonObject } from '#platform'
import { ed25519Signature2020 } from '../../../credential/proof/ed25519-signature-2020.ts'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const URL_OF_LIST = 'https://college.example/status/1'
const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const period = { validFrom: new Date(NOW.getTime() - 60_000), validUntil: new Date(NOW.getTime() + 86_400_000) }

function bitsWith(set: readonly number[]): Uint8Array {
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
  for (const index of set) writeBit(bits, index, true)
  return bits
}

function unsignedList(set: readonly number[], validFrom = period.validFrom): JsonObject {
  const about = { url: URL_OF_LIST, issuer: issuer.did, purpose: 'revocation', bits: bitsWith(set) } as const
  return statusListCredential({ ...about, ...period, validFrom })
}

function withPurpose(list: JsonObject, statusPurpose: JsonObject[string]): JsonObject {
  return { ...list, credentialSubject: { ...(list.credentialSubject as JsonObject), statusPurpose } }
}

/** Signs a badge with these entries; the words of older kinds of status are those of further contexts. */
async function check(
  entries: JsonObject | JsonObject[],
  documents: Record<string, object>,
  { world = {}, context = [] }: { world?: Partial<World>; context?: string[] } = {},
) {
  const badge = sampleCredential(issuer.did, { credentialStatus: entries })
  const document = { ...badge, '@context': [...(badge['@context'] as string[]), ...context] }
  return verify(receiveJson(await sign(document, how)), makeWorld(documents, world))
}

const found = (report: Report) => report.checks.filter(({ check: name }) => name === 'status')
const codes = (report: Report) => found(report).map(({ code }) => code)

describe('a status list of bits', () => {
  test.each([
    ['Revocation', 'revocation', 'status.revoked'],
    ['SUSPENSION', ['Revocation', 'Suspension'], 'status.suspended'],
    ['refresh', 'refresh', 'status.refresh'],
    ['message', 'message', 'status.message'],
    ['colour', 'colour', 'status.applicationSpecific'],
    ['revocation', 'suspension', 'status.malformed'],
  ])('of which an entry asks for %s, with %j in the list, says %s', async (asked, listed, code) => {
    const list = await sign(withPurpose(unsignedList([7]), listed), how)
    const entry = { ...statusListEntry(URL_OF_LIST, 'revocation', 7), statusPurpose: asked }
    expect(codes(await check(entry, { [URL_OF_LIST]: list }))).toEqual([code])
  })

  test.each([
    ['where it is given for this place', [7], {}, 'The centre is being looked into.'],
    ['where it is given for another place only', [8], {}, undefined],
    ['where it is not as its digest says', [7], { digestMultibase: digestMultibase('else') }, undefined],
    ['where it states no digest', [7], { digestMultibase: undefined }, undefined],
    ['where it is elsewhere', [7], { id: 'https://college.example/reasons' }, undefined],
    ['where it is no base64', [7], { id: 'data:application/json;base64,%' }, undefined],
  ])('of suspensions says why %s', async (_where, places, changes, reason) => {
    const reasons = [
      { reason: 'No list.', encodedList: 'u' },
      { reason: 'The centre is being looked into.', encodedList: encodeBits(bitsWith(places)) },
    ]
    const document = Buffer.from(JSON.stringify({ reasons }))
    const resource = {
      id: `data:application/json;base64,${base64(document)}`,
      mediaType: 'application/json',
      digestMultibase: digestMultibase(document),
      ...changes,
    }
    const list = await sign({ ...withPurpose(unsignedList([7]), 'suspension'), relatedResource: [resource] }, how)
    const entry = statusListEntry(URL_OF_LIST, 'suspension', 7)
    const [status] = found(await check(entry, { [URL_OF_LIST]: list }))
    expect([status?.code, status?.detail.reason]).toEqual(['status.suspended', reason])
  })

  test('that asks to fetch a newer one leaves the credential accepted', async () => {
    const list = await sign(withPurpose(unsignedList([7]), 'refresh'), how)
    const entry = { ...statusListEntry(URL_OF_LIST, 'revocation', 7), statusPurpose: 'refresh' }
    const report = await check(entry, { [URL_OF_LIST]: list })
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
  })

  test.each([
    [[], 0, 'under review'],
    [[15], 1, 'in appeal'],
    [[14], 2, 'settled'],
  ])('two bits wide, with %j set, has the value %d and shows what its issuer says of it', async (set, value, message) => {
    const list = await sign(withPurpose(unsignedList(set), 'message'), how)
    const entry = {
      ...statusListEntry(URL_OF_LIST, 'revocation', 7),
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'under review' },
        { status: '0x1', message: 'in appeal' },
        { status: '0x2', message: 'settled' },
      ],
    }
    const report = await check(entry, { [URL_OF_LIST]: list })
    expect(found(report)).toMatchObject([{ outcome: 'notice', code: 'status.message', detail: { value, message } }])
  })

  test.each([0, 9, 1.5, '2'])('is not read with entries %j bits wide', async (statusSize) => {
    const entry = { ...statusListEntry(URL_OF_LIST, 'revocation', 7), statusSize }
    expect(codes(await check(entry, { [URL_OF_LIST]: await sign(unsignedList([]), how) }))).toEqual([
      'status.malformed',
    ])
  })

  test.each([STATUS_LIST_LENGTH, 2 ** 31, 2 ** 32, 2 ** 32 + 7])('has no entry %d', async (index) => {
    const report = await check(statusListEntry(URL_OF_LIST, 'revocation', index), {
      [URL_OF_LIST]: await sign(unsignedList([]), how),
    })
    expect(found(report)).toMatchObject([{ outcome: 'unknown', code: 'status.malformed', detail: { index } }])
  })

  test('is not asked for where a credential has more entries than any needs', async () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (_, index) => statusListEntry(URL_OF_LIST, 'revocation', index))
    const documents = { [URL_OF_LIST]: await sign(unsignedList([]), how) }
    expect(await check(entries(16), documents)).toMatchObject({ verdict: 'accepted' })
    const load = () => Promise.reject(new Error('nobody is to be asked'))
    expect(found(await check(entries(17), documents, { world: { load } }))).toMatchObject([
      { outcome: 'unknown', code: 'status.malformed', detail: { entries: 17 } },
    ])
  })

  test('that says it is another list is not used', async () => {
    const list = await sign({ ...unsignedList([]), id: 'https://college.example/status/2' }, how)
    const report = await check(statusListEntry(URL_OF_LIST, 'revocation', 7), { [URL_OF_LIST]: list })
    expect(found(report)).toMatchObject([{ outcome: 'unknown', code: 'status.malformed', detail: { reason: 'id' } }])
  })

  test('is looked up for every entry, the worst first', async () => {
    const second = 'https://college.example/status/2'
    const entries = [statusListEntry(URL_OF_LIST, 'revocation', 7), statusListEntry(second, 'suspension', 3)]
    const suspended = withPurpose({ ...unsignedList([3]), id: second }, 'suspension')
    const documents = { [URL_OF_LIST]: await sign(unsignedList([]), how), [second]: await sign(suspended, how) }
    const report = await check(entries, documents)
    expect(codes(report)).toEqual(['status.suspended', 'status.ok'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  })
})

describe('an older list at an address where a newer one was seen', () => {
  const entry = statusListEntry(URL_OF_LIST, 'revocation', 7)
  const remembering = () => {
    const seen = new Map<string, number>()
    return async (url: string, version: Date) => {
      if ((seen.get(url) ?? 0) > version.getTime()) return false
      seen.set(url, version.getTime())
      return true
    }
  }

  test('is not used: whoever was revoked since would be good again', async () => {
    const isNewestList = remembering()
    const before = await sign(unsignedList([], new Date(NOW.getTime() - 7_200_000)), how)
    const after = await sign(unsignedList([7]), how)
    expect(codes(await check(entry, { [URL_OF_LIST]: before }, { world: { isNewestList } }))).toEqual(['status.ok'])
    expect(codes(await check(entry, { [URL_OF_LIST]: after }, { world: { isNewestList } }))).toEqual(['status.revoked'])
    const report = await check(entry, { [URL_OF_LIST]: before }, { world: { isNewestList } })
    expect(codes(report)).toEqual(['status.rollback'])
    expect(report.verdict).toBe('undecided')
  })

  test('is still compared with the signed ones only', async () => {
    const isNewestList = remembering()
    const forged = await sign({ ...unsignedList([]), issuer: issuer.did }, { ...how, signer: makeSigner().signer })
    const later = { ...forged, validFrom: '2026-11-25T11:59:59Z' }
    expect(codes(await check(entry, { [URL_OF_LIST]: later }, { world: { isNewestList } }))).toEqual([
      'status.unverifiable',
    ])
    const real = await sign(unsignedList([7]), how)
    expect(codes(await check(entry, { [URL_OF_LIST]: real }, { world: { isNewestList } }))).toEqual(['status.revoked'])
  })
})

describe('a StatusList2021', () => {
  const entry = { ...statusListEntry(URL_OF_LIST, 'revocation', 7), type: 'StatusList2021Entry' }
  const list = async (set: readonly number[], changes: JsonObject = {}) => {
    const document = {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://w3id.org/vc/status-list/2021/v1',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      id: URL_OF_LIST,
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      issuer: issuer.did,
      issuanceDate: '2026-11-01T00:00:00Z',
      credentialSubject: {
        id: `${URL_OF_LIST}#list`,
        type: 'StatusList2021',
        statusPurpose: 'revocation',
        encodedList: base64url(gzip(bitsWith(set))),
      },
      ...changes,
    }
    return { ...document, proof: await ed25519Signature2020.sign(document, issuer.signer, { created: NOW, contexts }) }
  }
  const checkIt = (document: object) =>
    check(entry, { [URL_OF_LIST]: document }, { context: ['https://w3id.org/vc/status-list/2021/v1'] })

  test('says that a credential is good, or revoked', async () => {
    const good = await checkIt(await list([6, 8]))
    expect(codes(good)).toEqual(['status.ok'])
    expect(good.verdict).toBe('accepted')
    const revoked = await checkIt(await list([7]))
    expect(codes(revoked)).toEqual(['status.revoked'])
    expect(revoked.standing).toBe('noLongerValid')
  })

  test.each<[string, JsonObject, string]>([
    ['that has expired', { expirationDate: '2026-11-24T00:00:00Z' }, 'status.stale'],
    ['of another kind', { type: ['VerifiableCredential'] }, 'status.malformed'],
    ['of another issuer', { issuer: makeSigner().did }, 'status.unverifiable'],
  ])('%s is not used', async (_, changes, code) => {
    const report = await checkIt(await list([], changes))
    expect(codes(report)).toEqual([code])
    expect(report.verdict).toBe('undecided')
  })

  test('is not taken for a Bitstring Status List', async () => {
    const bitstring = await sign(unsignedList([]), how)
    expect(codes(await checkIt(bitstring))).toEqual(['status.malformed'])
  })
})

describe('a 1EdTechRevocationList', () => {
  const address = 'https://college.example/revocations'
  const entry = { id: address, type: '1EdTechRevocationList' }
  const mine = asText(sampleCredential(issuer.did).id)
  const context = ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']
  const checkIt = (document: object | undefined) =>
    check(entry, document === undefined ? {} : { [address]: document }, { context })
  const others = [{ id: 'urn:uuid:another', revoked: true }]

  test('that does not name the credential says that it holds, and that nobody signed that', async () => {
    const report = await checkIt({ id: address, issuer: issuer.did, revokedCredential: others })
    expect(codes(report)).toEqual(['status.unsigned', 'status.ok'])
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
  })

  test.each([
    ['with a reason', [...others, { id: mine, revoked: true, revocationReason: 'Awarded by mistake.' }]],
    ['by its id alone', [mine]],
  ])('that names it %s says that it is revoked', async (_, revokedCredential) => {
    const report = await checkIt({ issuer: issuer.did, revokedCredential })
    expect(codes(report)).toEqual(['status.revoked', 'status.unsigned'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  })

  test('that names it as not revoked any more says that it holds', async () => {
    const report = await checkIt({ revokedCredential: [{ id: mine, revoked: false }] })
    expect(codes(report)).toEqual(['status.unsigned', 'status.ok'])
  })

  test.each<[string, object | undefined, string]>([
    ['that is not there', undefined, 'status.unreachable'],
    ['without a list', { issuer: issuer.did }, 'status.malformed'],
    ['of another address', { id: 'https://college.example/other', revokedCredential: [] }, 'status.malformed'],
    ['of another issuer', { issuer: 'did:web:other.example', revokedCredential: [] }, 'status.issuerMismatch'],
    ['that is no object', ['x'], 'status.malformed'],
  ])('%s says nothing', async (_, document, code) => {
    const report = await checkIt(document)
    expect(codes(report)).toEqual([code])
    expect(report.verdict).toBe('undecided')
  })
})
