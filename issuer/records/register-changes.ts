import { uuid } from '#platform'
import type { Queries, RegisterChangeTable, Together } from '#storage'
import { type Act, readAct, touchedBy } from '../register/act.ts'

/** Who acts on a register, and in which role: a member of staff, or the software itself (`system`). */
export interface RegisterActor {
  id: string
  role: string
}

/** A change of a register, from its proposal on. */
export interface RegisterChange {
  id: string
  did: string
  name: string
  act: Act
  /** At which change each entry was when this was proposed; null where there was none. */
  basedOn: Readonly<Record<string, number | null>>
  state: Exclude<RegisterChangeTable['state'], 'draft'>
  note: string | null
  proposedBy: string
  proposerRole: string
  proposedAt: string
  decidedBy: string | null
  deciderRole: string | null
  decidedAt: string | null
  revision: number | null
}

/** One who was on a list from before registers, and needs a scope to be on one again. */
export interface Draft {
  id: string
  did: string
  name: string
  from: string
}

export async function insertChange(
  together: Together,
  issuerId: string,
  change: Pick<RegisterChange, 'name' | 'act' | 'basedOn' | 'note'>,
  by: RegisterActor,
  now: Date,
): Promise<string> {
  const id = uuid()
  await together
    .insertInto('register_change')
    .values({
      id,
      issuer_id: issuerId,
      did: change.act.did,
      name: change.name,
      act: change.act.act,
      body: JSON.stringify(change.act),
      based_on: JSON.stringify(change.basedOn),
      state: 'proposed',
      note: change.note,
      proposed_by: by.id,
      proposer_role: by.role,
      proposed_at: now.toISOString(),
      decided_by: null,
      decider_role: null,
      decided_at: null,
      revision: null,
    })
    .execute()
  return id
}

export async function findChange(db: Queries, issuerId: string, id: string): Promise<RegisterChange | undefined> {
  const row = await db
    .selectFrom('register_change')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', '!=', 'draft')
    .executeTakeFirst()
  return row === undefined ? undefined : changeOf(row)
}

/** Decides a change that is proposed: one statement, which two can never both win. Answers whether it did. */
export async function decideChange(
  together: Together,
  issuerId: string,
  id: string,
  decision: { state: 'confirmed' | 'rejected' | 'outdated'; revision?: number },
  by: RegisterActor,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('register_change')
    .set({
      state: decision.state,
      revision: decision.revision ?? null,
      decided_by: by.id,
      decider_role: by.role,
      decided_at: now.toISOString(),
    })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Changes that wait for somebody to decide, oldest first. */
export async function listProposed(db: Queries, issuerId: string): Promise<RegisterChange[]> {
  const rows = await db
    .selectFrom('register_change')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('state', '=', 'proposed')
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(changeOf)
}

/** What was changed, newest first: in the whole register, or in one entry. */
export async function listConfirmed(
  db: Queries,
  issuerId: string,
  { did, page, size }: { did?: string; page: number; size: number },
): Promise<{ changes: RegisterChange[]; total: number }> {
  let query = db.selectFrom('register_change').where('issuer_id', '=', issuerId).where('state', '=', 'confirmed')
  if (did !== undefined) {
    // Of a handing over both entries have it in their history.
    query = query.where('revision', 'in', (inner) =>
      inner
        .selectFrom('register_entry')
        .select('revision_from')
        .where('issuer_id', '=', issuerId)
        .where('did', '=', did),
    )
  }
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('revision', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { changes: rows.map(changeOf), total }
}

export async function listDrafts(db: Queries, issuerId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('register_change')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('state', '=', 'draft')
    .orderBy('name')
    .orderBy('did')
    .limit(1_000)
    .execute()
  return rows.map(({ id, did, name, body }) => ({ id, did, name, from: String(JSON.parse(body).from) }))
}

/** Drafts of those who are on the register now are drafts no more. */
export async function closeDrafts(together: Together, issuerId: string, act: Act): Promise<void> {
  await together
    .updateTable('register_change')
    .set({ state: 'outdated' })
    .where('issuer_id', '=', issuerId)
    .where('did', 'in', touchedBy(act))
    .where('state', '=', 'draft')
    .execute()
}

function changeOf(row: RegisterChangeTable): RegisterChange {
  return {
    id: row.id,
    did: row.did,
    name: row.name,
    act: readAct(row.body),
    basedOn: JSON.parse(row.based_on),
    state: row.state === 'draft' ? 'proposed' : row.state,
    note: row.note,
    proposedBy: row.proposed_by,
    proposerRole: row.proposer_role,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    deciderRole: row.decider_role,
    decidedAt: row.decided_at,
    revision: row.revision,
  }
}
