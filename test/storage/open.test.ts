import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { isUniqueViolation, keepMail, listMail, openStorage } from '#storage'
import { storageError } from '../../storage/failure.ts'
import { requireVersion } from '../../storage/sqlite.ts'
import { databases, ENGINES, later, NOON } from './engines.ts'

const mail = (subject: string) => ({ to: 'a@example.org', subject, text: 'text', html: null })
const code = (code: string) => expect.objectContaining({ name: 'PassportError', code })

describe.each(ENGINES)('a database on %s', (engine) => {
  const database = databases(engine)

  test('is found as it was when it is opened again', async () => {
    const place = await database.place()
    const first = await openStorage('issuer', place)
    const id = await keepMail(first.db, mail('kept'), NOON)
    await first.close()
    const again = await database.open('issuer', place)
    expect(await listMail(again.db)).toMatchObject([{ id, subject: 'kept' }])
  })

  test('holds each service apart from the others in the same place', async () => {
    const place = await database.place()
    const issuer = await database.open('issuer', place)
    const wallet = await database.open('wallet', place)
    const verifier = await database.open('verifier', place)
    await keepMail(issuer.db, mail('from the issuer'), NOON)
    expect(await listMail(wallet.db)).toEqual([])
    expect(await wallet.db.selectFrom('account').selectAll().execute()).toEqual([])
    expect(await verifier.db.selectFrom('trust_list_version').selectAll().execute()).toEqual([])
    await expect(wallet.db.selectFrom('credential').selectAll().execute()).rejects.toThrow(/credential/)
  })

  test('is made once when several copies of a service start at the same time', async () => {
    const place = await database.newPlace()
    const copies = await Promise.all(Array.from({ length: 4 }, () => database.open('wallet', place)))
    expect(copies).toHaveLength(4)
    for (const { db } of copies) expect(await db.selectFrom('audit_head').selectAll().execute()).toHaveLength(1)
  })

  test('keeps all of a transaction, or nothing', async () => {
    const storage = await database.open('issuer')
    const work = storage.transaction(async (together) => {
      await keepMail(together, mail('one'), NOON)
      throw new Error('cut off')
    })
    await expect(work).rejects.toThrow('cut off')
    expect(await listMail(storage.db)).toEqual([])
    await storage.transaction((together) => keepMail(together, mail('two'), NOON))
    expect(await listMail(storage.db)).toHaveLength(1)
  })

  test('does not mix the statements of transactions that run at once', async () => {
    const storage = await database.open('issuer')
    const works = Array.from({ length: 20 }, (_, n) =>
      storage.transaction(async (together) => {
        await keepMail(together, mail(`${n} first`), later(n))
        await new Promise((resolve) => setTimeout(resolve, 1))
        await keepMail(together, mail(`${n} second`), later(n))
        if (n % 2 === 1) throw new Error('odd')
      }),
    )
    await Promise.allSettled(works)
    const subjects = (await listMail(storage.db)).map(({ subject }) => Number(subject.split(' ')[0]))
    expect(subjects).toHaveLength(20)
    expect(subjects.every((n) => n % 2 === 0)).toBe(true)
  })

  test('says so, instead of waiting for ever, when a transaction asks for the database around it', async () => {
    const storage = await database.open('issuer')
    const work = storage.transaction(async () => await keepMail(storage.db, mail('outside'), NOON))
    await expect(work).rejects.toThrow('A transaction is running here')
    const nested = storage.transaction(() => storage.transaction(async () => 1))
    await expect(nested).rejects.toThrow('A transaction is running here')
    // What a transaction started and left behind may ask once the transaction has ended.
    let left: Promise<unknown[]> | undefined
    await storage.transaction(async () => {
      left = new Promise((resolve) => setTimeout(resolve, 50)).then(() => listMail(storage.db))
    })
    expect(await left).toEqual([])
  })

  test('gives bytes, large numbers and awkward texts back as they were', async () => {
    const { db } = await database.open('verifier')
    const body = Uint8Array.from({ length: 256 }, (_, n) => n)
    const url = `https://example.org/'";--\\\u202e\u{1f512}%00`
    await db.insertInto('cached_document').values({ url, body, media_type: '\n', as_of: 'x' }).execute()
    const row = await db.selectFrom('cached_document').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ url, media_type: '\n' })
    expect(Array.from(row.body)).toEqual(Array.from(body))
    const { rows } = await sql<{ n: unknown }>`select max(seq) + 4294967296 as n from audit_head`.execute(db)
    expect(rows).toEqual([{ n: 4294967296 }])
  })

  test.each(['a\0b', 'half \ud83d'])('refuses a text that cannot be stored: %j', async (subject) => {
    const { db } = await database.open('issuer')
    await expect(keepMail(db, mail(subject), NOON)).rejects.toEqual(code('request.invalid'))
  })

  test('tells a key that is taken from other faults, and holds references', async () => {
    const { db } = await database.open('wallet')
    const account = { id: 'a', email: new Uint8Array(1), name: null, wrapped_data_key: new Uint8Array(1) }
    const row = { ...account, email_lookup: 'x', created_at: NOON.toISOString() }
    await db.insertInto('account').values(row).execute()
    const again = db.insertInto('account').values({ ...row, id: 'b' })
    expect(isUniqueViolation(await again.execute().catch((error: unknown) => error))).toBe(true)
    const orphan = db.insertInto('share_view').values({ id: 'v', share_id: 'none', at: 'x', detail: new Uint8Array(1) })
    const error = await orphan.execute().catch((cause: unknown) => cause)
    expect(error).toMatchObject({ message: expect.stringMatching(/foreign key/i) })
    expect(isUniqueViolation(error)).toBe(false)
  })

  test('takes all that an account had along when the account goes', async () => {
    const { db } = await database.open('wallet')
    const bytes = new Uint8Array(1)
    const at = NOON.toISOString()
    const account = { id: 'a', email_lookup: 'x', email: bytes, name: null, wrapped_data_key: bytes, created_at: at }
    await db.insertInto('account').values(account).execute()
    const times = { expires_at: at, withdrawn_at: null, created_at: at }
    const share = { id: 's', account_id: 'a', token_hash: 't', manifest: bytes, audience: bytes, ...times }
    await db
      .insertInto('share')
      .values({ ...share, uses_allowed: null, uses_left: null })
      .execute()
    await db.insertInto('share_view').values({ id: 'v', share_id: 's', at, detail: bytes }).execute()
    await db.deleteFrom('account').where('id', '=', 'a').execute()
    expect(await db.selectFrom('share').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('share_view').selectAll().execute()).toEqual([])
  })

  test('answers while it is there', async () => {
    const storage = await database.open('verifier')
    await expect(storage.ping()).resolves.toBeUndefined()
  })
})

describe('a database file', () => {
  test('belongs to its owner alone, and writes through to the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passport-file-'))
    const dataDir = join(folder, 'data')
    const storage = await openStorage('issuer', { dataDir })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'issuer.sqlite')).mode & 0o777).toBe(0o600)
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(storage.db)).rows
    expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }])
    expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }])
    await storage.close()
    rmSync(folder, { recursive: true })
  })

  test('is copied while in use, and never over another file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passport-copy-'))
    const storage = await openStorage('issuer', { dataDir: join(folder, 'data') })
    await keepMail(storage.db, mail('kept'), NOON)
    const file = join(folder, 'issuer.sqlite')
    await storage.backup?.(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(storage.backup?.(file)).rejects.toEqual(code('request.conflict'))
    await storage.close()
    const copy = await openStorage('issuer', { dataDir: folder })
    expect(await listMail(copy.db)).toMatchObject([{ subject: 'kept' }])
    await copy.close()
    rmSync(folder, { recursive: true })
  })

  test('leaves nothing of what was deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passport-gone-'))
    const storage = await openStorage('issuer', { dataDir: folder })
    await keepMail(storage.db, mail('CANARY'.repeat(50)), NOON)
    await storage.db.deleteFrom('mail').execute()
    await storage.close()
    expect(existsSync(join(folder, 'issuer.sqlite-wal'))).toBe(false)
    expect(readFileSync(join(folder, 'issuer.sqlite')).includes('CANARY')).toBe(false)
    rmSync(folder, { recursive: true })
  })

  test('is refused where it is none', async () => {
    await expect(openStorage('issuer', { dataDir: '/dev/null/data' })).rejects.toEqual(code('storage.unavailable'))
    await expect(openStorage('issuer', {})).rejects.toEqual(code('settings.invalid'))
    await expect(openStorage('issuer', { databaseUrl: 'mysql://x' })).rejects.toEqual(code('settings.invalid'))
  })

  test('is not trusted to a SQLite that can corrupt it', () => {
    expect(() => requireVersion('3.51.2')).toThrow('too old')
    expect(() => requireVersion('3.7.99')).toThrow('too old')
    expect(() => requireVersion(undefined)).toThrow('too old')
    for (const version of ['3.51.3', '3.52.0', '4.0.0']) expect(() => requireVersion(version)).not.toThrow()
  })
})

describe('a failure of the database', () => {
  test('is told apart as full, unavailable or ours', () => {
    const failure = (code: string) => storageError(Object.assign(new Error('x'), { code }))
    for (const name of ['SQLITE_FULL', 'ENOSPC', '53100']) expect(failure(name)).toEqual(code('storage.full'))
    for (const name of ['SQLITE_IOERR_WRITE', 'ECONNREFUSED', '57P01', '08006', '40P01']) {
      expect(failure(name)).toEqual(code('storage.unavailable'))
    }
    expect(storageError(new Error('Connection terminated unexpectedly'))).toEqual(code('storage.unavailable'))
    expect(failure('SQLITE_CONSTRAINT_UNIQUE')).not.toEqual(code('storage.unavailable'))
  })

  test('of a full disk is said as such, loses nothing, and ends when there is room', async () => {
    const storage = await openStorage('issuer', { memory: true })
    await keepMail(storage.db, mail('before'), NOON)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(storage.db)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(storage.db)
    const large = mail('x'.repeat(100_000))
    const write = () => storage.transaction((together) => keepMail(together, large, NOON))
    await expect(write()).rejects.toEqual(code('storage.full'))
    await expect(keepMail(storage.db, large, NOON)).rejects.toEqual(code('storage.full'))
    expect(await listMail(storage.db)).toHaveLength(1)
    await sql.raw('pragma max_page_count = 100000').execute(storage.db)
    await write()
    expect(await listMail(storage.db)).toHaveLength(2)
    await storage.close()
  })
})
