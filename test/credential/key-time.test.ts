import { describe, expect, test } from '@jest/globals'
import {
  formatDateTime,
  issuerDidDocument,
  receiveJson,
  receiveJwt,
  type SecuringSuite,
  sign,
  verify,
  type World,
} from '#credential'
import { base64url, type JsonObject } from '#platform'
import { finding } from '../../credential/checks/check.ts'
import { heldAgainstKeyTime } from '../../credential/key-time.ts'
import { type MadeSigner, makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const day = (month: number, date: number) => new Date(Date.UTC(2026, month - 1, date))
const MAY = day(5, 1)
const JUNE = day(6, 1)
const JULY = day(7, 1)
const AUGUST = day(8, 1)
const none = undefined

/** What is said of a signature of that time by a key that ended so, checked for a date, with or without a witness. */
const found = async (
  { revoked, expires }: { revoked?: Date | undefined; expires?: Date | undefined },
  signedAt: Date | null,
  at?: Date,
  loggedAt: Date = NOW,
) => {
  const good = { ...finding('passed', 'proof.ok', {}, 'did:x'), signedBy: 'did:x', signedAt }
  const end = {
    ...(revoked ? { revoked: formatDateTime(revoked) } : {}),
    ...(expires ? { expires: formatDateTime(expires) } : {}),
  }
  const judged = await heldAgainstKeyTime(good, end, { now: NOW, ...(at ? { at } : {}) }, (t) => loggedAt < t)
  return [judged.outcome, judged.outcome === 'passed' ? judged.notices.map(({ code }) => code).join() : judged.code]
}

describe('a key and the time of a signature', () => {
  test.each([
    // What ended, when it was signed, the date that is checked for, when the log witnessed it; and what is found.
    ['in use', {}, JUNE, none, none, 'passed', ''],
    ['in use, at no stated time', {}, null, none, none, 'passed', ''],
    ['retired later', { expires: JULY }, JUNE, none, none, 'passed', 'issuer.keyRetired'],
    ['retired before', { expires: JUNE }, JULY, none, none, 'failed', 'issuer.keyEnded'],
    ['retired that very second', { expires: JUNE }, JUNE, none, none, 'failed', 'issuer.keyEnded'],
    ['retired, at no stated time', { expires: JULY }, null, none, none, 'unknown', 'issuer.keyUndated'],
    ['retired, at no stated time, in the log', { expires: JULY }, null, none, JUNE, 'passed', 'issuer.keyRetired'],
    ['retired after the date', { expires: JULY }, MAY, JUNE, none, 'passed', ''],
    ['retired after the date, undated', { expires: JULY }, null, JUNE, none, 'passed', ''],
    ['retired after the date, used after that', { expires: JUNE }, JULY, MAY, none, 'failed', 'issuer.keyEnded'],
    ['retired on the very date', { expires: JUNE }, MAY, JUNE, none, 'passed', 'issuer.keyRetired'],
    ['to be retired', { expires: day(12, 24) }, JUNE, none, none, 'passed', ''],
    ['stolen before', { revoked: JUNE }, JULY, none, none, 'failed', 'issuer.keyCompromised'],
    ['stolen that very second', { revoked: JUNE }, JUNE, none, none, 'failed', 'issuer.keyCompromised'],
    ['stolen before, and in a log from before', { revoked: JUNE }, JULY, none, MAY, 'failed', 'issuer.keyCompromised'],
    ['stolen later, not in the log', { revoked: JULY }, JUNE, none, none, 'failed', 'log.notWitnessed'],
    ['stolen later, in the log too late', { revoked: JULY }, JUNE, none, AUGUST, 'failed', 'log.notWitnessed'],
    ['stolen later, in the log', { revoked: JULY }, MAY, none, JUNE, 'passed', 'log.witnessed'],
    ['stolen, at no stated time', { revoked: JULY }, null, none, none, 'failed', 'log.notWitnessed'],
    ['stolen, at no stated time, in the log', { revoked: JULY }, null, none, JUNE, 'passed', 'log.witnessed'],
    ['stolen before the date', { revoked: JUNE }, MAY, JULY, none, 'failed', 'log.notWitnessed'],
    ['stolen on the very date', { revoked: JUNE }, MAY, JUNE, none, 'failed', 'log.notWitnessed'],
    ['stolen before the date, in the log', { revoked: JULY }, MAY, AUGUST, JUNE, 'passed', 'log.witnessed'],
    ['stolen after the date', { revoked: JULY }, MAY, JUNE, none, 'unknown', 'issuer.keyCompromisedLater'],
    ['stolen after the date, in the log', { revoked: AUGUST }, MAY, JUNE, JULY, 'passed', 'log.witnessed'],
    [
      'stolen after the date, used after that',
      { revoked: JULY },
      AUGUST,
      JUNE,
      none,
      'failed',
      'issuer.keyCompromised',
    ],
    ['retired, then stolen', { expires: JUNE, revoked: JULY }, MAY, none, none, 'failed', 'log.notWitnessed'],
    [
      'retired, then stolen, used between',
      { expires: JUNE, revoked: AUGUST },
      JULY,
      none,
      JULY,
      'failed',
      'issuer.keyEnded',
    ],
    [
      'retired, then stolen, in the log',
      { expires: JUNE, revoked: AUGUST },
      MAY,
      none,
      JULY,
      'passed',
      'log.witnessed,issuer.keyRetired',
    ],
  ] as const)('that was %s', async (_name, end, signedAt, at, loggedAt, outcome, code) => {
    expect(await found(end, signedAt, at, loggedAt)).toEqual([outcome, code])
  })

  test('an end that cannot be read was long ago', async () => {
    const good = { ...finding('passed', 'proof.ok'), signedAt: JUNE }
    const judged = (end: JsonObject) => heldAgainstKeyTime(good, end, { now: NOW }, () => false)
    expect(await judged({ revoked: 'once' })).toMatchObject({ outcome: 'failed', code: 'issuer.keyCompromised' })
    expect(await judged({ expires: 7 })).toMatchObject({ outcome: 'failed', code: 'issuer.keyEnded' })
  })

  test('nothing is said of the key of a signature that does not hold', async () => {
    const bad = finding('failed', 'proof.invalid')
    expect(await heldAgainstKeyTime(bad, { revoked: formatDateTime(JUNE) }, { now: NOW }, () => false)).toEqual(bad)
  })
})

const DID = 'did:web:college.example'
const DOCUMENT = 'https://college.example/.well-known/did.json'

/** A college with one key, whose DID document says of it what it is told. */
function college(end: JsonObject, isListed: boolean, made: MadeSigner = makeSigner()) {
  const id = `${DID}#key-1`
  const document = issuerDidDocument(DID, [{ id, publicKey: made.publicKey }])
  const [method] = document.verificationMethod as JsonObject[]
  const keys = { verificationMethod: [{ ...method, ...end }], ...(isListed ? {} : { assertionMethod: [] }) }
  return { signer: { ...made.signer, id }, documents: { [DOCUMENT]: { ...document, authentication: [], ...keys } } }
}

const SUITES: readonly SecuringSuite[] = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'vc-jwt', 'sd-jwt-vc']

describe.each(SUITES)('a credential secured with %s', (suite) => {
  const checked = async (end: JsonObject, signedAt: Date, { isListed = true, at = NOW } = {}) => {
    const { signer, documents } = college(end, isListed)
    const credential = sampleCredential(DID, { validFrom: '2026-01-31T00:00:00Z' })
    const signed = await sign(credential, { suite, signer, now: signedAt, contexts })
    const report = await verify(receiveJson(signed), makeWorld(documents, { at, asHolder: true }))
    const codes = report.checks.filter(({ check }) => check === 'proof' || check === 'issuer').map(({ code }) => code)
    return { verdict: report.verdict, standing: report.standing, codes }
  }
  const retired = { expires: formatDateTime(JULY) }
  const stolen = { revoked: formatDateTime(JULY) }

  test('is good by a key that was retired since, and says so', async () => {
    expect(await checked(retired, JUNE)).toEqual({
      verdict: 'accepted',
      standing: 'genuine',
      codes: ['proof.ok', 'issuer.ok', 'issuer.keyRetired'],
    })
  })

  test('is refused by a key that was retired before', async () => {
    const codes = ['proof.ok', 'issuer.keyEnded']
    expect(await checked(retired, AUGUST)).toEqual({ verdict: 'rejected', standing: 'notGenuine', codes })
  })

  test.each([
    true,
    false,
  ])('is refused by a key that was stolen before, still listed for claims: %s', async (isListed) => {
    const codes = ['proof.ok', 'issuer.keyCompromised']
    expect(await checked(stolen, AUGUST, { isListed })).toEqual({ verdict: 'rejected', standing: 'notGenuine', codes })
  })

  test.each([true, false])('shows nothing by a key that was stolen later, still listed: %s', async (isListed) => {
    const codes = ['proof.ok', 'log.notWitnessed']
    expect(await checked(stolen, JUNE, { isListed })).toEqual({ verdict: 'rejected', standing: 'unchecked', codes })
  })

  test('could not be checked as at a date before its key was stolen', async () => {
    expect(await checked(stolen, MAY, { isListed: false, at: JUNE })).toEqual({
      verdict: 'undecided',
      standing: 'unchecked',
      codes: ['proof.ok', 'issuer.keyCompromisedLater'],
    })
  })
})

test("a key that is listed for no use and is in nobody else's hands signs nothing", async () => {
  const { signer, documents } = college({}, false)
  const signed = await sign(sampleCredential(DID), { suite: 'eddsa-rdfc-2022', signer, now: JUNE, contexts })
  const report = await verify(receiveJson(signed), makeWorld(documents))
  expect(report.checks.map(({ code }) => code)).toContain('issuer.keyNotListed')
})

test('a second proof by an ended key of somebody else is a reason to stop', async () => {
  const { signer, documents } = college({ expires: formatDateTime(JUNE) }, true)
  const own = makeSigner()
  const how = { suite: 'eddsa-rdfc-2022', contexts } as const
  const credential = sampleCredential(own.did)
  const first = await sign(credential, { ...how, signer: own.signer, now: JULY })
  const second = await sign(credential, { ...how, signer, now: JULY })
  const both = { ...credential, proof: [first.proof ?? null, second.proof ?? null] }
  const report = await verify(receiveJson(both), makeWorld(documents))
  expect(report.verdict).toBe('rejected')
  expect(report.checks.find(({ check }) => check === 'proof')).toMatchObject({ code: 'issuer.keyEnded' })
})

test('a key that is newer than the copy at hand of its document is asked for', async () => {
  const { signer, documents } = college({}, true)
  const before: Record<string, object> = college({}, true).documents
  const signed = await sign(sampleCredential(DID), { suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts })
  const other = { ...signer, id: `${DID}#key-2` }
  const byNewer = await sign(sampleCredential(DID), { suite: 'eddsa-rdfc-2022', signer: other, now: NOW, contexts })
  const text = JSON.stringify(documents).replaceAll('#key-1', '#key-2')
  const after: Record<string, object> = JSON.parse(text)
  const world = makeWorld()
  const asked: number[] = []
  const load: typeof world.load = async (url, options) => {
    asked.push(options.maxAgeSeconds)
    const found = options.maxAgeSeconds > 5 ? before[url] : after[url]
    return { bytes: new TextEncoder().encode(JSON.stringify(found)), asOf: NOW }
  }
  expect((await verify(receiveJson(byNewer), { ...world, load })).verdict).toBe('accepted')
  expect(asked).toEqual([300, 1])
  expect((await verify(receiveJson(signed), { ...world, load })).verdict).toBe('rejected')
})

describe('a key that the copy at hand of a document does not list', () => {
  const old = college({}, true)
  const fresh = college({}, true)
  const [[url, newDocument] = ['', {}]] = Object.entries(fresh.documents)
  const [[, oldDocument] = ['', {}]] = Object.entries(old.documents)

  /** A server with an older copy of its document kept here; unless it answers, that copy is all there is. */
  const worldWhere = (answers: boolean) => {
    const load: World['load'] = async (_, { maxAgeSeconds }) => {
      const isNew = answers && maxAgeSeconds <= 5
      const bytes = new TextEncoder().encode(JSON.stringify(isNew ? newDocument : oldDocument))
      return { bytes, asOf: isNew ? NOW : new Date(NOW.getTime() - 60_000) }
    }
    return { ...makeWorld(), load }
  }
  const nameless = async () => {
    const claims = { ...sampleCredential(DID), iss: DID }
    const head = base64url(JSON.stringify({ alg: 'EdDSA', typ: 'vc+jwt' }))
    const signed = `${head}.${base64url(JSON.stringify(claims))}`
    const signature = await fresh.signer.sign(new TextEncoder().encode(signed))
    return receiveJwt(`${signed}.${base64url(signature)}`)
  }

  test('is asked for where a JWT names none, as after a rotation', async () => {
    expect(url).toContain('did.json')
    expect((await verify(await nameless(), worldWhere(true))).verdict).toBe('accepted')
  })

  test('could not be checked where only that copy was to be had', async () => {
    const other = { ...fresh.signer, id: `${DID}#key-2` }
    const named = await sign(sampleCredential(DID), { suite: 'eddsa-rdfc-2022', signer: other, now: NOW, contexts })
    for (const received of [await nameless(), receiveJson(named)]) {
      const { verdict, checks } = await verify(received, worldWhere(false))
      expect(verdict).toBe('undecided')
      expect(checks.map(({ code }) => code)).toContain('did.unresolvable')
    }
  })
})
