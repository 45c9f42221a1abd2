import { type Json, type JsonObject, parseJsonObject, sha256Hex } from '#platform'
import type { Queries, Together } from './schema/database.ts'
import type { AuditTable } from './schema/every-service.ts'

/** What was done, by whom, to what. Ids and codes only: the trail outlives the people in it. */
export interface AuditEntry {
  /** `staff:<id>`, `account:<id>`, `apiKey:<id>`, `system`; `link` for whoever has one and no account. */
  actor: string
  /** Dotted, as in `credential.issued`, `signIn.passkey`, `account.deleted`. */
  action: string
  /** The id of what it was done to. */
  subject: string
  detail?: JsonObject
}

export interface AuditRecord extends Required<AuditEntry> {
  seq: number
  at: string
  hash: string
}

/** Either the trail is whole, and this is its end, or the first entry at which it is not. */
export type ChainState = { intact: true; length: number; head: string } | { intact: false; brokenAt: number }

const BEGINNING = '0'.repeat(64)
const PAGE = 1_000

/**
 * Adds an entry to the trail, in the transaction of the deed itself, so that neither exists without the other. Entries
 * of parallel transactions wait here for one another: make this the last thing a transaction does.
 */
export async function appendAudit(together: Together, entry: AuditEntry, now: Date): Promise<AuditRecord> {
  const [added] = await appendAudits(together, [entry], now)
  if (added === undefined) throw new Error('An entry was not added.')
  return added
}

/** The same for many entries, in their order: as many statements as for one. */
export async function appendAudits(
  together: Together,
  entries: readonly AuditEntry[],
  now: Date,
): Promise<AuditRecord[]> {
  if (entries.length === 0) return []
  const head = await together
    .updateTable('audit_head')
    .set((row) => ({ seq: row('seq', '+', entries.length) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  let previous = head.hash
  const rows = entries.map((entry, index): AuditTable => {
    const content = {
      seq: head.seq - entries.length + 1 + index,
      at: now.toISOString(),
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail ?? {}),
      previous_hash: previous,
    }
    const row = { ...content, hash: hashOf(content) }
    previous = row.hash
    return row
  })
  await together.insertInto('audit').values(rows).execute()
  await together.updateTable('audit_head').set({ hash: previous }).where('id', '=', 1).execute()
  return rows.map(record)
}

/** Reads the whole trail and says whether an entry was changed, taken out or put in, or the end cut off. */
export async function verifyChain(db: Queries): Promise<ChainState> {
  let previous = { seq: 0, hash: BEGINNING }
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', previous.seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      const follows = row.seq === previous.seq + 1 && row.previous_hash === previous.hash
      if (!follows || hashOf(row) !== row.hash) return { intact: false, brokenAt: previous.seq + 1 }
      previous = row
    }
    if (rows.length < PAGE) break
  }
  const head = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst()
  const ended = (head?.seq ?? 0) === previous.seq && (head?.hash ?? BEGINNING) === previous.hash
  // An entry appended while this was read moves the end on; only an end that lies before or beside it is a fault.
  if (!ended && (head === undefined || head.seq <= previous.seq || !(await has(db, previous.seq + 1)))) {
    return { intact: false, brokenAt: previous.seq + 1 }
  }
  return { intact: true, length: previous.seq, head: previous.hash }
}

/** The entries in their order, from a time on or of one action alone, as they are kept, whether they fit or not. */
export async function* eachAudit(
  db: Queries,
  { since, action }: { since?: Date | undefined; action?: string | undefined } = {},
): AsyncGenerator<Omit<AuditTable, 'previous_hash'>> {
  let after = 0
  for (;;) {
    let query = db.selectFrom('audit').select(['seq', 'at', 'actor', 'action', 'subject', 'detail', 'hash'])
    if (since !== undefined) query = query.where('at', '>=', since.toISOString())
    if (action !== undefined) query = query.where('action', '=', action)
    const rows = await query.where('seq', '>', after).orderBy('seq').limit(PAGE).execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.seq
  }
}

/** The newest entries first, of one subject, actor or action or of all; `before` is the `seq` at which the last page ended. */
export async function listAudit(
  db: Queries,
  filter: { subject?: string; actor?: string; action?: string; before?: number; limit?: number } = {},
): Promise<AuditRecord[]> {
  let query = db.selectFrom('audit').selectAll()
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject)
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor)
  if (filter.action !== undefined) query = query.where('action', '=', filter.action)
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(filter.limit ?? 100)
    .execute()
  return rows.map(record)
}

async function has(db: Queries, seq: number): Promise<boolean> {
  return (await db.selectFrom('audit').select('seq').where('seq', '=', seq).executeTakeFirst()) !== undefined
}

function hashOf(row: Omit<AuditTable, 'hash'>): string {
  const covered: Json = [row.seq, row.at, row.actor, row.action, row.subject, row.detail, row.previous_hash]
  return sha256Hex(JSON.stringify(covered))
}

function record({ seq, at, actor, action, subject, detail, hash }: AuditTable): AuditRecord {
  return { seq, at, actor, action, subject, detail: parseJsonObject(detail), hash }
}
