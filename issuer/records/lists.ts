import { STATUS_LIST_LENGTH, type StatusPurpose, TOKEN_STATUS } from '#credential'
import { PassportError, randomInt, uuid } from '#platform'
import type { CredentialTable, PublishedListTable, Queries, Together } from '#storage'
import { keepChange } from './status-changes.ts'

export type PublishedList = PublishedListTable

/** The lists in which credentials have places. Lists of recognised issuers are a register's own. */
export type StatusListKind = Exclude<PublishedListTable['kind'], 'recognition'>

/** After so many taken positions in a row a list is as good as full, and the next one is opened. */
const TRIES = 32

/** Opens a list, unless that number is there already. */
export async function openList(
  db: Queries,
  issuerId: string,
  kind: StatusListKind,
  number: number,
): Promise<PublishedList> {
  const list = { id: uuid(), issuer_id: issuerId, kind, number, length: STATUS_LIST_LENGTH }
  await db
    .insertInto('published_list')
    .values({ ...list, version: 1, signed: null, valid_from: null, valid_until: null })
    .onConflict((conflict) => conflict.columns(['issuer_id', 'kind', 'number']).doNothing())
    .execute()
  const found = await findList(db, issuerId, kind, number)
  if (found === undefined) throw new PassportError('request.notFound', 'There is no such list.')
  return found
}

export async function findList(
  db: Queries,
  issuerId: string,
  kind: StatusListKind,
  number: number,
): Promise<PublishedList | undefined> {
  return await db
    .selectFrom('published_list')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Where a credential stands in a list. */
export interface Place {
  list: PublishedList
  position: number
}

/** Takes a random free position for each of these credentials; answers which, by the credential's id. */
export async function takePositions(
  together: Together,
  issuerId: string,
  kind: StatusListKind,
  credentialIds: readonly string[],
): Promise<Map<string, Place>> {
  const taken = new Map<string, Place>()
  if (credentialIds.length === 0) return taken
  const newest = await together
    .selectFrom('published_list')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('kind', '=', kind)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  let list = newest ?? (await openList(together, issuerId, kind, 1))
  for (;;) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const without = credentialIds.filter((id) => !taken.has(id))
      for (const { credential_id: id, position } of await tryPositions(together, list, without)) {
        taken.set(id, { list, position })
      }
      if (taken.size === credentialIds.length) return taken
    }
    list = await openList(together, issuerId, kind, list.number + 1)
  }
}

/**
 * Tries one random position for each: one statement, in which two can never both win one. It takes them in their order, so
 * that of two at once one waits for the other, and not each for the other.
 */
async function tryPositions(together: Together, { id, length }: PublishedList, credentialIds: readonly string[]) {
  const values = credentialIds
    .map((credential_id) => ({ list_id: id, position: randomInt(length), credential_id, is_set: 0 as const }))
    .sort((one, other) => one.position - other.position)
  return await together
    .insertInto('status_index')
    .values(values)
    .onConflict((conflict) => conflict.columns(['list_id', 'position']).doNothing())
    .returning(['position', 'credential_id'])
    .execute()
}

/** Lets signed suspension lists count no more in which these have a place: why it is set may be another reason now. */
export async function outdateReasons(
  together: Together,
  issuerId: string,
  credentialIds: readonly string[],
): Promise<void> {
  await together
    .updateTable('published_list')
    .set((column) => ({ version: column('version', '+', 1), signed: null }))
    .where('issuer_id', '=', issuerId)
    .where('kind', '=', 'suspension')
    .where('id', 'in', (inner) =>
      inner.selectFrom('status_index').select('list_id').where('credential_id', 'in', credentialIds),
    )
    .execute()
}

/**
 * Sets or clears the bits of one purpose of an issuer's credentials, wherever they have a place for it, and lets what was signed
 * before count no more. Answers which lists changed.
 */
export async function setBits(
  together: Together,
  issuerId: string,
  credentialIds: readonly string[],
  purpose: StatusPurpose,
  isSet: boolean,
  now: Date,
): Promise<{ kind: StatusListKind; number: number }[]> {
  if (credentialIds.length === 0) return []
  const lists = await together
    .updateTable('published_list')
    .set((column) => ({ version: column('version', '+', 1), signed: null }))
    .where('issuer_id', '=', issuerId)
    .where('kind', 'in', [purpose, 'token'])
    .where('id', 'in', (inner) =>
      inner.selectFrom('status_index').select('list_id').where('credential_id', 'in', credentialIds),
    )
    .returning(['id', 'kind', 'number'])
    .execute()
  if (lists.length === 0) return []
  await together
    .updateTable('status_index')
    .set({ is_set: isSet ? 1 : 0 })
    .where('credential_id', 'in', credentialIds)
    .where(
      'list_id',
      'in',
      lists.map(({ id }) => id),
    )
    .execute()
  for (const { id, kind } of lists) {
    const value = kind === 'token' && isSet && purpose === 'suspension' ? TOKEN_STATUS.suspended : Number(isSet)
    await keepChange(together, { list_id: id, changed_at: now.toISOString(), value }, credentialIds)
  }
  return statusListsOf(lists)
}

/** The status lists of an issuer that changed since they were signed. */
export async function listUnsigned(db: Queries, issuerId: string): Promise<{ kind: StatusListKind; number: number }[]> {
  const rows = await db
    .selectFrom('published_list')
    .select(['kind', 'number'])
    .where('issuer_id', '=', issuerId)
    .where('signed', 'is', null)
    .orderBy('number')
    .execute()
  return statusListsOf(rows)
}

/** The positions of a list that are set. */
export async function listSetPositions(db: Queries, listId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('status_index')
    .select('position')
    .where('list_id', '=', listId)
    .where('is_set', '=', 1)
    .execute()
  return rows.map(({ position }) => position)
}

/** Lets what was signed of an issuer's lists count no more. Answers the status lists that were published. */
export async function markAllUnsigned(
  together: Together,
  issuerId: string,
): Promise<{ kind: StatusListKind; number: number }[]> {
  const marked = await together
    .updateTable('published_list')
    .set((column) => ({ version: column('version', '+', 1), signed: null }))
    .where('issuer_id', '=', issuerId)
    .where('valid_from', 'is not', null)
    .returning(['kind', 'number'])
    .execute()
  return statusListsOf(marked)
}

/** Keeps a list as signed, unless it changed meanwhile or another copy was faster. Answers whether it was kept. */
export async function keepSigned(
  db: Queries,
  list: Pick<PublishedList, 'id' | 'version' | 'valid_from'>,
  signed: { document: string; validFrom: string; validUntil: string },
): Promise<boolean> {
  const update = db
    .updateTable('published_list')
    .set({ signed: signed.document, valid_from: signed.validFrom, valid_until: signed.validUntil })
    .where('id', '=', list.id)
    .where('version', '=', list.version)
  const unchanged =
    list.valid_from === null ? update.where('valid_from', 'is', null) : update.where('valid_from', '=', list.valid_from)
  const { numUpdatedRows } = await unchanged.executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The positions of a list for both purposes that are set, and what is to be said there. */
export async function listTokenStatuses(
  db: Queries,
  listId: string,
): Promise<{ position: number; status: CredentialTable['status'] }[]> {
  return await db
    .selectFrom('status_index')
    .innerJoin('credential', 'credential.id', 'status_index.credential_id')
    .select(['status_index.position', 'credential.status'])
    .where('status_index.list_id', '=', listId)
    .where('status_index.is_set', '=', 1)
    .execute()
}

function statusListsOf(rows: readonly Pick<PublishedList, 'kind' | 'number'>[]) {
  return rows.flatMap(({ kind, number }) => (kind === 'recognition' ? [] : [{ kind, number }]))
}
