import { z } from 'zod'
import { isObject, type JsonObject, PassportError, uuid } from '#platform'
import type { PersonalRecordTable, Queries } from '#storage'
import type { WalletParts } from '../parts.ts'
import type { Person } from './person.ts'
import type { PersonalKind } from './personal-kinds.ts'
import { openJson, sealJson } from './sealed.ts'

/** Something that a person wrote down of themself. Of one kind there is one of a name. */
export interface PersonalRecord<Content extends JsonObject = JsonObject> {
  kind: string
  name: string
  content: Content
  createdAt: string
  changedAt: string
}

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

const body = z.object({ name: z.string(), content: z.custom<JsonObject>(isObject) })

/** Keeps a record under a name, in the place of the one of that name. Twice is as once. Answers the name. */
export async function savePersonal<Content extends JsonObject>(
  { storage, keys, now }: Parts,
  person: Person,
  { kind }: PersonalKind<Content>,
  content: Content,
  name: string = uuid(),
): Promise<string> {
  const at = now().toISOString()
  const row = rowOf(keys, person, { kind, name, content, createdAt: at, changedAt: at })
  await storage.db
    .insertInto('personal_record')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body: row.body, changed_at: at }))
    .execute()
  return name
}

/** Keeps a record as it was saved elsewhere, unless there is one of that name. Answers whether it is new. */
export async function restorePersonal(
  { storage, keys }: Parts,
  person: Person,
  record: PersonalRecord,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await storage.db
    .insertInto('personal_record')
    .values(rowOf(keys, person, record))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** All of a kind, the oldest first. */
export async function listPersonal<Content extends JsonObject>(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
  { kind, schema }: PersonalKind<Content>,
): Promise<PersonalRecord<Content>[]> {
  const rows = await rowsOf(storage.db, person).where('kind', '=', kind).execute()
  return rows.map((row) => {
    const record = recordOf(keys, person, row)
    return { ...record, content: schema.parse(record.content) }
  })
}

/** All of every kind, the oldest first. */
export async function listAllPersonal(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
): Promise<PersonalRecord[]> {
  const rows = await rowsOf(storage.db, person).execute()
  return rows.map((row) => recordOf(keys, person, row))
}

/** One of this person's. Throws `request.notFound` where there is none of that name; another's is not found. */
export async function findPersonal<Content extends JsonObject>(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
  { kind, schema }: PersonalKind<Content>,
  name: string,
): Promise<PersonalRecord<Content>> {
  const row = await rowsOf(storage.db, person)
    .where('id', '=', idOf(keys, person, kind, name))
    .executeTakeFirst()
  if (row === undefined) {
    throw new PassportError('request.notFound', 'This is not in your passport. It may have been deleted.')
  }
  const record = recordOf(keys, person, row)
  return { ...record, content: schema.parse(record.content) }
}

/** Deletes one of this person's. Answers whether it was there. */
export async function deletePersonal(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
  { kind }: PersonalKind,
  name: string,
): Promise<boolean> {
  const { numDeletedRows } = await storage.db
    .deleteFrom('personal_record')
    .where('id', '=', idOf(keys, person, kind, name))
    .where('account_id', '=', person.id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function rowsOf(db: Queries, person: Pick<Person, 'id'>) {
  return db
    .selectFrom('personal_record')
    .selectAll()
    .where('account_id', '=', person.id)
    .orderBy('created_at')
    .orderBy('id')
}

function rowOf(keys: WalletParts['keys'], person: Person, record: PersonalRecord): PersonalRecordTable {
  const { kind, name, content, createdAt, changedAt } = record
  const id = idOf(keys, person, kind, name)
  const sealed = sealJson(keys, person.key, label(id), { name, content })
  return { id, account_id: person.id, kind, body: sealed, created_at: createdAt, changed_at: changedAt }
}

function recordOf(keys: WalletParts['keys'], { key }: Person, row: PersonalRecordTable): PersonalRecord {
  const { name, content } = openJson(keys, key, label(row.id), row.body, body)
  return { kind: row.kind, name, content, createdAt: row.created_at, changedAt: row.changed_at }
}

/** It holds the person's id, so that nobody's record is ever in the place of another's. */
const idOf = (keys: WalletParts['keys'], person: Pick<Person, 'id'>, kind: string, name: string) =>
  keys.lookup(`personal ${person.id} ${kind} ${name}`)
const label = (id: string) => `personal_record/${id}`
