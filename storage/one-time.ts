import { sha256Hex } from '#platform'
import type { Queries } from './schema/database.ts'

/** How a thing that may be used once was found: `taken` is said to one asker only, however many ask at once. */
export type Taken = { outcome: 'taken'; payload: string } | { outcome: 'expired' | 'used' | 'unknown' }

export type TakenCode =
  | { outcome: 'taken'; payload: string }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'ended' }

/**
 * Keeps a short code for signing in under an id that only the asker's browser knows. `codeHash` is keyed by the caller:
 * a plain hash of six digits is as good as the digits.
 */
export async function keepSignInCode(
  db: Queries,
  code: { id: string; codeHash: string; payload: string; tries: number; expiresAt: Date },
): Promise<void> {
  const { id, codeHash, payload, tries, expiresAt } = code
  const row = {
    id,
    code_hash: codeHash,
    payload,
    tries_left: tries,
    expires_at: expiresAt.toISOString(),
    used_at: null,
  }
  await db.insertInto('sign_in_code').values(row).execute()
}

/** Tries a code. One statement spends the try and, if the code is right, the code: whoever comes second finds neither. */
export async function takeSignInCode(db: Queries, id: string, codeHash: string, now: Date): Promise<TakenCode> {
  const time = now.toISOString()
  const row = await db
    .updateTable('sign_in_code')
    .set((column) => ({
      tries_left: column('tries_left', '-', 1),
      used_at: column.case().when('code_hash', '=', codeHash).then(time).else(null).end(),
    }))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('tries_left', '>', 0)
    .where('expires_at', '>', time)
    .returning(['payload', 'tries_left', 'used_at'])
    .executeTakeFirst()
  if (row === undefined) return { outcome: 'ended' }
  if (row.used_at === null) return { outcome: 'wrong', triesLeft: row.tries_left }
  return { outcome: 'taken', payload: row.payload }
}

/** Keeps a token that may be used once for one purpose: a sign-in link, an invitation, a challenge. Only its hash is kept. */
export async function keepToken(
  db: Queries,
  token: { token: string; purpose: string; payload: string; expiresAt: Date },
): Promise<void> {
  const row = {
    token_hash: sha256Hex(token.token),
    purpose: token.purpose,
    payload: token.payload,
    expires_at: token.expiresAt.toISOString(),
    used_at: null,
  }
  await db.insertInto('one_time_token').values(row).execute()
}

/** Uses a token up. */
export async function takeToken(db: Queries, token: string, purpose: string, now: Date): Promise<Taken> {
  const time = now.toISOString()
  const row = await db
    .updateTable('one_time_token')
    .set({ used_at: time })
    .where('token_hash', '=', sha256Hex(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', time)
    .returning('payload')
    .executeTakeFirst()
  if (row !== undefined) return { outcome: 'taken', payload: row.payload }
  const state = await peekToken(db, token, purpose, now)
  // Between the two statements nothing becomes usable again, so `usable` can only mean that time stood still.
  return { outcome: state === 'usable' ? 'used' : state }
}

/** What a page may say of a token before anyone acts: looking changes nothing. */
export async function peekToken(
  db: Queries,
  token: string,
  purpose: string,
  now: Date,
): Promise<'usable' | 'expired' | 'used' | 'unknown'> {
  const row = await db
    .selectFrom('one_time_token')
    .select(['used_at', 'expires_at'])
    .where('token_hash', '=', sha256Hex(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (row === undefined) return 'unknown'
  if (row.used_at !== null) return 'used'
  return row.expires_at > now.toISOString() ? 'usable' : 'expired'
}

/** Deletes codes and tokens that ended before a time, and answers how many. */
export async function sweepOneTime(db: Queries, endedBefore: Date): Promise<number> {
  const time = endedBefore.toISOString()
  const codes = await db.deleteFrom('sign_in_code').where('expires_at', '<', time).executeTakeFirst()
  const tokens = await db.deleteFrom('one_time_token').where('expires_at', '<', time).executeTakeFirst()
  return Number(codes.numDeletedRows) + Number(tokens.numDeletedRows)
}
