import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  emptyTokenStatuses,
  type Report,
  receiveCompact,
  signTokenStatusList,
  TOKEN_STATUS,
  tokenStatusClaim,
  verify,
  writeTokenStatus,
} from '#credential'
import { base64url, deflate, type JsonObject } from '#platform'
import { signClaims } from '../../credential/proof/vc-jwt.ts'
import { packTokenStatuses, readTokenStatus, unpackTokenStatuses } from '../../credential/token-status-list.ts'
import { type MadeSigner, makeSigner } from './keys.ts'
import { instanceOf, makeTheirs, type Theirs } from './sd-jwt/theirs.ts'
import { makeWorld, NOW } from './world.ts'

const codes = (report: Report, name: string) =>
  report.checks.filter(({ check }) => check === name).map(({ code }) => code)
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
const url = 'https://college.example/status/token-1'
const INDEX = 94_567

describe('statuses side by side', () => {
  // The two examples of Token Status List §4.2.
  test.each<[1 | 2, string, number[]]>([
    [1, 'eNrbuRgAAhcBXQ', [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]],
    [2, 'eNo76fITAAPfAgc', [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]],
  ])('of %d bits read as the specification says', (bits, lst, statuses) => {
    const list = unpackTokenStatuses({ bits, lst })
    expect(statuses.map((_, index) => readTokenStatus(list, index))).toEqual(statuses)
    expect(readTokenStatus(list, list.bytes.length * (8 / bits))).toBeNull()
    const made = emptyTokenStatuses(statuses.length, bits)
    for (const [index, status] of statuses.entries()) writeTokenStatus(made, index, status)
    expect(unpackTokenStatuses(packTokenStatuses(made))).toEqual(list)
  })

  test.each([1, 2, 4, 8] as const)('of %d bits can be written, and written again', (bits) => {
    const list = emptyTokenStatuses(64, bits)
    const most = 2 ** bits - 1
    writeTokenStatus(list, 33, most)
    expect([32, 33, 34].map((index) => readTokenStatus(list, index))).toEqual([0, most, 0])
    writeTokenStatus(list, 33, 1)
    expect([32, 33, 34].map((index) => readTokenStatus(list, index))).toEqual([0, 1, 0])
    expect(() => writeTokenStatus(list, 64, 1)).toThrow(expect.objectContaining({ code: 'status.malformed' }))
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['three bits', { bits: 3, lst: 'eNrbuRgAAhcBXQ' }],
    ['bits as a text', { bits: '1', lst: 'eNrbuRgAAhcBXQ' }],
    ['no base64url', { bits: 1, lst: 'eNrbuRgAAhcBXQ==' }],
    ['no zlib', { bits: 1, lst: 'AAAA' }],
    ['a bomb', { bits: 1, lst: base64url(deflate(new Uint8Array(17 * 1024 * 1024))) }],
  ])('cannot be had from %s', (_what, claim) => {
    expect(() => unpackTokenStatuses(claim as JsonObject)).toThrow(
      expect.objectContaining({ code: 'status.malformed' }),
    )
  })
})

describe('the list that an SD-JWT VC points to', () => {
  let issuer: MadeSigner
  let theirs: Theirs
  let compact: string
  beforeAll(async () => {
    theirs = await makeTheirs()
    issuer = makeSigner('ES256')
    const claims = { iss: issuer.did, vct: 'urn:example:type', status: tokenStatusClaim(url, INDEX) }
    compact = `${await signClaims(claims, { typ: 'dc+sd-jwt' }, issuer.signer)}~`
  })

  const list = (status: number, bits: 1 | 2 | 4 | 8 = 2, by = issuer) => {
    const statuses = emptyTokenStatuses(131_072, bits)
    writeTokenStatus(statuses, INDEX, status)
    const expiresAt = new Date(NOW.getTime() + 3_600_000)
    return signTokenStatusList({ url, issuer: by.did, statuses, issuedAt: NOW, expiresAt }, by.signer)
  }
  const check = (document: string | { bytes: Uint8Array; asOf: Date } | undefined, changes = {}) =>
    verify(receiveCompact(compact), makeWorld(document === undefined ? {} : { [url]: document }, changes))

  test.each([
    [TOKEN_STATUS.valid, 'status.ok', 'accepted', 'genuine'],
    [TOKEN_STATUS.invalid, 'status.revoked', 'rejected', 'noLongerValid'],
    [TOKEN_STATUS.suspended, 'status.suspended', 'rejected', 'noLongerValid'],
    [3, 'status.applicationSpecific', 'undecided', 'unchecked'],
  ])('says %d: %s', async (status, code, verdict, standing) => {
    const report = await check(await list(status))
    expect(codes(report, 'status')).toEqual([code])
    expect(report).toMatchObject({ verdict, standing })
  })

  test('is looked up each time, in a list whose signature is checked once', async () => {
    const good = await list(0)
    const verified = new Set<string>()
    expect((await check(good, { verified })).verdict).toBe('accepted')
    expect(codes(await check(await list(1), { verified }), 'status')).toEqual(['status.revoked'])
    const changed = `${good.slice(0, -10)}AAAAAAAAAA`
    expect(codes(await check(changed, { verified }), 'status')).toEqual(['status.unverifiable'])
  })

  test('cannot be reached, or is too old', async () => {
    expect(codes(await check(undefined), 'status')).toEqual(['status.unreachable'])
    const bytes = new TextEncoder().encode(await list(0))
    const asOf = new Date(NOW.getTime() - 6 * 60_000)
    expect(codes(await check({ bytes, asOf }), 'status')).toEqual(['status.stale'])
    const now = new Date(NOW.getTime() + 3_600_000)
    expect(codes(await check({ bytes, asOf: now }, { now }), 'status')).toEqual(['status.stale'])
  })

  test('is signed by somebody else', async () => {
    expect(codes(await check(await list(0, 2, makeSigner('ES256'))), 'status')).toEqual(['status.issuerMismatch'])
  })

  const packed = packTokenStatuses(emptyTokenStatuses(131_072, 1))
  const claims = () => ({ sub: url, iat: seconds(NOW), status_list: packed, iss: issuer.did })
  test.each<[string, object, object, string]>([
    ['good', {}, {}, 'status.ok'],
    ['without an issuer of its own', { iss: undefined }, {}, 'status.ok'],
    ['in the name of another', { iss: 'did:web:other.example' }, {}, 'status.issuerMismatch'],
    ['about another address', { sub: `${url}0` }, {}, 'status.malformed'],
    ['without an address', { sub: undefined }, {}, 'status.malformed'],
    ['of another type', {}, { typ: 'JWT' }, 'status.unverifiable'],
    ['of no date', { iat: undefined }, {}, 'status.unverifiable'],
    ['of a day to come', { iat: seconds(NOW) + 3_600 }, {}, 'status.unverifiable'],
    ['with an end that cannot be read', { exp: 'soon' }, {}, 'status.stale'],
    ['too short', { status_list: packTokenStatuses(emptyTokenStatuses(64, 1)) }, {}, 'status.malformed'],
    ['with an extension that must be understood', {}, { crit: ['x'], x: 1 }, 'status.unverifiable'],
  ])('is %s', async (_what, changes, header, code) => {
    const typ = { typ: 'statuslist+jwt', ...header }
    const document = await signClaims({ ...claims(), ...changes }, typ, issuer.signer)
    expect(codes(await check(document), 'status')).toEqual([code])
  })

  test.each(['', 'x', 'a.b.c', '{}', 'é'])('is no list: %j', async (document) => {
    expect(codes(await check(document), 'status')).toEqual(['status.malformed'])
  })

  test.each<[JsonObject, string]>([
    [{}, 'status.unsupported'],
    [{ identifier_list: { id: 'x', uri: url } }, 'status.unsupported'],
    [{ status_list: { uri: url } }, 'status.malformed'],
    [{ status_list: { uri: url, idx: -1 } }, 'status.malformed'],
    [{ status_list: { uri: url, idx: 1.5 } }, 'status.malformed'],
    [{ status_list: { uri: url, idx: 999_999_999_999 } }, 'status.malformed'],
  ])('is named by %j', async (status, code) => {
    const other = `${await signClaims({ iss: issuer.did, vct: 'urn:x:y', status }, { typ: 'dc+sd-jwt' }, issuer.signer)}~`
    const report = await verify(receiveCompact(other), makeWorld({ [url]: await list(0) }))
    expect(codes(report, 'status')).toEqual([code])
    expect(report.verdict).toBe('undecided')
  })

  test('is read by @sd-jwt as it is here', async () => {
    const accepts = async (status: number) => {
      const document = await list(status)
      const always = async () => true
      const instance = instanceOf({ ...theirs, verify: always }, undefined, {
        statusListFetcher: async () => document,
        statusVerifier: always,
      })
      return instance.verify(compact, { currentDate: seconds(NOW) }).then(
        () => true,
        () => false,
      )
    }
    expect([await accepts(0), await accepts(1), await accepts(2)]).toEqual([true, false, false])
  })
})

test('a list of another width from a plain zlib is read', () => {
  const bytes = Buffer.from([0, 0, 0x20, 0])
  const list = unpackTokenStatuses({ bits: 4, lst: deflateSync(bytes).toString('base64url') })
  expect([4, 5].map((index) => readTokenStatus(list, index))).toEqual([0, 2])
})
