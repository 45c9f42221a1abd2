import { afterAll, expect, test } from '@jest/globals'
import { preparingOnce } from '../../storage/prepared-statements.ts'
import { openSqliteMemory } from '../../storage/sqlite.ts'

const database = openSqliteMemory()
const once = preparingOnce(database)
afterAll(() => once.close())

test('a statement is prepared once, and sees a table as it has become since', () => {
  database.exec('create table thing (id integer primary key, name text)')
  database.exec("insert into thing values (1, 'anvil')")
  const all = once.prepare('select * from thing')
  expect(all.all([])).toEqual([{ id: 1, name: 'anvil' }])
  expect(once.prepare('select * from thing')).toBe(all)
  database.exec("alter table thing add column place text default 'forge'")
  expect(once.prepare('select * from thing').all([])).toEqual([{ id: 1, name: 'anvil', place: 'forge' }])
  database.exec('drop table thing')
  expect(() => once.prepare('select * from thing').all([])).toThrow(/no such table/)
})

test('the statements that were not used for longest are let go, and long ones are not kept', () => {
  const first = once.prepare('select 0')
  const second = once.prepare('select 1')
  for (let number = 2; number < 500; number++) once.prepare(`select ${number}`)
  expect(once.prepare('select 0')).toBe(first)
  once.prepare('select 500')
  expect(once.prepare('select 0')).toBe(first)
  expect(once.prepare('select 1')).not.toBe(second)
  const long = `select ${'1 + '.repeat(600)}1`
  expect(once.prepare(long)).not.toBe(once.prepare(long))
})
