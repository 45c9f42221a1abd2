import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { PassportError } from '#platform'
import type { CredentialTable, Database, Queries, Together } from '#storage'
import { findLog } from './log.ts'

export type CredentialRecord = CredentialTable

/** What is meant to be signed, written down before it is. */
export type Intent = Pick<
  CredentialTable,
  | 'id'
  | 'issuer_id'
  | 'credential_id'
  | 'achievement_id'
  | 'batch_id'
  | 'batch_row'
  | 'title'
  | 'recipient_name'
  | 'recipient_email'
  | 'unsigned'
  | 'commitment_salt'
  | 'commitment'
>

export async function insertIntents(together: Together, intents: readonly Intent[], now: Date): Promise<void> {
  if (intents.length === 0) return
  const begun = {
    state: 'intended',
    signed: null,
    intended_at: now.toISOString(),
    issued_at: null,
    status: 'valid',
    status_reason: null,
    status_changed_at: null,
    erased_at: null,
    is_traced: 1,
  } as const
  const values = intents.map((intent) => ({ ...intent, ...begun }))
  await together.insertInto('credential').values(values).execute()
}

/** Keeps what was signed, once: a second signature of the same intent is not taken. Answers the ids of those that were the first. */
export async function keepIssued(
  together: Together,
  signed: readonly { id: string; signed: string; commitment: string }[],
  now: Date,
): Promise<Set<string>> {
  if (signed.length === 0) return new Set()
  const values = sql.join(signed.map((one) => sql`(${one.id}, ${one.signed}, ${one.commitment})`))
  const { rows } = await sql<{ id: string }>`
    with kept (id, signed, commitment) as (values ${values})
    update credential
    set state = 'issued', signed = kept.signed, commitment = kept.commitment, issued_at = ${now.toISOString()}
    from kept
    where credential.id = kept.id and credential.state <> 'issued'
    returning credential.id
  `.execute(together)
  return new Set(rows.map(({ id }) => id))
}

/** Settles intents that nothing came of. */
export async function failIntents(db: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('credential')
    .set({ state: 'failed' })
    .where('id', 'in', ids)
    .where('state', '=', 'intended')
    .execute()
}

/** Settles intents from before a time, those of batches excepted: a batch goes on with them. Answers how many. */
export async function failOldIntents(db: Queries, before: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('credential')
    .set({ state: 'failed' })
    .where('state', '=', 'intended')
    .where('batch_id', 'is', null)
    .where('intended_at', '<', before.toISOString())
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** A credential of this issuer, issued or not. */
export async function findRecord(db: Queries, issuerId: string, id: string): Promise<CredentialRecord | undefined> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** An issued credential of this issuer, or `credential.notFound`. */
export async function getIssued(db: Queries, issuerId: string, id: string): Promise<CredentialRecord> {
  const row = await findRecord(db, issuerId, id)
  if (row === undefined || row.state !== 'issued') throw notFound()
  return row
}

/** What this issuer issued under an id: the one that the credential states, or ours. */
export async function findIssuedAs(db: Queries, issuerId: string, id: string): Promise<CredentialRecord[]> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('state', '=', 'issued')
    .where((row) =>
      row.or([row('credential_id', '=', id), row('id', '=', id), row('id', '=', id.replace('urn:uuid:', ''))]),
    )
    .orderBy('intended_at', 'desc')
    .limit(1_000)
    .execute()
}

/** What this issuer issued with that place in one of its status lists. */
export async function findIssuedAt(
  db: Queries,
  issuerId: string,
  entry: { kind: 'revocation' | 'suspension'; number: number; position: number },
): Promise<CredentialRecord[]> {
  return await db
    .selectFrom('credential')
    .innerJoin('status_index', 'status_index.credential_id', 'credential.id')
    .innerJoin('published_list', 'published_list.id', 'status_index.list_id')
    .selectAll('credential')
    .where('credential.issuer_id', '=', issuerId)
    .where('published_list.issuer_id', '=', issuerId)
    .where('credential.state', '=', 'issued')
    .where('published_list.kind', '=', entry.kind)
    .where('published_list.number', '=', entry.number)
    .where('status_index.position', '=', entry.position)
    .execute()
}

/** An issued credential for its public page, whoever issued it. */
export async function findPublic(db: Queries, id: string): Promise<CredentialRecord | undefined> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'issued')
    .executeTakeFirst()
}

/** The rows of a batch that were begun already, from one to another; by their bounds, since a long list of them is looked up slowly. */
export async function listBatchRows(
  db: Queries,
  issuerId: string,
  batchId: string,
  { first, last }: { first: number; last: number },
): Promise<CredentialRecord[]> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('batch_id', '=', batchId)
    .where('batch_row', '>=', first)
    .where('batch_row', '<=', last)
    .execute()
}

/** What this issuer awarded to whoever has that address, and still stands by; the first awarded first. */
export async function listHeldBy(db: Queries, issuerId: string, email: string): Promise<CredentialRecord[]> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('recipient_email', '=', email)
    .where('state', '=', 'issued')
    .where('status', '=', 'valid')
    .where('signed', 'is not', null)
    .orderBy('intended_at')
    .orderBy('id')
    .limit(50)
    .execute()
}

/** What this issuer issued or is issuing under a name, and still stands by, the newest first: at most a thousand of them. */
export async function listNamed(db: Queries, issuerId: string, title: string): Promise<CredentialRecord[]> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('title', '=', title)
    .where('state', 'in', ['issued', 'intended'])
    .where('status', '=', 'valid')
    .orderBy('intended_at', 'desc')
    .limit(1_000)
    .execute()
}

export interface CredentialFilter {
  text?: string | undefined
  status?: CredentialTable['status'] | undefined
  achievementId?: string | undefined
  batchId?: string | undefined
}

/** A page of what an issuer issued, newest first, and how many there are in all. */
export async function searchCredentials(
  db: Queries,
  issuerId: string,
  filter: CredentialFilter,
  { page, size }: { page: number; size: number },
): Promise<{ rows: CredentialRecord[]; total: number }> {
  const where = (row: ExpressionBuilder<Database, 'credential'>) => {
    const { text = '', status, achievementId, batchId } = filter
    return row.and([
      row('issuer_id', '=', issuerId),
      row('state', '=', 'issued'),
      ...(status === undefined ? [] : [row('status', '=', status)]),
      ...(achievementId === undefined ? [] : [row('achievement_id', '=', achievementId)]),
      ...(batchId === undefined ? [] : [row('batch_id', '=', batchId)]),
      ...(text === '' ? [] : [mentions(text)]),
    ])
  }
  const isAll = Object.values(filter).every((value) => value === undefined || value === '')
  const total = isAll ? await countIssued(db, issuerId) : await countWhere(db, where)
  const rows = await db
    .selectFrom('credential')
    .selectAll()
    .where(where)
    .orderBy('intended_at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total }
}

/** Each credential is a leaf of its issuer's log, which knows its size: of a million it takes a tenth of a second to count them. */
async function countIssued(db: Queries, issuerId: string): Promise<number> {
  return (await findLog(db, issuerId))?.size ?? 0
}

async function countWhere(
  db: Queries,
  where: (row: ExpressionBuilder<Database, 'credential'>) => Expression<SqlBool>,
): Promise<number> {
  const { count } = await db
    .selectFrom('credential')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether a text stands in what people search by. What LIKE would read as a wildcard is only itself here. */
function mentions(text: string) {
  const like = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const columns = ['title', 'recipient_name', 'recipient_email', 'credential_id', 'id']
  const tests = columns.map((column) => sql<SqlBool>`lower(${sql.ref(column)}) like ${like} escape '\\'`)
  return sql<SqlBool>`(${sql.join(tests, sql` or `)})`
}

/** Forgets who a credential was awarded to, why its status changed, and the credential with it. What the holder has stays good. */
export async function eraseRecord(together: Together, issuerId: string, id: string, now: Date): Promise<void> {
  const nothing = {
    recipient_name: null,
    recipient_email: null,
    status_reason: null,
    unsigned: '',
    signed: null,
    commitment_salt: '',
  }
  const { numUpdatedRows } = await together
    .updateTable('credential')
    .set({ ...nothing, erased_at: now.toISOString() })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', '=', 'issued')
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw notFound()
}

export const notFound = () => new PassportError('credential.notFound', 'There is no such credential here.')

/** How many credentials this issuer signed with a key, before a time and since then. */
export async function countSignedWith(
  db: Queries,
  issuerId: string,
  { from, until, since }: { from: Date; until: Date | null; since: Date },
): Promise<{ before: number; after: number }> {
  const split = since.toISOString()
  const issued = db
    .selectFrom('credential')
    .where('issuer_id', '=', issuerId)
    .where('state', '=', 'issued')
    .where('issued_at', '>=', from.toISOString())
    .$if(until !== null, (query) => query.where('issued_at', '<', until?.toISOString() ?? ''))
    .select(({ fn }) => fn.countAll<number>().as('count'))
  const before = await issued.where('issued_at', '<', split).executeTakeFirstOrThrow()
  const after = await issued.where('issued_at', '>=', split).executeTakeFirstOrThrow()
  return { before: Number(before.count), after: Number(after.count) }
}
