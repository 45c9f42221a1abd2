import type { Queries } from './schema/database.ts'
import type { PasskeyTable } from './schema/every-service.ts'

export interface Passkey {
  /** The credential id that the authenticator chose, in base64url. */
  id: string
  accountId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
  /** What its owner calls it. */
  name: string
  createdAt: string
  lastUsedAt: string | null
}

export async function savePasskey(db: Queries, passkey: Passkey): Promise<void> {
  await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports.join(' '),
      name: passkey.name,
      created_at: passkey.createdAt,
      last_used_at: passkey.lastUsedAt,
    })
    .execute()
}

export async function findPasskey(db: Queries, id: string): Promise<Passkey | undefined> {
  const row = await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : passkeyOf(row)
}

export async function listPasskeys(db: Queries, accountId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  return rows.map(passkeyOf)
}

/**
 * Notes a use. Answers false if the counter did not grow since `previous` was read (WebAuthn §6.1.1): another use came
 * between, or the authenticator was copied. Authenticators without a counter always say 0.
 */
export async function usePasskey(
  db: Queries,
  { id, previous, counter }: { id: string; previous: number; counter: number },
  now: Date,
): Promise<boolean> {
  if (counter <= previous && !(counter === 0 && previous === 0)) return false
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter, last_used_at: now.toISOString() })
    .where('id', '=', id)
    .where('counter', '=', previous)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Deletes a passkey of this account; another's is not found. */
export async function deletePasskey(db: Queries, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function passkeyOf(row: PasskeyTable): Passkey {
  return {
    id: row.id,
    accountId: row.account_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports === '' ? [] : row.transports.split(' '),
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
