import { sql } from 'kysely'
import { sha256Hex } from '#platform'
import type { Queries } from './schema/database.ts'

/** A session as it is kept; what is in `data` is the caller's. */
export interface SessionContent {
  data: string
  /** Whose session it is, so that all of a person's can be ended at once. */
  accountId: string | null
  expiresAt: Date
}

/** A session's data, or undefined if there is none or it has expired. The id itself is never kept, only its hash. */
export async function getSession(db: Queries, id: string, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .select('data')
    .where('id_hash', '=', sha256Hex(id))
    .where('expires_at', '>', now.toISOString())
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.data
}

/** Keeps a session, new or not. One that was ended meanwhile stays ended: a request that was slow does not bring it back. */
export async function setSession(
  db: Queries,
  id: string,
  { data, accountId, expiresAt }: SessionContent,
): Promise<void> {
  const content = { data, account_id: accountId, expires_at: expiresAt.toISOString() }
  await db
    .insertInto('session')
    .values({ id_hash: sha256Hex(id), ended_at: null, ...content })
    .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(content).where('session.ended_at', 'is', null))
    .execute()
}

/** Makes a session last longer; one that was ended meanwhile stays ended. */
export async function touchSession(db: Queries, id: string, expiresAt: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ expires_at: expiresAt.toISOString() })
    .where('id_hash', '=', sha256Hex(id))
    .execute()
}

/** Ends a session. What was in it goes at once. */
export async function destroySession(db: Queries, id: string): Promise<void> {
  await db.updateTable('session').set(ENDED).where('id_hash', '=', sha256Hex(id)).execute()
}

const ENDED = { data: '', account_id: null, ended_at: sql<string>`expires_at` }

/** Ends all sessions of a person: at deletion, or when they ask for it. */
export async function destroySessionsOf(db: Queries, accountId: string): Promise<void> {
  await db.updateTable('session').set(ENDED).where('account_id', '=', accountId).execute()
}

/** Deletes what has expired, and answers how many there were. */
export async function sweepSessions(db: Queries, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('expires_at', '<=', now.toISOString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}
