import { describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { openStorage, type ServiceName } from '#storage'
import { migrate, stepsOf } from '../../storage/migrate.ts'
import { databases, ENGINES } from './engines.ts'

const adding = (table: string) => async (db: Kysely<unknown>) => {
  await db.schema.createTable(table).addColumn('id', 'text').execute()
}

describe.each(ENGINES)('the schema on %s', (engine) => {
  const database = databases(engine)

  test('is as before after a step that failed, and the next start completes it', async () => {
    const storage = await database.open('verifier', await database.newPlace())
    const steps = { ...stepsOf('verifier'), '0900-first': adding('first') }
    const cutOff = { ...steps, '0900-second': () => Promise.reject(new Error('cut off')) }
    await expect(migrate(storage.db, 'verifier', engine, cutOff)).rejects.toThrow('cut off')
    await expect(sql`select * from "first"`.execute(storage.db)).rejects.toThrow()
    await migrate(storage.db, 'verifier', engine, { ...steps, '0900-second': adding('second') })
    for (const table of ['first', 'second']) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(storage.db)
      expect(rows).toEqual([])
    }
  })

  test.each<ServiceName>([
    'issuer',
    'wallet',
    'verifier',
  ])('of the %s has all the tables of its steps, once', async (service) => {
    const place = await database.newPlace()
    const first = await openStorage(service, place)
    const before = await first.db.introspection.getTables()
    await first.close()
    const again = await database.open(service, place)
    const after = await again.db.introspection.getTables()
    const names = after.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'session',
        'audit',
        'job',
        'signing_key',
        'idempotency',
        'trust_list_version',
        ...OWN[service],
      ]),
    )
    expect(after).toEqual(before)
  })
})

const OWN = { issuer: ['credential'], wallet: ['held_credential', 'personal_record'], verifier: [] }
