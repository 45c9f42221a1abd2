import { describe, expect, test } from '@jest/globals'
import { issuerDidDocument, receiveJson, receiveJwt, sign, signForAll, verify, type World } from '#credential'
import { asText, type JsonObject } from '#platform'
import type { PinnedKey, RecognisedEntity } from '#trust'
import { entity } from '../trust/list.ts'
import { REGISTER } from '../trust/register.ts'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const DID = 'did:web:closed-college.example'
const DOCUMENT = 'https://closed-college.example/.well-known/did.json'
const college = makeSigner()
const stranger = makeSigner()
const ID = `${DID}#key-1`
const CLOSED = new Date('2026-08-31T00:00:00Z')
const pin = (changes: Partial<PinnedKey> = {}): PinnedKey => ({
  key: college.multibase,
  from: null,
  until: null,
  reason: null,
  ...changes,
})
const closed = {
  closure: { on: CLOSED, custodian: { did: 'did:web:archive.example', name: 'Records Archive' }, successor: null },
}

const knowing = (changes: Partial<RecognisedEntity>, documents: Record<string, object> = {}): World =>
  makeWorld(documents, {
    trustLists: [{ ...REGISTER, entities: new Map([[DID, entity(DID, { keys: [pin()], ...changes })]]) }],
  })

const by = ({ signer }: typeof college, now = new Date('2026-06-30T00:00:00Z')) => ({
  suite: 'eddsa-rdfc-2022' as const,
  signer: { ...signer, id: ID },
  now,
  contexts,
})
const signed = (who = college, now?: Date) => sign(sampleCredential(DID), by(who, now))
const codes = (report: Awaited<ReturnType<typeof verify>>) => report.checks.map(({ code }) => code)
const own = (who: typeof college) => ({ [DOCUMENT]: issuerDidDocument(DID, [{ id: ID, publicKey: who.publicKey }]) })

describe('a provider whose DID document is gone', () => {
  test('is verified by the key that a list kept, which is said', async () => {
    const report = await verify(receiveJson(await signed()), knowing(closed))
    expect(report).toMatchObject({
      verdict: 'accepted',
      standing: 'genuine',
      recognition: { outcome: 'recognised', closure: { custodian: { name: 'Records Archive' } } },
    })
    expect(report.checks).toContainEqual(
      expect.objectContaining({
        code: 'issuer.keyPinned',
        outcome: 'notice',
        detail: expect.objectContaining({ list: 'Register of Providers' }),
      }),
    )
  })

  test('the same of a JWT', async () => {
    const { signer } = by(college)
    const jwt = await signForAll(sampleCredential(DID), { suite: 'vc-jwt', signer, now: NOW, contexts })
    const compact = asText((jwt as JsonObject).id).replace(/^data:[^,]+,/, '')
    const report = await verify(receiveJwt(compact), knowing({}))
    expect(report.verdict).toBe('accepted')
    expect(codes(report)).toContain('issuer.keyPinned')
  })

  test('and could not be checked where the list kept another key, or none', async () => {
    const other = await verify(receiveJson(await signed(stranger)), knowing(closed))
    expect(other).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
    expect(codes(other)).toContain('proof.keyNotPinned')
    const none = await verify(receiveJson(await signed()), knowing({ keys: [] }))
    expect(codes(none)).toContain('did.unresolvable')
    expect(none.verdict).toBe('undecided')
  })

  test('an altered credential is never accepted by a pinned key', async () => {
    const report = await verify(receiveJson({ ...(await signed()), name: 'Doctor of Medicine' }), knowing(closed))
    expect(report.verdict).not.toBe('accepted')
  })
})

test('a list of those who may let others award pins nobody’s keys', async () => {
  const { trustLists } = knowing({ ...closed, keys: [pin({ key: stranger.multibase })] })
  const delegated = new Map([['did:web:maker.example', trustLists[0] ?? REGISTER]])
  const world = makeWorld(own(college), { trustLists: [{ ...REGISTER, delegated }] })
  const forged = await verify(receiveJson(await signed(stranger)), world)
  expect(forged.verdict).toBe('rejected')
  expect((await verify(receiveJson(await signed()), world)).verdict).toBe('accepted')
})

describe('a closed provider whose address belongs to somebody else now', () => {
  test('is verified by the kept key, whatever the address says', async () => {
    const report = await verify(receiveJson(await signed()), knowing(closed, own(stranger)))
    expect(report).toMatchObject({ verdict: 'accepted', recognition: { outcome: 'recognised' } })
  })

  test('and the stranger’s own work is not taken for the provider’s', async () => {
    const report = await verify(receiveJson(await signed(stranger)), knowing(closed, own(stranger)))
    expect(report.verdict).toBe('undecided')
    expect(codes(report)).toContain('proof.keyNotPinned')
  })

  test('nor where another list has not heard of its closing', async () => {
    const [list = REGISTER] = knowing(closed).trustLists
    const [unaware = REGISTER] = knowing({}).trustLists
    for (const trustLists of [
      [unaware, list],
      [list, unaware],
    ]) {
      const report = await verify(receiveJson(await signed(stranger)), makeWorld(own(stranger), { trustLists }))
      expect(codes(report)).toContain('proof.keyNotPinned')
    }
  })

  test('before its closing, its own address counts', async () => {
    const world = { ...knowing(closed, own(college)), at: new Date('2026-08-01T00:00:00Z') }
    const report = await verify(receiveJson(await signed()), world)
    expect(report.verdict).toBe('accepted')
    expect(codes(report)).not.toContain('issuer.keyPinned')
  })
})

describe('the end of a pinned key counts', () => {
  test.each<[string, Partial<PinnedKey>, string, string]>([
    [
      'signed in its time',
      { until: new Date('2026-07-31T00:00:00Z'), reason: 'closed' },
      'accepted',
      'issuer.keyRetired',
    ],
    ['signed after it', { until: new Date('2026-06-01T00:00:00Z'), reason: 'closed' }, 'rejected', 'issuer.keyEnded'],
    [
      'signed when it was in others’ hands',
      { until: new Date('2026-06-01T00:00:00Z'), reason: 'compromised' },
      'rejected',
      'issuer.keyCompromised',
    ],
    [
      'signed before that, which nothing shows',
      { until: new Date('2026-07-31T00:00:00Z'), reason: 'compromised' },
      'rejected',
      'log.notWitnessed',
    ],
  ])('%s', async (_, end, verdict, code) => {
    const report = await verify(receiveJson(await signed()), knowing({ keys: [pin(end)] }))
    expect(report.verdict).toBe(verdict)
    expect(codes(report)).toContain(code)
  })
})
