import { type SqlBool, sql } from 'kysely'
import { turn } from '#platform'
import type { Queries, RegisterEntryTable, RegisterFacetTable, Together } from '#storage'
import type { RecognisedEntity } from '#trust'
import { entryBody, type KnownScopes, readEntryBody } from '../register/entry-body.ts'
import { facetsOf } from '../register/facets.ts'
import { type EntryState, stateOf } from '../register/state.ts'

/** An entry as it was from one change of the register until another. */
export interface Entry {
  entity: RecognisedEntity
  revision: number
  state: EntryState
}

/** What a list of entries is searched by. */
export interface EntryQuery {
  text: string
  state: EntryState | ''
  level: string
  field: string
}

/** An entry with what was last changed of it. */
export async function findEntry(db: Queries, issuerId: string, did: string): Promise<Entry | undefined> {
  const row = await db
    .selectFrom('register_entry')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('did', '=', did)
    .where('revision_until', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : entryOf(row)
}

/** The same, with its state as of that time: a day may have come that it names. */
export async function findEntryNow(db: Queries, issuerId: string, did: string, now: Date): Promise<Entry | undefined> {
  const entry = await findEntry(db, issuerId, did)
  return entry && { ...entry, state: stateOf(entry.entity, now).state }
}

/** Writes down how entries stand from a change on. How they stood before is kept. */
export async function putEntries(
  together: Together,
  issuerId: string,
  entities: readonly RecognisedEntity[],
  revision: number,
  now: Date,
): Promise<void> {
  for (let at = 0; at < entities.length; at += TOGETHER) {
    const those = entities.slice(at, at + TOGETHER)
    const dids = those.map(({ did }) => did)
    await together
      .updateTable('register_entry')
      .set({ revision_until: revision })
      .where('issuer_id', '=', issuerId)
      .where('did', 'in', dids)
      .where('revision_until', 'is', null)
      .execute()
    const rows = those.map((entity) => rowOf(issuerId, entity, revision, now))
    await together.insertInto('register_entry').values(rows).execute()
    await together.deleteFrom('register_facet').where('issuer_id', '=', issuerId).where('did', 'in', dids).execute()
    const facets = those.flatMap((entity) =>
      facetsOf(entity).map((facet) => ({ issuer_id: issuerId, did: entity.did, ...facet })),
    )
    for (let from = 0; from < facets.length; from += TOGETHER) {
      await together
        .insertInto('register_facet')
        .values(facets.slice(from, from + TOGETHER))
        .execute()
    }
  }
}

/** So many rows are written in one statement. */
const TOGETHER = 200

function rowOf(issuerId: string, entity: RecognisedEntity, revision: number, now: Date): RegisterEntryTable {
  const { did, name } = entity
  const { state, until } = stateOf(entity, now)
  return {
    issuer_id: issuerId,
    did,
    revision_from: revision,
    revision_until: null,
    name,
    search: folded(name),
    body: entryBody(entity),
    state,
    state_until: until?.toISOString() ?? null,
  }
}

/** So many entries are read before others get their turn. */
const IN_ONE_GO = 500

/** All entries as they were after a change, by their DIDs. Equal scopes are one and the same object. */
export async function entriesAt(db: Queries, issuerId: string, revision: number): Promise<RecognisedEntity[]> {
  const rows = await db
    .selectFrom('register_entry')
    .select('body')
    .where('issuer_id', '=', issuerId)
    .where('revision_from', '<=', revision)
    .where((row) => row.or([row('revision_until', 'is', null), row('revision_until', '>', revision)]))
    .orderBy('did')
    .execute()
  const known: KnownScopes = new Map()
  const entities: RecognisedEntity[] = []
  for (const [at, { body }] of rows.entries()) {
    if (at % IN_ONE_GO === 0) await turn()
    entities.push(readEntryBody(body, known))
  }
  return entities
}

/** Entries by their names, a page of them, and how many there are on all pages. */
export async function searchEntries(
  db: Queries,
  issuerId: string,
  { text, state, level, field }: EntryQuery,
  { page, size, now }: { page: number; size: number; now: Date },
): Promise<{ entries: Entry[]; total: number }> {
  await refreshStates(db, issuerId, now)
  const hasFacet = (kind: 'level' | 'field', value: string) =>
    db
      .selectFrom('register_facet')
      .select('did')
      .where('issuer_id', '=', issuerId)
      .where('kind', '=', kind)
      .where('value', '=', value)
  let query = db.selectFrom('register_entry').where('issuer_id', '=', issuerId).where('revision_until', 'is', null)
  if (text !== '') {
    const like = `%${folded(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const isNamed = sql<SqlBool>`search like ${like} escape '\\'`
    query = query.where((row) => row.or([isNamed, row('did', '=', text.trim())]))
  }
  if (state !== '') query = query.where('state', '=', state)
  if (level !== '') query = query.where('did', 'in', hasFacet('level', level))
  if (field !== '') query = query.where('did', 'in', hasFacet('field', field))
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  // First which, then what they say: thousands that fit are not read to be put in order.
  const which = await query
    .select('did')
    .orderBy('search')
    .orderBy('did')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const dids = which.map(({ did }) => did)
  if (dids.length === 0) return { entries: [], total }
  const rows = await db
    .selectFrom('register_entry')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('did', 'in', dids)
    .where('revision_until', 'is', null)
    .orderBy('search')
    .orderBy('did')
    .execute()
  return { entries: rows.map(entryOf), total }
}

/** The levels and fields that any entry has, to choose from. */
export async function listFacets(db: Queries, issuerId: string): Promise<Pick<RegisterFacetTable, 'kind' | 'value'>[]> {
  return await db
    .selectFrom('register_facet')
    .select(['kind', 'value'])
    .distinct()
    .where('issuer_id', '=', issuerId)
    .orderBy('kind')
    .orderBy('value')
    .limit(1_000)
    .execute()
}

/** Writes down the states of entries of which a day has come that they name. */
async function refreshStates(db: Queries, issuerId: string, now: Date): Promise<void> {
  const due = await db
    .selectFrom('register_entry')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('revision_until', 'is', null)
    .where('state_until', '<=', now.toISOString())
    .execute()
  for (const row of due) {
    const { state, until } = stateOf(readEntryBody(row.body), now)
    await db
      .updateTable('register_entry')
      .set({ state, state_until: until?.toISOString() ?? null })
      .where('issuer_id', '=', issuerId)
      .where('did', '=', row.did)
      .where('revision_from', '=', row.revision_from)
      .execute()
  }
}

/** A name as it is found: without capitals and accents. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
}

function entryOf(row: RegisterEntryTable): Entry {
  return { entity: readEntryBody(row.body), revision: row.revision_from, state: row.state }
}
