import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { canonicalJson, digestMultibase, parseJsonObject } from '#platform'
import { listAudit } from '#storage'
import type { IssuerParts } from '../../../issuer/parts.ts'
import { findRegister } from '../../../issuer/records/register.ts'
import { findChange, listConfirmed } from '../../../issuer/records/register-changes.ts'
import { findEntry } from '../../../issuer/records/register-entries.ts'
import { findVersion, listVersions } from '../../../issuer/records/register-versions.ts'
import type { Act } from '../../../issuer/register/act.ts'
import { confirmChange, rejectChange } from '../../../issuer/register/decide.ts'
import { proposeChange } from '../../../issuer/register/propose.ts'
import { publishedTrustList } from '../../../issuer/register/publish.ts'
import { rotateKey } from '../../../issuer/rotate-key.ts'
import { sharedPostgres, type TestPostgres } from '../../postgres.ts'
import { ANNA, adding, BEN, collegeDid, day, lastMoment, MODULES, REGISTER, registerParts } from './parts.ts'

const LOG = { url: 'https://college-2.example/log', key: 'z6Mklog' }

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await sharedPostgres()
}, 60_000)

describe.each(['sqlite', 'postgresql'])('a register on %s', (engine) => {
  let parts: IssuerParts

  beforeAll(async () => {
    parts = await registerParts(engine === 'sqlite' ? undefined : await postgres.newDatabase())
  }, 60_000)

  afterAll(() => parts.close())

  const propose = (act: Act, by = ANNA) => proposeChange(REGISTER, { act }, by, parts)
  const confirm = (id: string, by = BEN) => confirmChange(REGISTER, id, by, parts)
  const change = async (act: Act) => confirm(await propose(act))
  const entity = async (number = 1) => {
    const found = await findEntry(parts.storage.db, REGISTER, collegeDid(number))
    if (found === undefined) throw new Error('There is no such entry.')
    return found
  }
  const of = { did: collegeDid(), of: [0] }

  test('publishes nothing before the first change is confirmed', async () => {
    await expect(publishedTrustList(REGISTER, parts)).rejects.toMatchObject({ code: 'request.notFound' })
    await propose(adding())
    await expect(publishedTrustList(REGISTER, parts)).rejects.toMatchObject({ code: 'request.notFound' })
  })

  test('whoever proposed a change cannot confirm it, and a colleague can, once', async () => {
    const id = await propose(adding())
    await expect(confirm(id, ANNA)).rejects.toMatchObject({ code: 'register.samePerson' })
    expect(await findEntry(parts.storage.db, REGISTER, collegeDid())).toBeUndefined()
    expect(await confirm(id)).toMatchObject({ sequence: 1, entries: 1, previousDigest: null })
    await expect(confirm(id)).rejects.toMatchObject({ code: 'request.conflict' })
    expect((await entity()).state).toBe('recognised')
    const [last] = await listAudit(parts.storage.db, { action: 'register.confirmed', limit: 1 })
    expect(last).toMatchObject({ actor: BEN.id, subject: id })
  })

  test('a proposal that was rejected, or was made before the entry changed, does nothing', async () => {
    const rename = (name: string): Act => ({ act: 'rename', did: collegeDid(), name })
    const rejected = await propose(rename('No College'))
    await rejectChange(REGISTER, rejected, BEN, parts)
    await expect(confirm(rejected)).rejects.toMatchObject({ code: 'request.conflict' })
    const [first, second] = [await propose(rename('First College')), await propose(rename('Second College'))]
    const { sequence } = await confirm(first)
    await expect(confirm(second)).rejects.toMatchObject({ code: 'register.outdated' })
    expect((await findChange(parts.storage.db, REGISTER, second))?.state).toBe('outdated')
    expect((await entity()).entity.name).toBe('First College')
    expect((await publishedTrustList(REGISTER, parts)).sequence).toBe(sequence)
  })

  test('two who confirm at once: one does, and the list has one version more', async () => {
    const before = (await publishedTrustList(REGISTER, parts)).sequence
    const id = await propose(adding(2))
    const answers = await Promise.allSettled([confirm(id), confirm(id, { ...BEN, id: 'staff:cleo' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await publishedTrustList(REGISTER, parts)).sequence).toBe(before + 1)
  })

  test('twelve changes at once have twelve versions, one after the other, each naming the one before', async () => {
    const before = (await publishedTrustList(REGISTER, parts)).sequence
    const ids = await Promise.all(Array.from({ length: 12 }, (_, number) => propose(adding(100 + number))))
    // Two copies of the service, neither of which waits for the other to sign.
    const copies = [parts, { ...parts }]
    await Promise.all(ids.map((id, at) => confirmChange(REGISTER, id, BEN, copies[at % 2] ?? parts)))
    expect((await publishedTrustList(REGISTER, parts)).sequence).toBe(before + 12)
    const { versions, total } = await listVersions(parts.storage.db, REGISTER, { page: 1, size: 100 })
    expect(versions.map(({ sequence }) => sequence)).toEqual(Array.from({ length: total }, (_, at) => total - at))
    let digest: string | null = null
    for (let sequence = 1; sequence <= total; sequence++) {
      const version = await findVersion(parts.storage.db, REGISTER, sequence)
      const document = parseJsonObject(version?.signed ?? '')
      expect([document.sequenceNumber, document.previousListDigest ?? null]).toEqual([sequence, digest])
      digest = digestMultibase(canonicalJson(document))
      expect(version?.digest).toBe(digest)
    }
  }, 60_000)

  test('a list that is nearly out of date is signed anew, with the same entries under the next number', async () => {
    const before = await publishedTrustList(REGISTER, parts)
    const inTime = { ...parts, now: () => new Date(Date.now() + 19 * 3_600_000) }
    expect((await publishedTrustList(REGISTER, inTime)).sequence).toBe(before.sequence)
    const late = { ...parts, now: () => new Date(Date.now() + 21 * 3_600_000) }
    const after = await publishedTrustList(REGISTER, late)
    expect([after.sequence, after.entries, after.previousDigest]).toEqual([
      before.sequence + 1,
      before.entries,
      before.digest,
    ])
    expect(parseJsonObject(after.signed).credentialSubject).toEqual(parseJsonObject(before.signed).credentialSubject)
    expect(Date.parse(after.nextUpdate ?? '')).toBeGreaterThan(Date.parse(before.nextUpdate ?? ''))
  })

  test('a list is signed anew at once when the register has another key', async () => {
    const before = await publishedTrustList(REGISTER, parts)
    await rotateKey(REGISTER, { actor: BEN.id }, parts)
    const after = await publishedTrustList(REGISTER, parts)
    expect([after.sequence, after.revision]).toEqual([before.sequence + 1, before.revision])
    const methods = [before, after].map(({ signed }) => Object(parseJsonObject(signed).proof).verificationMethod)
    expect(methods.map((method) => method.split('#')[1])).toEqual(['key-1', 'key-2'])
  })

  test('suspends and lifts, ends, withdraws and takes back; the entry keeps all of it', async () => {
    await change({ act: 'suspend', ...of, from: day('2025-01-01') })
    expect((await entity()).state).toBe('suspended')
    await expect(propose({ act: 'suspend', ...of, from: day('2025-02-01') })).rejects.toMatchObject({
      code: 'request.conflict',
    })
    await change({ act: 'lift', ...of, until: day('2025-03-01') })
    expect((await entity()).state).toBe('recognised')
    const withdrawal = { on: day('2025-06-01'), isRetroactive: true, reason: 'Awards without assessment.' }
    await change({ act: 'withdraw', ...of, ...withdrawal })
    expect((await entity()).state).toBe('withdrawn')
    await change({ act: 'reinstate', ...of })
    await change({ act: 'end', ...of, until: lastMoment('2025-12-31') })
    const { entity: now, state } = await entity()
    expect(state).toBe('ended')
    expect(now.actions[0]).toMatchObject({
      from: MODULES.from,
      until: lastMoment('2025-12-31'),
      suspensions: [{ from: day('2025-01-01'), until: day('2025-03-01') }],
      withdrawal: null,
    })
    const { changes } = await listConfirmed(parts.storage.db, REGISTER, { did: collegeDid(), page: 1, size: 50 })
    expect(changes.map(({ act }) => act.act)).toEqual(
      ['add', 'rename', 'suspend', 'lift', 'withdraw', 'reinstate', 'end'].toReversed(),
    )
    expect(changes[2]?.act).toMatchObject(withdrawal)
  })

  test('another scope begins when the one before ends, and the same one twice at a time is refused', async () => {
    const did = collegeDid(2)
    const wider = { ...MODULES, from: day('2026-01-01'), scope: { achievementTypes: ['ext:Module'] } }
    await change({ act: 'rescope', did, of: [0], award: wider })
    const { actions } = (await entity(2)).entity
    expect(actions.map(({ until }) => until)).toEqual([lastMoment('2025-12-31'), null])
    await expect(propose({ act: 'extend', did, award: { ...wider, from: day('2026-05-01') } })).rejects.toMatchObject({
      code: 'trust.overlap',
    })
  })

  test('keys are added and ended, never taken away', async () => {
    const did = collegeDid(2)
    const key = { key: 'z6Mknew', from: null, until: null, reason: null }
    await change({ act: 'pinKeys', did, keys: [key] })
    await expect(propose({ act: 'pinKeys', did, keys: [key] })).rejects.toMatchObject({ code: 'request.conflict' })
    await change({ act: 'endKey', did, key: 'z6Mkcollege2', until: day('2026-02-01'), reason: 'superseded' })
    await change({ act: 'endKey', did, key: 'z6Mkcollege2', until: day('2026-01-15'), reason: 'compromised' })
    expect((await entity(2)).entity.keys).toEqual([
      { key: 'z6Mkcollege2', from: null, until: day('2026-01-15'), reason: 'compromised' },
      key,
    ])
  })

  test('what the register saw of an issue log is pinned, and a log that lost some of it is refused', async () => {
    const did = collegeDid(2)
    const seen = (size: number, root: string, on: string) =>
      ({ act: 'pinLog', did, log: { ...LOG, since: day(on), seen: { size, root, at: day(on) } } }) as const
    await change(seen(10, 'ten', '2026-02-01'))
    await change(seen(12, 'twelve', '2026-03-01'))
    for (const shorter of [seen(11, 'eleven', '2026-04-01'), seen(12, 'another', '2026-04-01')]) {
      await expect(propose(shorter)).rejects.toMatchObject({ code: 'request.conflict' })
    }
    // The same tree again: that it was there already in March stays known.
    await change(seen(12, 'twelve', '2026-04-01'))
    expect((await entity(2)).entity.issueLog).toEqual({
      ...LOG,
      since: day('2026-02-01'),
      seen: { size: 12, root: 'twelve', at: day('2026-03-01') },
    })
  })

  test('what was seen of a log before a withdrawal stays, since nothing else shows what was awarded before', async () => {
    const did = collegeDid(2)
    const withdrawal: Act = {
      act: 'withdraw',
      did,
      of: [1],
      on: day('2026-04-01'),
      isRetroactive: false,
      reason: 'x',
    }
    await change(withdrawal)
    const seenOn = (on: string, url = LOG.url) =>
      ({
        act: 'pinLog',
        did,
        log: { ...LOG, url, since: day(on), seen: { size: 20, root: 'twenty', at: day(on) } },
      }) as const
    for (const later of [seenOn('2026-04-01'), seenOn('2026-05-01', 'https://elsewhere.example/log')]) {
      await expect(propose(later)).rejects.toMatchObject({ code: 'request.conflict' })
    }
    await propose(seenOn('2026-03-31'))
    await change({ act: 'reinstate', did, of: [1] })
  })

  test('a provider that closes hands what it may do to its successor, and its entry stays', async () => {
    const successor = { did: collegeDid(3), name: 'College 3' }
    const custodian = { did: 'did:web:archive.example', name: 'Archive' }
    const [on, from] = [lastMoment('2026-07-31'), day('2026-08-01')]
    const keys = [{ key: 'z6Mkcollege3', from: null, until: null, reason: null }]
    await change({ act: 'handOver', did: collegeDid(2), on, from, custodian, successor, keys })
    const { entity: closed, state } = await entity(2)
    expect([state, closed.closure]).toEqual(['closed', { on, custodian, successor }])
    expect(closed.keys[1]).toMatchObject({ key: 'z6Mknew', until: on, reason: 'closed' })
    const { entity: next } = await entity(3)
    expect(next.actions).toMatchObject([{ from, until: null, scope: { achievementTypes: ['ext:Module'] } }])
    await expect(propose({ act: 'close', did: collegeDid(2), on, custodian })).rejects.toMatchObject({
      code: 'request.conflict',
    })
  })

  test('one may be let recognise others, on a list of its own', async () => {
    const { scope, from } = MODULES
    const list = 'https://college-3.example/trust-list'
    await change({ act: 'delegate', did: collegeDid(3), from, until: null, scope, depth: 2, list })
    const { actions, recognisedIn } = (await entity(3)).entity
    expect([recognisedIn, actions.at(-1)]).toMatchObject([list, { action: 'recognise', depth: 2 }])
  })

  test('who is not on the register cannot be changed, and an issuer of another suite keeps none', async () => {
    await expect(propose({ act: 'rename', did: collegeDid(999), name: 'Nobody' })).rejects.toMatchObject({
      code: 'request.notFound',
    })
    const other = await registerParts(undefined, { suite: 'vc-jwt', algorithm: 'ES256' })
    await expect(proposeChange(REGISTER, { act: adding() }, ANNA, other)).rejects.toMatchObject({
      code: 'register.suite',
    })
    await other.close()
  })

  test('a change that was confirmed when the process ended is published by whoever asks next', async () => {
    const id = await propose(adding(200))
    const { storage } = parts
    const dying = { ...parts, keys: { ...parts.keys, signer: () => Promise.reject(new Error('The process ended.')) } }
    await expect(confirmChange(REGISTER, id, BEN, dying)).rejects.toThrow('The process ended.')
    const register = await findRegister(storage.db, REGISTER)
    expect(register?.publishedRevision).toBe((register?.revision ?? 0) - 1)
    const published = await publishedTrustList(REGISTER, parts)
    expect(published.signed).toContain(collegeDid(200))
    expect(published.revision).toBe(register?.revision)
  })
})
