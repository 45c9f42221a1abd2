import { type SqlBool, sql } from 'kysely'
import { PassportError, uuid } from '#platform'
import type { CredentialTable, Database, Queries, SuspensionTable, Together } from '#storage'

export type Suspension = SuspensionTable

/** States in which work is under way. */
export const AT_WORK: readonly Suspension['state'][] = ['suspending', 'tellingSuspended', 'lifting', 'tellingLifted']

/** A suspension with what it suspended. */
export type SuspensionOf = Suspension & Pick<Database['dependency'], 'kind' | 'target' | 'name'>

export async function insertSuspension(
  together: Together,
  suspension: Pick<
    Suspension,
    'issuer_id' | 'dependency_id' | 'reason' | 'public_reason' | 'tells' | 'total' | 'created_by'
  >,
  now: Date,
): Promise<string> {
  const id = uuid()
  const begun = { state: 'suspending', done: 0, at: '', created_at: now.toISOString(), lifted_at: null } as const
  await together
    .insertInto('suspension')
    .values({ ...suspension, ...begun, id })
    .execute()
  return id
}

const withDependency = (db: Queries, issuerId: string) =>
  db
    .selectFrom('suspension')
    .innerJoin('dependency', 'dependency.id', 'suspension.dependency_id')
    .selectAll('suspension')
    .select(['dependency.kind', 'dependency.target', 'dependency.name'])
    .where('suspension.issuer_id', '=', issuerId)

/** A suspension of this issuer, or `request.notFound`. */
export async function getSuspension(db: Queries, issuerId: string, id: string): Promise<SuspensionOf> {
  const row = await withDependency(db, issuerId).where('suspension.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new PassportError('request.notFound', 'There is no such suspension here.')
  return row
}

/** The newest first. */
export async function listSuspensions(db: Queries, issuerId: string): Promise<SuspensionOf[]> {
  return await withDependency(db, issuerId)
    .orderBy('suspension.created_at', 'desc')
    .orderBy('suspension.id')
    .limit(100)
    .execute()
}

/** Takes the next piece of a suspension's work: one statement, which two workers cannot both win. */
export async function advance(
  together: Together,
  { id, state, at }: Pick<Suspension, 'id' | 'state' | 'at'>,
  changes: Partial<Pick<Suspension, 'state' | 'at' | 'total' | 'done' | 'tells' | 'lifted_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('suspension')
    .set(changes)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('at', '=', at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const hasStatus = sql<SqlBool>`exists (select 1 from status_index where status_index.credential_id = credential.id)`
const isHeld = sql<SqlBool>`exists (select 1 from suspension_hold where suspension_hold.credential_id = credential.id and released_at is null)`

const dependents = (db: Queries, issuerId: string, dependencyId: string) =>
  db
    .selectFrom('credential_dependency')
    .innerJoin('credential', 'credential.id', 'credential_dependency.credential_id')
    .where('credential_dependency.dependency_id', '=', dependencyId)
    .where('credential.issuer_id', '=', issuerId)
    .where('credential.state', '=', 'issued')

/** How what depends on something stands, and what suspending it would change. */
export interface Affected {
  /** Valid credentials: these would be suspended. */
  credentials: number
  /** Their learners: by address, and each that has none by itself; and the addresses among them. */
  learners: number
  addresses: number
  /** Already suspended with something else: these would stay so until both are lifted. */
  held: number
  /** Not changed: suspended one by one, revoked, or issued without a status. */
  suspended: number
  revoked: number
  withoutStatus: number
}

export async function countAffected(db: Queries, issuerId: string, dependencyId: string): Promise<Affected> {
  const number = (condition: ReturnType<typeof sql<SqlBool>>) => sql<number>`count(case when ${condition} then 1 end)`
  const valid = sql<SqlBool>`status = 'valid' and ${hasStatus}`
  const row = await dependents(db, issuerId, dependencyId)
    .select([
      number(valid).as('credentials'),
      sql<number>`count(distinct case when ${valid} then coalesce(recipient_email, credential.id) end)`.as('learners'),
      sql<number>`count(distinct case when ${valid} then recipient_email end)`.as('addresses'),
      number(sql`status = 'suspended' and ${isHeld}`).as('held'),
      number(sql`status = 'suspended' and not ${isHeld}`).as('suspended'),
      number(sql`status = 'revoked'`).as('revoked'),
      number(sql`status = 'valid' and not ${hasStatus}`).as('withoutStatus'),
    ])
    .executeTakeFirstOrThrow()
  return {
    credentials: Number(row.credentials),
    learners: Number(row.learners),
    addresses: Number(row.addresses),
    held: Number(row.held),
    suspended: Number(row.suspended),
    revoked: Number(row.revoked),
    withoutStatus: Number(row.withoutStatus),
  }
}

/** Some of what would be suspended, newest first. */
export async function sampleAffected(
  db: Queries,
  issuerId: string,
  dependencyId: string,
  limit: number,
): Promise<CredentialTable[]> {
  return await dependents(db, issuerId, dependencyId)
    .where('credential.status', '=', 'valid')
    .where(hasStatus)
    .selectAll('credential')
    .orderBy('credential.intended_at', 'desc')
    .orderBy('credential.id')
    .limit(limit)
    .execute()
}

/** The ids of what depends on something and could be suspended, or is with something else; in order, after one of them. */
export async function listDependents(
  together: Together,
  { issuer_id: issuerId, dependency_id: dependencyId, at }: Suspension,
  limit: number,
): Promise<string[]> {
  const rows = await dependents(together, issuerId, dependencyId)
    .where('credential_dependency.credential_id', '>', at)
    .where('credential.status', '!=', 'revoked')
    .where(hasStatus)
    .select('credential_dependency.credential_id as id')
    .orderBy('credential_dependency.credential_id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Suspends those of these that are valid, and holds all that are suspended with something. Answers those it suspended. */
export async function holdThem(
  together: Together,
  suspension: Suspension,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const held = await together
    .selectFrom('credential')
    .select('id')
    .where('id', 'in', ids)
    .where('status', '=', 'suspended')
    .where(isHeld)
    .execute()
  const taken = await together
    .updateTable('credential')
    .set({ status: 'suspended', status_reason: null, status_changed_at: now.toISOString() })
    .where('id', 'in', ids)
    .where('status', '=', 'valid')
    .returning('id')
    .execute()
  const hold = (took: 0 | 1) => (row: { id: string }) => ({
    suspension_id: suspension.id,
    credential_id: row.id,
    took,
    reinstated: 0 as const,
    released_at: null,
  })
  const holds = [...taken.map(hold(1)), ...held.map(hold(0))]
  if (holds.length > 0) await together.insertInto('suspension_hold').values(holds).execute()
  return taken.map(({ id }) => id)
}

/** The ids of what a suspension holds, in order, after one of them. */
export async function listHeld(together: Together, { id, at }: Suspension, limit: number): Promise<string[]> {
  const rows = await together
    .selectFrom('suspension_hold')
    .select('credential_id')
    .where('suspension_id', '=', id)
    .where('released_at', 'is', null)
    .where('credential_id', '>', at)
    .orderBy('credential_id')
    .limit(limit)
    .execute()
  return rows.map(({ credential_id }) => credential_id)
}

/** Ends a suspension's hold on these, and reinstates those that nothing else holds. Answers which. */
export async function releaseThem(
  together: Together,
  { id }: Suspension,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const time = now.toISOString()
  await together
    .updateTable('suspension_hold')
    .set({ released_at: time })
    .where('suspension_id', '=', id)
    .where('credential_id', 'in', ids)
    .execute()
  const back = await together
    .updateTable('credential')
    .set({ status: 'valid', status_reason: null, status_changed_at: time })
    .where('id', 'in', ids)
    .where('status', '=', 'suspended')
    .where(sql<SqlBool>`not ${isHeld}`)
    .returning('id')
    .execute()
  const reinstated = back.map((row) => row.id)
  if (reinstated.length === 0) return []
  await together
    .updateTable('suspension_hold')
    .set({ reinstated: 1 })
    .where('suspension_id', '=', id)
    .where('credential_id', 'in', reinstated)
    .execute()
  return reinstated
}

/** Ends every hold on a credential whose status is changed by hand: from then on that counts. Answers whether there was one. */
export async function endHolds(together: Together, credentialId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('suspension_hold')
    .set({ released_at: now.toISOString() })
    .where('credential_id', '=', credentialId)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many credentials lifting a suspension would reinstate, and how many something else holds too. */
export async function countReleasable(
  db: Queries,
  { id }: Pick<Suspension, 'id'>,
): Promise<{ credentials: number; held: number; addresses: number }> {
  const isHeldElsewhere = sql<SqlBool>`exists (select 1 from suspension_hold as other
    where other.credential_id = suspension_hold.credential_id and other.released_at is null and other.suspension_id <> ${id})`
  const row = await db
    .selectFrom('suspension_hold')
    .innerJoin('credential', 'credential.id', 'suspension_hold.credential_id')
    .where('suspension_id', '=', id)
    .where('released_at', 'is', null)
    .select([
      sql<number>`count(case when not ${isHeldElsewhere} then 1 end)`.as('credentials'),
      sql<number>`count(case when ${isHeldElsewhere} then 1 end)`.as('held'),
      sql<number>`count(distinct case when not ${isHeldElsewhere} then recipient_email end)`.as('addresses'),
    ])
    .executeTakeFirstOrThrow()
  return { credentials: Number(row.credentials), held: Number(row.held), addresses: Number(row.addresses) }
}

/** The places of a list that suspensions hold, with the reasons that they give to the public; the first first. */
export async function listPublicReasons(db: Queries, listId: string): Promise<{ position: number; reason: string }[]> {
  const rows = await db
    .selectFrom('suspension_hold')
    .innerJoin('suspension', 'suspension.id', 'suspension_hold.suspension_id')
    .innerJoin('status_index', 'status_index.credential_id', 'suspension_hold.credential_id')
    .where('status_index.list_id', '=', listId)
    .where('status_index.is_set', '=', 1)
    .where('suspension_hold.released_at', 'is', null)
    .select(['status_index.position', 'suspension.public_reason as reason'])
    .orderBy('suspension.created_at')
    .orderBy('status_index.position')
    .execute()
  return rows.flatMap(({ position, reason }) => (reason === null ? [] : [{ position, reason }]))
}

/** The suspensions that hold a credential, the first first. */
export async function listHolding(db: Queries, issuerId: string, credentialId: string): Promise<SuspensionOf[]> {
  return await withDependency(db, issuerId)
    .innerJoin('suspension_hold', 'suspension_hold.suspension_id', 'suspension.id')
    .where('suspension_hold.credential_id', '=', credentialId)
    .where('suspension_hold.released_at', 'is', null)
    .orderBy('suspension.created_at')
    .execute()
}
