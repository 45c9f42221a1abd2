import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { appendAudit, openStorage, type StorageSettings } from '#storage'
import { run } from '../../cli/run.ts'
import { databases, ENGINES, later, NOON } from '../storage/engines.ts'

const folder = mkdtempSync(join(tmpdir(), 'passport-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function audit(where: StorageSettings, ...words: string[]) {
  const out: string[] = []
  const code = await run(['audit', ...words], {
    environment: { DATA_DIR: where.dataDir ?? join(folder, 'none'), DATABASE_URL: where.databaseUrl },
    folder,
    isTerminal: false,
    input: async function* () {},
    print: (text) => void out.push(text),
    write: () => undefined,
    complain: (text) => void out.push(text),
  })
  return { code, out: out.join('\n') }
}

describe.each(ENGINES)('the audit trail of a service on %s', (engine) => {
  const database = databases(engine)

  /** Three entries, an hour apart, the second of another action. */
  async function filled(service: 'issuer' | 'wallet', place?: StorageSettings) {
    const where = place ?? (await database.newPlace())
    const storage = await database.open(service, where)
    for (const [hour, action] of ['a.done', 'b.done', 'a.done'].entries()) {
      const entry = { actor: 'staff:1', action, subject: `c${hour + 1}\u001B[31m`, detail: { hour } }
      await storage.transaction((together) => appendAudit(together, entry, later(hour * 3_600)))
    }
    return { where, storage }
  }

  test('is printed, for people and for programs, and holds together', async () => {
    const { where } = await filled('issuer')
    await filled('wallet', where)
    const all = await audit(where)
    expect(all.code).toBe(0)
    expect(all.out).toContain(`1  ${NOON.toISOString()}  staff:1  a.done  c1`)
    expect(all.out).not.toContain('\u001B')
    expect(all.out.match(/It holds together: 3 entries/g)).toHaveLength(2)
    const json = await audit(where, 'issuer', '--json')
    const lines = json.out.split('\n').map((line) => JSON.parse(line))
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, undefined])
    expect(lines[1]).toMatchObject({ service: 'issuer', action: 'b.done', detail: { hour: 1 } })
    expect(lines[3]).toEqual({ service: 'issuer', intact: true, length: 3, head: lines[2].hash })
  })

  test('is printed in part, and looked at whole', async () => {
    const { where, storage } = await filled('issuer')
    const seqs = async (...words: string[]) =>
      (await audit(where, 'issuer', '--json', ...words)).out.match(/"seq":\d/g)?.map((found) => Number(found.at(-1)))
    expect(await seqs('--action', 'a.done')).toEqual([1, 3])
    expect(await seqs('--since', '2026-11-25T13:00:00Z')).toEqual([2, 3])
    expect(await seqs('--since', '2026-11-26')).toBeUndefined()
    await sql`update audit set subject = 'c9' where seq = 1`.execute(storage.db)
    expect((await audit(where, 'issuer', '--since', '2026-11-26')).code).toBe(1)
  })

  test.each([
    ['changed', `update audit set detail = 'x' where seq = 2`, 2],
    ['taken out', 'delete from audit where seq = 2', 2],
    ['cut off', 'delete from audit where seq = 3', 3],
  ])('with an entry %s is broken, and says where', async (_what, statement, brokenAt) => {
    const { where, storage } = await filled('issuer')
    await sql.raw(statement).execute(storage.db)
    const { code, out } = await audit(where, 'issuer')
    expect([code, out]).toEqual([1, expect.stringContaining(`Entry ${brokenAt} is the first that does not fit`)])
    const json = (await audit(where, 'issuer', '--json')).out.split('\n').at(-1) ?? ''
    expect(JSON.parse(json)).toEqual({ service: 'issuer', intact: false, brokenAt })
  })

  test('is not begun by looking for it', async () => {
    const where = await database.newPlace()
    for (const words of [[], ['wallet']]) expect((await audit(where, ...words)).code).toBe(64)
    await (await openStorage('issuer', where)).close()
    expect((await audit(where, 'wallet')).code).toBe(64)
    expect(await audit(where)).toMatchObject({ code: 0, out: expect.stringContaining('It holds together: 0 entries.') })
  })
})

test.each([
  [['bank']],
  [['issuer', 'wallet']],
  [['--since', 'soon']],
  [['--sinze', '2026-01-01']],
])('wrong use %j ends with 64', async (words) => expect((await audit({ dataDir: folder }, ...words)).code).toBe(64))
