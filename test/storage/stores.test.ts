import { describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { KeyRecords } from '#keys'
import type { DocumentStore, JobStore, Outbox, SessionStore, SignInStore } from '#server'
import {
  appendAudit,
  deletePasskey,
  destroySession,
  destroySessionsOf,
  findDocument,
  findMail,
  findPasskey,
  getSession,
  keepDocument,
  keepMail,
  keepNewestList,
  keyRecords,
  listAudit,
  listMail,
  listPasskeys,
  markMailFailed,
  markMailSent,
  openStorage,
  type Passkey,
  type Storage,
  savePasskey,
  setSession,
  storesOf,
  sweepDocuments,
  sweepMail,
  sweepSessions,
  touchSession,
  usePasskey,
  verifyChain,
} from '#storage'
import { databases, ENGINES, later, NOON } from './engines.ts'

const entry = (n: number) => ({ actor: 'staff:1', action: 'credential.issued', subject: `c${n}`, detail: { n } })
const append = (storage: Storage, n: number) => storage.transaction((together) => appendAudit(together, entry(n), NOON))

describe.each(ENGINES)('the audit trail on %s', (engine) => {
  const database = databases(engine)

  test('stays one line when many write at once', async () => {
    const place = await database.place()
    const copies = [await database.open('issuer', place), await database.open('issuer', place)] as const
    await Promise.all(Array.from({ length: 32 }, (_, n) => append(copies[n % 2 === 0 ? 0 : 1], n)))
    const state = await verifyChain(copies[0].db)
    expect(state).toMatchObject({ intact: true, length: 32 })
    const [newest] = await listAudit(copies[0].db, { limit: 1 })
    expect(state).toMatchObject({ head: newest?.hash })
  })

  test('has no entry for a deed that was undone, and no gap', async () => {
    const storage = await database.open('issuer')
    await append(storage, 1)
    const undone = storage.transaction(async (together) => {
      await appendAudit(together, entry(2), NOON)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await append(storage, 3)
    expect((await listAudit(storage.db)).map(({ seq, subject }) => [seq, subject])).toEqual([
      [2, 'c3'],
      [1, 'c1'],
    ])
    expect(await verifyChain(storage.db)).toMatchObject({ intact: true, length: 2 })
  })

  test('is listed by subject and actor, page by page', async () => {
    const storage = await database.open('issuer')
    for (let n = 0; n < 5; n++) await append(storage, n % 2)
    expect((await listAudit(storage.db, { subject: 'c1' })).map(({ seq }) => seq)).toEqual([4, 2])
    expect((await listAudit(storage.db, { limit: 2, before: 4 })).map(({ seq }) => seq)).toEqual([3, 2])
    expect(await listAudit(storage.db, { actor: 'staff:2' })).toEqual([])
    expect((await listAudit(storage.db, { subject: 'c1' }))[0]?.detail).toEqual({ n: 1 })
  })

  test.each([
    ['an entry that was changed', `update audit set subject = 'c9' where seq = 2`, 2],
    ['an entry that was taken out', 'delete from audit where seq = 2', 2],
    ['an end that was cut off', 'delete from audit where seq = 3', 3],
    ['entries that changed places', 'update audit set seq = 5 - seq where seq in (2, 3)', 2],
  ])('shows %s', async (_, tamper, brokenAt) => {
    const storage = await database.open('issuer')
    for (let n = 1; n <= 3; n++) await append(storage, n)
    for (const statement of tamper.includes('5 - seq') ? SWAP : [tamper]) await sql.raw(statement).execute(storage.db)
    expect(await verifyChain(storage.db)).toEqual({ intact: false, brokenAt })
  })
})

/** The primary key forbids two rows to change places in one statement. */
const SWAP = [
  'update audit set seq = 9 where seq = 2',
  'update audit set seq = 2 where seq = 3',
  'update audit set seq = 3 where seq = 9',
]

describe.each(ENGINES)('what is kept on %s', (engine) => {
  const database = databases(engine)

  test('a session lasts until it expires or is ended', async () => {
    const { db } = await database.open('wallet')
    const session = (data: string) => ({ data, accountId: 'a', expiresAt: later(60) })
    await setSession(db, 'sid', session('{}'))
    await setSession(db, 'sid', session('{"b":1}'))
    expect(await getSession(db, 'sid', later(59))).toBe('{"b":1}')
    expect(await getSession(db, 'sid', later(60))).toBeUndefined()
    await touchSession(db, 'sid', later(120))
    expect(await getSession(db, 'sid', later(60))).toBe('{"b":1}')
    await setSession(db, 'second', session('{}'))
    await destroySession(db, 'sid')
    await setSession(db, 'sid', session('late'))
    await touchSession(db, 'sid', later(120))
    expect(await getSession(db, 'sid', NOON)).toBeUndefined()
    expect(await getSession(db, 'second', NOON)).toBe('{}')
    await destroySessionsOf(db, 'a')
    expect(await getSession(db, 'second', NOON)).toBeUndefined()
  })

  test('a session id is nowhere in the database, and the expired go', async () => {
    const { db } = await database.open('wallet')
    await setSession(db, 'secret-id', { data: '{}', accountId: null, expiresAt: later(60) })
    expect(JSON.stringify(await db.selectFrom('session').selectAll().execute())).not.toContain('secret-id')
    expect(await sweepSessions(db, later(59))).toBe(0)
    expect(await sweepSessions(db, later(60))).toBe(1)
  })

  test('a message is kept with what became of it', async () => {
    const { db } = await database.open('issuer')
    const message = { to: 'a@example.org', subject: 's', text: 't', html: '<p>t</p>' }
    const id = await keepMail(db, message, NOON)
    await keepMail(db, { ...message, subject: 'newer' }, later(1))
    await markMailFailed(db, id, 'refused')
    expect(await findMail(db, id)).toMatchObject({ ...message, attempts: 1, lastError: 'refused', sentAt: null })
    await markMailSent(db, id, later(5))
    expect(await findMail(db, id)).toMatchObject({ attempts: 2, lastError: null, sentAt: later(5).toISOString() })
    expect((await listMail(db)).map(({ subject }) => subject)).toEqual(['newer', 's'])
    expect(await sweepMail(db, later(1))).toBe(1)
    expect(await findMail(db, id)).toBeUndefined()
  })

  test('a document is never replaced by an older copy', async () => {
    const { db } = await database.open('verifier')
    const document = (text: string, asOf: Date) => ({ body: Buffer.from(text), mediaType: 'application/json', asOf })
    const url = 'https://example.org/list'
    await keepDocument(db, url, document('new', later(10)))
    await keepDocument(db, url, document('old', later(9)))
    const found = await findDocument(db, url)
    expect([Buffer.from(found?.body ?? []).toString(), found?.asOf]).toEqual(['new', later(10)])
    await keepDocument(db, url, document('newer', later(11)))
    expect(Buffer.from((await findDocument(db, url))?.body ?? []).toString()).toBe('newer')
    expect(await sweepDocuments(db, later(12))).toBe(1)
    expect(await findDocument(db, url)).toBeUndefined()
  })

  test('an older version of a status list is told from the newest that was seen', async () => {
    const { db } = await database.open('verifier')
    const url = 'https://example.org/status/1'
    expect(await keepNewestList(db, url, later(10))).toBe(true)
    expect(await keepNewestList(db, url, later(9))).toBe(false)
    expect(await keepNewestList(db, url, later(10))).toBe(true)
    expect(await keepNewestList(db, 'https://example.org/status/2', later(9))).toBe(true)
    expect(await keepNewestList(db, url, later(11))).toBe(true)
    expect(await keepNewestList(db, url, later(10))).toBe(false)
  })

  test('a passkey belongs to its account, and its counter only grows', async () => {
    const { db } = await database.open('wallet')
    const use = { counter: 4294967295, transports: ['internal', 'hybrid'], createdAt: NOON.toISOString() }
    const passkey: Passkey = {
      id: 'p',
      accountId: 'a',
      publicKey: Buffer.from([1]),
      name: 'Phone',
      lastUsedAt: null,
      ...use,
    }
    await savePasskey(db, passkey)
    await savePasskey(db, { ...passkey, id: 'q', counter: 0, transports: [] })
    expect(await findPasskey(db, 'p')).toEqual(passkey)
    expect((await listPasskeys(db, 'a')).map(({ id }) => id).sort()).toEqual(['p', 'q'])
    expect(await usePasskey(db, { id: 'p', previous: 4294967295, counter: 4294967295 }, NOON)).toBe(false)
    expect(await usePasskey(db, { id: 'q', previous: 0, counter: 0 }, NOON)).toBe(true)
    const uses = Array.from({ length: 8 }, () => usePasskey(db, { id: 'q', previous: 0, counter: 7 }, NOON))
    expect((await Promise.all(uses)).filter(Boolean)).toHaveLength(1)
    expect(await deletePasskey(db, 'b', 'p')).toBe(false)
    expect(await deletePasskey(db, 'a', 'p')).toBe(true)
    expect(await findPasskey(db, 'p')).toBeUndefined()
  })

  test('the first check of the key file stays', async () => {
    const { db } = await database.open('issuer')
    const records = keyRecords(db)
    expect(await records.findKeyCheck()).toBeUndefined()
    const kept = await Promise.all([1, 2, 3].map((n) => records.keepKeyCheck(Uint8Array.of(n))))
    expect(new Set(kept.map((sealed) => sealed[0])).size).toBe(1)
  })
})

test('the stores fit what the server and the keys are handed', async () => {
  const storage = await openStorage('wallet', { memory: true })
  const stores = storesOf(storage)
  const sessions: SessionStore = stores.sessions
  const signIn: SignInStore = stores.signIn
  const outbox: Outbox = stores.outbox
  const jobs: JobStore = stores.jobs
  const documents: DocumentStore = stores.documents
  const records: KeyRecords = stores.keyRecords
  await sessions.set('sid', { data: '{}', accountId: null, expiresAt: later(60) })
  expect(await sessions.get('sid', NOON)).toBe('{}')
  await signIn.keepToken({ token: 't', purpose: 'p', payload: 'x', expiresAt: later(60) })
  expect(await signIn.takeToken('t', 'p', NOON)).toEqual({ outcome: 'taken', payload: 'x' })
  const id = await outbox.keep({ to: 'a@example.org', subject: 's', text: 't', html: null }, NOON)
  expect(await outbox.find(id)).toMatchObject({ subject: 's' })
  expect(await outbox.list()).toHaveLength(1)
  expect(await jobs.lease({ kinds: ['k'], leaseSeconds: 1 }, NOON)).toBeUndefined()
  expect(await documents.find('https://example.org/')).toBeUndefined()
  expect(await records.findSigningKey('none')).toBeUndefined()
  await storage.close()
})
