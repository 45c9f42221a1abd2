import { z } from 'zod'
import { isObject, type JsonObject, PassportError, uuid } from '#platform'
import type { SchemaOf } from '#server'
import type { PersonalRecordTable, Queries } from '#storage'
import type { WalletParts } from '../parts.ts'
import type { Person } from './person.ts'
import { openJson, sealJson } from './sealed.ts'

/** What a person may write down of themself: `kind` says in the database which it is, `schema` what it holds. */
export interface PersonalKind<Content extends JsonObject = JsonObject> {
  kind: string
  schema: SchemaOf<Content>
}

/** Something that a person wrote down of themself. Of one kind there is one of a name. */
export interface PersonalRecord<Content extends JsonObject = JsonObject> {
  kind: string
  name: string
  content: Content
  createdAt: string
  changedAt: string
  /** Whether a helper ever wrote in it: "completed with help". */
  withHelp?: true
}

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** What a record is opened with: for whoever has a link, who is not asked who they are, its owner's id and key. */
type Owner = Pick<Person, 'id' | 'key' | 'helper'> & Partial<Pick<Person, 'unreadable'>>

const SLICE = 20

const body = z.object({
  name: z.string(),
  content: z.custom<JsonObject>(isObject),
  withHelp: z.literal(true).optional(),
})

/**
 * Keeps a record under a name, in the place of the one of that name. Twice is as once. Answers the name. What a helper
 * writes is marked, and stays marked when its holder changes it later. Throws `request.invalid` for what its kind does not
 * hold: nothing is kept that could not be read again.
 */
export async function savePersonal<Content extends JsonObject>(
  { storage, keys, now }: Parts,
  person: Owner,
  { kind, schema }: PersonalKind<Content>,
  wanted: Content,
  name: string = uuid(),
): Promise<string> {
  const content = fitting(schema, wanted)
  const at = now().toISOString()
  const withHelp = person.helper !== undefined || (await hadHelp({ storage, keys }, person, kind, name))
  const row = rowOf(keys, person, { kind, name, content, createdAt: at, changedAt: at, ...helpMark(withHelp) })
  await storage.db
    .insertInto('personal_record')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body: row.body, changed_at: at }))
    .execute()
  return name
}

/**
 * Keeps a record as it was saved elsewhere, unless there is one of that name. Answers whether it is new. Throws
 * `request.invalid` as `savePersonal` does.
 */
export async function restorePersonal<Content extends JsonObject>(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  { kind, schema }: PersonalKind<Content>,
  wanted: Omit<PersonalRecord<Content>, 'kind'>,
): Promise<boolean> {
  const record = { ...wanted, kind, content: fitting(schema, wanted.content) }
  const { numInsertedOrUpdatedRows } = await storage.db
    .insertInto('personal_record')
    .values(rowOf(keys, person, record))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** All of a kind, the oldest first. What cannot be read any more is left out and noted on the person: their page says so. */
export async function listPersonal<Content extends JsonObject>(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  { kind, schema }: PersonalKind<Content>,
): Promise<PersonalRecord<Content>[]> {
  const rows = await rowsOf(storage.db, person).where('kind', '=', kind).execute()
  return rows.flatMap((row) => {
    const record = recordOf(keys, person, row)
    const { data: content } = schema.safeParse(record.content)
    if (content !== undefined) return [{ ...record, content }]
    noteUnreadable(person, record)
    return []
  })
}

/** Notes on the person that something of theirs cannot be read; twice is as once. */
export function noteUnreadable(
  { unreadable }: Partial<Pick<Person, 'unreadable'>>,
  { kind, name }: Pick<PersonalRecord, 'kind' | 'name'>,
): void {
  unreadable?.add(`${kind} ${name}`)
}

/** Of these kinds what their schemas cannot read, the oldest first. It is there, and can be deleted by its name. */
export async function listUnreadable(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  kinds: readonly PersonalKind[],
): Promise<PersonalRecord[]> {
  const schemas = new Map(kinds.map(({ kind, schema }) => [kind, schema]))
  const rows = await rowsOf(storage.db, person)
    .where('kind', 'in', [...schemas.keys()])
    .execute()
  return rows
    .map((row) => recordOf(keys, person, row))
    .filter(({ kind, content }) => schemas.get(kind)?.safeParse(content).success === false)
}

/** All of every kind, the oldest first, a few at a time: files of evidence are among them. */
export async function* eachPersonal(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
): AsyncGenerator<PersonalRecord, void> {
  for (let offset = 0; ; offset += SLICE) {
    const rows = await rowsOf(storage.db, person).limit(SLICE).offset(offset).execute()
    for (const row of rows) yield recordOf(keys, person, row)
    if (rows.length < SLICE) return
  }
}

/** One of this person's. Throws `request.notFound` where there is none of that name that can be read; another's is not found. */
export async function findPersonal<Content extends JsonObject>(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
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
  const { data: content } = schema.safeParse(record.content)
  if (content === undefined) {
    throw new PassportError(
      'request.notFound',
      'This cannot be read any more. Your timeline leads to where you can delete it.',
    )
  }
  return { ...record, content }
}

/** Deletes one of this person's. Answers whether it was there. */
export async function deletePersonal(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  { kind }: Pick<PersonalKind, 'kind'>,
  name: string,
): Promise<boolean> {
  const { numDeletedRows } = await storage.db
    .deleteFrom('personal_record')
    .where('id', '=', idOf(keys, person, kind, name))
    .where('account_id', '=', person.id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function fitting<Content>(schema: SchemaOf<Content>, content: Content): Content {
  const { data } = schema.safeParse(content)
  if (data === undefined) {
    throw new PassportError('request.invalid', 'Something here is too long, or of another form than asked. Check it.')
  }
  return data
}

async function hadHelp(
  { storage, keys }: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  kind: string,
  name: string,
): Promise<boolean> {
  const row = await rowsOf(storage.db, person)
    .where('id', '=', idOf(keys, person, kind, name))
    .executeTakeFirst()
  return row !== undefined && recordOf(keys, person, row).withHelp === true
}

const helpMark = (withHelp: boolean | undefined): { withHelp?: true } => (withHelp === true ? { withHelp } : {})

function rowsOf(db: Queries, person: Pick<Owner, 'id'>) {
  return db
    .selectFrom('personal_record')
    .selectAll()
    .where('account_id', '=', person.id)
    .orderBy('created_at')
    .orderBy('id')
}

function rowOf(keys: WalletParts['keys'], person: Owner, record: PersonalRecord): PersonalRecordTable {
  const { kind, name, content, createdAt, changedAt, withHelp } = record
  const id = idOf(keys, person, kind, name)
  const sealed = sealJson(keys, person.key, label(id), { name, content, ...helpMark(withHelp) })
  return { id, account_id: person.id, kind, body: sealed, created_at: createdAt, changed_at: changedAt }
}

function recordOf(keys: WalletParts['keys'], { key }: Owner, row: PersonalRecordTable): PersonalRecord {
  const { name, content, withHelp } = openJson(keys, key, label(row.id), row.body, body)
  return { kind: row.kind, name, content, createdAt: row.created_at, changedAt: row.changed_at, ...helpMark(withHelp) }
}

/** It holds the person's id, so that nobody's record is ever in the place of another's. */
const idOf = (keys: WalletParts['keys'], person: Pick<Owner, 'id'>, kind: string, name: string) =>
  keys.lookup(`personal ${person.id} ${kind} ${name}`)
const label = (id: string) => `personal_record/${id}`
