import { describe, expect, test } from '@jest/globals'
import {
  type Report,
  receiveJson,
  STATUS_LIST_LENGTH,
  sign,
  statusListCredential,
  statusListEntry,
  verify,
  writeBit,
} from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const signed = (changes: JsonObject = {}, by = issuer) =>
  sign(sampleCredential(by.did, changes), { ...how, signer: by.signer })
const check = async (credential: JsonObject, world = makeWorld()) => verify(receiveJson(credential), world)
const codes = (report: Report, name: string) =>
  report.checks.filter(({ check }) => check === name).map(({ code }) => code)

describe('a credential by itself', () => {
  test('is accepted when it is signed by its issuer', async () => {
    const report = await check(await signed())
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([])
    expect(report.verdict).toBe('accepted')
    expect(report.standing).toBe('genuine')
  })

  test.each(['EdDSA', 'ES256'] as const)('is accepted as a VC-JWT signed with %s', async (algorithm) => {
    const by = makeSigner(algorithm)
    const envelope = await sign(sampleCredential(by.did), { ...how, suite: 'vc-jwt', signer: by.signer })
    const report = await check(envelope)
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([])
    expect(report).toMatchObject({ verdict: 'accepted', securing: 'vc-jwt' })
  })

  test('is rejected when a word in it was changed', async () => {
    const credential = await signed()
    const report = await check({ ...credential, name: 'Network Security Operationz' })
    expect(codes(report, 'proof')).toEqual(['proof.invalid'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })

  test("is rejected when someone else signed it in the issuer's name", async () => {
    const forger = makeSigner()
    const credential = await sign(sampleCredential(issuer.did), { ...how, signer: forger.signer })
    const report = await check(credential)
    expect(codes(report, 'proof')).toEqual(['proof.ok'])
    expect(codes(report, 'issuer')).toEqual(['issuer.keyMismatch'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })

  test.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'VBScript:x'])('has no address %s', async (id) => {
    expect(codes(await check({ ...(await signed()), id }), 'shape')).toEqual(['shape.invalid'])
    const report = await check(await signed({ id: 'urn:javascript:1' }))
    expect(codes(report, 'shape')).toEqual(['shape.ok'])
  })

  test('is rejected without a proof', async () => {
    const report = await check(sampleCredential(issuer.did))
    expect(codes(report, 'proof')).toEqual(['proof.missing'])
    expect(report.standing).toBe('notGenuine')
  })

  test('cannot be checked with a context we do not know', async () => {
    const credential = await signed()
    const report = await check({
      ...credential,
      '@context': [...(credential['@context'] as string[]), 'https://other.example/v1'],
    })
    expect(codes(report, 'contexts')).toEqual(['contexts.unknown'])
    expect(codes(report, 'proof')).toEqual(['proof.notRun'])
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
  })

  test('is rejected with a context written into it', async () => {
    const credential = await signed()
    const report = await check({
      ...credential,
      '@context': [...(credential['@context'] as string[]), { extra: 'https://other.example/x' }],
    })
    expect(codes(report, 'contexts')).toEqual(['contexts.inline'])
    expect(report.verdict).toBe('rejected')
  })

  test('is rejected with a part that no signature covers', async () => {
    const report = await check({ ...(await signed()), unheardOf: 'x' })
    expect(codes(report, 'proof')).toEqual(['proof.notCanonical'])
  })

  test('cannot be checked when its suite is not known', async () => {
    const credential = await signed()
    const report = await check({
      ...credential,
      proof: { ...(credential.proof as JsonObject), cryptosuite: 'dance-2030' },
    })
    expect(codes(report, 'proof')).toEqual(['proof.unsupported'])
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
  })

  test.each([
    [{ validUntil: '2026-11-25T11:59:59Z' }, 'dates.expired', 'noLongerValid'],
    [{ validFrom: '2027-01-01T00:00:00Z' }, 'dates.notYetValid', 'notYetValid'],
  ])('is rejected with %j', async (changes, code, standing) => {
    const report = await check(await signed(changes))
    expect(codes(report, 'dates')).toEqual([code])
    expect(report).toMatchObject({ verdict: 'rejected', standing })
  })

  test('is rejected when a date in it cannot be read', async () => {
    const credential = sampleCredential(issuer.did, { validUntil: 'soon' })
    const report = await check(await sign(credential, { ...how, suite: 'vc-jwt' }))
    expect(codes(report, 'dates')).toEqual(['dates.malformed'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })

  test('may be checked for another day', async () => {
    const credential = await signed({ validUntil: '2026-11-25T11:59:59Z' })
    expect((await check(credential, makeWorld({}, { at: new Date('2026-11-20T00:00:00Z') }))).verdict).toBe('accepted')
  })

  test('that has lapsed stays genuine, and says so', async () => {
    const credential = sampleCredential(issuer.did)
    const subject = credential.credentialSubject as JsonObject
    const report = await check(
      await sign({ ...credential, credentialSubject: { ...subject, currentUntil: '2026-11-24' } }, how),
    )
    expect(codes(report, 'dates')).toEqual(['dates.ok', 'currency.lapsed'])
    expect(report.standing).toBe('genuine')
  })

  test('is rejected, and not called forged, when its issuer signed something that is not well formed', async () => {
    const credential = sampleCredential(issuer.did)
    const subject = credential.credentialSubject as JsonObject
    const report = await check(
      await sign(
        {
          ...credential,
          credentialSubject: {
            ...subject,
            creditAwarded: [{ type: ['Credit'], creditValue: '07', creditScheme: 'CATS' }],
          },
        },
        how,
      ),
    )
    expect(codes(report, 'shape')).toEqual(['shape.invalid'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'unchecked' })
  })
})

describe('its status', () => {
  const url = 'https://college.example/status/1'
  const list = (revoked: number[], changes: Partial<Parameters<typeof statusListCredential>[0]> = {}) => {
    const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
    for (const index of revoked) writeBit(bits, index, true)
    return sign(
      statusListCredential({
        url,
        issuer: issuer.did,
        purpose: 'revocation',
        bits,
        validFrom: NOW,
        validUntil: new Date(NOW.getTime() + 86_400_000),
        ...changes,
      }),
      how,
    )
  }
  const withStatus = signed({ credentialStatus: statusListEntry(url, 'revocation', 94_567) })

  test('is looked up and found good', async () => {
    const report = await check(await withStatus, makeWorld({ [url]: await list([94_566, 94_568]) }))
    expect(codes(report, 'status')).toEqual(['status.ok'])
    expect(report.verdict).toBe('accepted')
  })

  test('is found revoked', async () => {
    const report = await check(await withStatus, makeWorld({ [url]: await list([94_567]) }))
    expect(codes(report, 'status')).toEqual(['status.revoked'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'noLongerValid' })
  })

  test('is looked up each time, in a list whose signature is checked once', async () => {
    const before = makeWorld({ [url]: await list([]) })
    expect((await check(await withStatus, before)).verdict).toBe('accepted')
    const revoked = makeWorld({ [url]: await list([94_567]) }, { verified: before.verified })
    expect(codes(await check(await withStatus, revoked), 'status')).toEqual(['status.revoked'])
    const changed = makeWorld({ [url]: { ...(await list([])), name: 'x' } }, { verified: before.verified })
    expect(codes(await check(await withStatus, changed), 'status')).toEqual(['status.unverifiable'])
  })

  test('cannot be checked when the list cannot be reached', async () => {
    const report = await check(await withStatus)
    expect(codes(report, 'status')).toEqual(['status.unreachable'])
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
  })

  test('cannot be checked with a list that somebody else signed', async () => {
    const other = makeSigner()
    const forged = await sign(
      statusListCredential({
        url,
        issuer: other.did,
        purpose: 'revocation',
        bits: new Uint8Array(STATUS_LIST_LENGTH / 8),
        validFrom: NOW,
        validUntil: new Date(NOW.getTime() + 1000),
      }),
      { ...how, signer: other.signer },
    )
    expect(codes(await check(await withStatus, makeWorld({ [url]: forged })), 'status')).toEqual([
      'status.issuerMismatch',
    ])
  })

  test('cannot be checked with a copy older than its time to live', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(await list([])))
    const world = makeWorld({ [url]: { bytes, asOf: new Date(NOW.getTime() - 6 * 60_000) } })
    expect(codes(await check(await withStatus, world), 'status')).toEqual(['status.stale'])
  })
})
