import type { Queries } from './schema/database.ts'

export interface IdempotentRequest {
  /** Whose keys these are: an issuer's id, so that the same key of another issuer is another key. */
  scope: string
  /** What the caller sent as `Idempotency-Key`. */
  key: string
  /** A hash of the request's body and address. */
  requestHash: string
  /** The id proposed for what the request makes. */
  resource: string
}

/**
 * What to do with a request. `begin`: do it, for the resource named; if `resumed`, an earlier try was cut off, and what
 * it left is found under that id. `answered`: give this answer again. `mismatch`: the key was used for another request.
 * `inProgress`: another try is running.
 */
export type Beginning =
  | { outcome: 'begin'; resource: string; resumed: boolean }
  | { outcome: 'answered'; resource: string; status: number; answer: string }
  | { outcome: 'mismatch' }
  | { outcome: 'inProgress' }

/** How long a try may take before another may take over from it. */
const LEASE_MS = 60_000

/** Claims a key for one request. Of several at once, one begins. */
export async function beginIdempotent(db: Queries, request: IdempotentRequest, now: Date): Promise<Beginning> {
  const { scope, key, requestHash, resource } = request
  const leasedUntil = new Date(now.getTime() + LEASE_MS).toISOString()
  const fresh = await db
    .insertInto('idempotency')
    .values({
      scope,
      key,
      request_hash: requestHash,
      resource,
      state: 'started',
      leased_until: leasedUntil,
      status: null,
      answer: null,
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('resource')
    .executeTakeFirst()
  if (fresh !== undefined) return { outcome: 'begin', resource, resumed: false }

  const resumed = await db
    .updateTable('idempotency')
    .set({ leased_until: leasedUntil })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('request_hash', '=', requestHash)
    .where('state', '=', 'started')
    .where('leased_until', '<=', now.toISOString())
    .returning('resource')
    .executeTakeFirst()
  if (resumed !== undefined) return { outcome: 'begin', resource: resumed.resource, resumed: true }

  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return { outcome: 'inProgress' }
  if (row.request_hash !== requestHash) return { outcome: 'mismatch' }
  if (row.state === 'started' || row.status === null || row.answer === null) return { outcome: 'inProgress' }
  return { outcome: 'answered', resource: row.resource, status: row.status, answer: row.answer }
}

/** Keeps the answer, in the transaction of what was done. The first answer stays. */
export async function finishIdempotent(
  db: Queries,
  { scope, key, status, answer }: { scope: string; key: string; status: number; answer: string },
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ state: 'done', status, answer })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('state', '=', 'started')
    .execute()
}

/** Gives a key back whose request was refused before it made anything, so that it may be sent again, corrected. */
export async function abandonIdempotent(db: Queries, scope: string, key: string): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('state', '=', 'started')
    .execute()
}

/** Forgets keys that were first used before a time. */
export async function sweepIdempotency(db: Queries, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency')
    .where('created_at', '<', before.toISOString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}
