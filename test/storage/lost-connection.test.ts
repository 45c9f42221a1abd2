import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { keepMail, listMail, openStorage } from '#storage'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { NOON } from './engines.ts'

const mail = { to: 'a@example.org', subject: 's', text: 't', html: null }
const unavailable = expect.objectContaining({ name: 'PassportError', code: 'storage.unavailable' })

let server: TestPostgres

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
})

test('a PostgreSQL that goes away is unavailable, not the end, and all that was acknowledged is there when it is back', async () => {
  const storage = await openStorage('issuer', { databaseUrl: await server.newDatabase() })
  await keepMail(storage.db, mail, NOON)
  const during = storage.transaction(async (together) => {
    await keepMail(together, { ...mail, subject: 'half done' }, NOON)
    await server.crash()
    await keepMail(together, mail, NOON)
  })
  await expect(during).rejects.toEqual(unavailable)
  await expect(storage.ping()).rejects.toEqual(unavailable)
  await expect(keepMail(storage.db, mail, NOON)).rejects.toEqual(unavailable)
  await server.restart()
  await storage.ping()
  expect((await listMail(storage.db)).map(({ subject }) => subject)).toEqual(['s'])
  await storage.close()
})

test('a PostgreSQL that is not there is unavailable', async () => {
  const missing = openStorage('issuer', { databaseUrl: 'postgresql:///x?host=/nowhere&user=postgres' })
  await expect(missing).rejects.toEqual(unavailable)
})
