import { expect, test } from '@jest/globals'
import {
  emptyTokenStatuses,
  receiveJson,
  STATUS_LIST_LENGTH,
  type StatusPurpose,
  sign,
  signTokenStatusList,
  statusListCredential,
  statusListEntry,
  tokenStatusClaim,
  verify,
  writeBit,
  writeTokenStatus,
} from '#credential'
import { asText, type JsonObject, PassportError } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const LIST = 'https://college.example/status/1'
const day = (date: number) => new Date(Date.UTC(2026, 10, date))
/** Ten days before the world's present. */
const THEN = day(15)
const AT_THEN = `${LIST}?timestamp=${encodeURIComponent(THEN.toISOString())}`

async function listOf(isSet: boolean, validFrom: Date, validUntil: Date, changes: JsonObject = {}, by = issuer) {
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
  if (isSet) writeBit(bits, 7, true)
  const facts = { url: LIST, issuer: issuer.did, purpose: 'revocation' as StatusPurpose, bits, validFrom, validUntil }
  return sign({ ...statusListCredential(facts), ...changes }, { ...how, signer: by.signer })
}

/** The list of today, and what its server says of the list as it was. */
async function found(today: { isSet: boolean; purpose?: StatusPurpose }, past?: object, at: Date | null = THEN) {
  const { isSet, purpose = 'revocation' } = today
  const entry = statusListEntry(LIST, purpose, 7)
  const credential = await sign(sampleCredential(issuer.did, { credentialStatus: entry }), how)
  const subject = { id: `${LIST}#list`, type: 'BitstringStatusList', statusPurpose: purpose, ttl: 300_000 }
  const list = await listOf(isSet, day(24), day(27))
  const { proof: _old, ...unsigned } = list
  const { encodedList } = unsigned.credentialSubject as JsonObject
  const signedToday = await sign({ ...unsigned, credentialSubject: { ...subject, encodedList } }, how)
  const world = makeWorld({ [LIST]: signedToday, ...(past ? { [AT_THEN]: past } : {}) }, at ? { at } : {})
  const report = await verify(receiveJson(credential), world)
  const status = report.checks.find(({ check }) => check === 'status')
  return { verdict: report.verdict, code: status?.code, asOf: status?.detail.asOf }
}

test('revoked now and not then is good as at then, where the issuer has the list of then', async () => {
  const then = await listOf(false, day(1), day(20))
  expect(await found({ isSet: true }, then)).toEqual({
    verdict: 'accepted',
    code: 'status.ok',
    asOf: THEN.toISOString(),
  })
  expect(await found({ isSet: true }, then, null)).toMatchObject({ verdict: 'rejected', code: 'status.revoked' })
})

test('revoked then is not good as at then', async () => {
  const then = await listOf(true, day(1), day(20))
  expect(await found({ isSet: true }, then)).toMatchObject({ verdict: 'rejected', code: 'status.revoked' })
})

test.each([
  ['is not revoked now, so it was not then', 'revocation', false, 'accepted', 'status.ok'],
  ['is revoked now, of which nobody says since when', 'revocation', true, 'undecided', 'status.notThen'],
  ['is not suspended now, and may have been then', 'suspension', false, 'undecided', 'status.notThen'],
  ['is suspended now, and may not have been then', 'suspension', true, 'undecided', 'status.notThen'],
  ['has no newer version now', 'refresh', false, 'accepted', 'status.ok'],
] as const)('what %s, where the issuer has only the list of now', async (_name, purpose, isSet, verdict, code) => {
  // The word is the list's own; ours has only two.
  expect(await found({ isSet, purpose: purpose as StatusPurpose })).toMatchObject({ verdict, code })
})

test.each<[string, () => Promise<object>]>([
  ['begins after it', () => listOf(false, day(16), day(20))],
  ['ended before it', () => listOf(false, day(1), day(14))],
  ['is still good, so that it is the list of now', () => listOf(false, day(1), day(27))],
  ['never ends', async () => sign(without(await listOf(false, day(1), day(20)), 'validUntil'), how)],
  ['is signed by somebody else', () => listOf(false, day(1), day(20), {}, makeSigner())],
  ['is about another list', () => listOf(false, day(1), day(20), { id: 'https://college.example/status/2' })],
  ['is no list', async () => ({ some: 'thing' })],
])('a list of then that %s is not believed', async (_name, past) => {
  expect(await found({ isSet: true }, await past())).toMatchObject({ verdict: 'undecided', code: 'status.notThen' })
})

function without({ proof: _proof, ...list }: JsonObject, name: string): JsonObject {
  const { [name]: _left, ...rest } = list
  return rest
}

test('a date to come is answered with the list of now', async () => {
  expect(await found({ isSet: true }, undefined, day(26))).toMatchObject({ code: 'status.revoked' })
})

test('an address that is none leaves it undecided', async () => {
  const entry = { ...statusListEntry('nowhere', 'revocation', 7), id: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0002' }
  const credential = await sign(sampleCredential(issuer.did, { credentialStatus: entry }), { ...how, suite: 'vc-jwt' })
  const report = await verify(receiveJson(credential), makeWorld({}, { at: THEN }))
  expect(report.checks.find(({ check }) => check === 'status')).toMatchObject({ outcome: 'unknown' })
})

const TOKENS = 'https://college.example/status/token-1'

/** The same of a Token Status List of that many bits, with the list of then where the server has it. */
async function foundToken(bits: 1 | 2, now: number, then?: { status: number; until: Date }) {
  const list = (status: number, issuedAt: Date, expiresAt: Date) => {
    const statuses = emptyTokenStatuses(STATUS_LIST_LENGTH, bits)
    writeTokenStatus(statuses, 7, status)
    return signTokenStatusList({ url: TOKENS, issuer: issuer.did, statuses, issuedAt, expiresAt }, issuer.signer)
  }
  const envelope = await sign(sampleCredential(issuer.did, { status: tokenStatusClaim(TOKENS, 7) }), {
    ...how,
    suite: 'sd-jwt-vc',
  })
  const past = then ? { [`${TOKENS}?time=${THEN.getTime() / 1000}`]: await list(then.status, day(1), then.until) } : {}
  const world = makeWorld({ [TOKENS]: await list(now, day(24), day(27)), ...past }, { at: THEN, asHolder: true })
  const report = await verify(receiveJson(envelope), world)
  return report.checks.find(({ check }) => check === 'status')?.code
}

test('of a Token Status List the same is said', async () => {
  expect(await foundToken(2, 1, { status: 0, until: day(20) })).toBe('status.ok')
  expect(await foundToken(2, 0, { status: 2, until: day(20) })).toBe('status.suspended')
  expect(await foundToken(2, 1, { status: 0, until: day(27) })).toBe('status.notThen')
  expect(await foundToken(2, 1, { status: 0, until: day(14) })).toBe('status.notThen')
  expect(await foundToken(2, 0)).toBe('status.notThen')
  expect(await foundToken(1, 0)).toBe('status.ok')
  expect(await foundToken(1, 1)).toBe('status.notThen')
})

test('an unsigned list of revocations says of then only what was not revoked', async () => {
  const url = 'https://college.example/revoked.json'
  const entry = { id: url, type: '1EdTechRevocationList' }
  const credential = sampleCredential(issuer.did, { credentialStatus: entry })
  const contextsOf = credential['@context'] as string[]
  const extended = {
    ...credential,
    '@context': [...contextsOf, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
  }
  const signed = await sign(extended, how)
  const code = async (revokedCredential: string[]) => {
    const world = makeWorld({ [url]: { id: url, issuer: issuer.did, revokedCredential } }, { at: THEN })
    const report = await verify(receiveJson(signed), world)
    return report.checks.flatMap(({ check, code }) => (check === 'status' ? code : []))
  }
  expect((await code([])).toSorted()).toEqual(['status.ok', 'status.unsigned'])
  expect(await code([asText(credential.id)])).toEqual(['status.notThen', 'status.unsigned'])
})

test('a fault of the server is no answer about then', async () => {
  const entry = statusListEntry(LIST, 'revocation', 7)
  const credential = await sign(sampleCredential(issuer.did, { credentialStatus: entry }), how)
  const world = makeWorld({}, { at: THEN })
  const load: typeof world.load = async () => {
    throw new PassportError('fetch.status', 'There is nothing there.')
  }
  const report = await verify(receiveJson(credential), { ...world, load })
  expect(report.checks.find(({ check }) => check === 'status')).toMatchObject({ code: 'status.unreachable' })
})
