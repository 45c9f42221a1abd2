import { PassportError } from '#platform'
import type { Queries, RetiredKeyTable, Together } from '#storage'

/** A key of an issuer over its time. */
export interface IssuerKey {
  /** Its place in the order of the issuer's keys, from 1. */
  number: number
  keyId: string
  /** From when it was used. */
  from: Date
  /** When it was retired; null for the key in use. */
  until: Date | null
  reason: string | null
  compromisedSince: Date | null
}

/** An issuer's keys: those that were retired, the first one first, and the one in use. */
export async function listKeys(db: Queries, issuerId: string): Promise<{ retired: IssuerKey[]; current: IssuerKey }> {
  // In one statement: between two, another could become the key in use.
  const rows = await db
    .selectFrom('issuer')
    .leftJoin('retired_key', 'retired_key.issuer_id', 'issuer.id')
    .where('issuer.id', '=', issuerId)
    .select(['issuer.key_id as current', 'issuer.created_at as began', 'number', 'retired_key.key_id as key_id'])
    .select(['used_until', 'reason', 'compromised_since'])
    .orderBy('number')
    .execute()
  const [first] = rows
  if (first === undefined) throw new PassportError('request.notFound', 'There is no such issuer here.')
  let from = new Date(first.began)
  const retired = rows.flatMap((row): IssuerKey[] => {
    const { number, key_id: keyId, used_until: end, reason } = row
    if (number === null || keyId === null || end === null) return []
    const since = row.compromised_since === null ? null : new Date(row.compromised_since)
    const key = { number, keyId, from, until: new Date(end), reason, compromisedSince: since }
    from = key.until
    return [key]
  })
  const number = (retired.at(-1)?.number ?? 0) + 1
  return {
    retired,
    current: { number, keyId: first.current, from, until: null, reason: null, compromisedSince: null },
  }
}

/** Puts another key in the place of the one in use, if that is still that one. Answers whether it was. */
export async function replaceKey(together: Together, retired: RetiredKeyTable, newKeyId: string): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('issuer')
    .set({ key_id: newKeyId })
    .where('id', '=', retired.issuer_id)
    .where('key_id', '=', retired.key_id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await together.insertInto('retired_key').values(retired).execute()
  return true
}

/** Says that a retired key has been in others' hands since then, or since earlier than was known. Answers whether it is news. */
export async function markCompromised(
  together: Together,
  { issuerId, number }: { issuerId: string; number: number },
  since: Date,
  reason: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('retired_key')
    .set({ compromised_since: since.toISOString(), ...(reason === null ? {} : { reason }) })
    .where('issuer_id', '=', issuerId)
    .where('number', '=', number)
    .where((row) => row.or([row('compromised_since', 'is', null), row('compromised_since', '>', since.toISOString())]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
