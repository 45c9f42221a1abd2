import type { Queries, RegisterTable, Together } from '#storage'

/** An issuer's register as a whole. */
export interface Register {
  issuerId: string
  revision: number
  publishedRevision: number
  sequence: number
  appeals: string | null
  begunAt: string
}

/** Begins a register, unless the issuer keeps one. */
export async function beginRegister(db: Queries, issuerId: string, now: Date): Promise<void> {
  await db
    .insertInto('register')
    .values({
      issuer_id: issuerId,
      revision: 0,
      published_revision: 0,
      sequence: 0,
      appeals: null,
      begun_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('issuer_id').doNothing())
    .execute()
}

export async function findRegister(db: Queries, issuerId: string): Promise<Register | undefined> {
  const row = await db.selectFrom('register').selectAll().where('issuer_id', '=', issuerId).executeTakeFirst()
  return row === undefined ? undefined : registerOf(row)
}

export async function listRegisters(db: Queries): Promise<Register[]> {
  return (await db.selectFrom('register').selectAll().orderBy('issuer_id').execute()).map(registerOf)
}

/** Waits until nobody else is changing the register; nobody then does until the transaction is over. */
export async function lockRegister(together: Together, issuerId: string): Promise<Register | undefined> {
  const row = await together
    .updateTable('register')
    .set((column) => ({ revision: column.ref('revision') }))
    .where('issuer_id', '=', issuerId)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : registerOf(row)
}

/** Counts a change that was confirmed, under the lock. */
export async function countChange(together: Together, { issuerId, revision }: Register): Promise<number> {
  await together
    .updateTable('register')
    .set({ revision: revision + 1 })
    .where('issuer_id', '=', issuerId)
    .execute()
  return revision + 1
}

/** Takes the next number for a list of that revision: one statement, which two can never both win. */
export async function takeSequence(
  together: Together,
  { issuerId, sequence, publishedRevision }: Register,
  revision: number,
): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('register')
    .set({ sequence: sequence + 1, published_revision: revision })
    .where('issuer_id', '=', issuerId)
    .where('sequence', '=', sequence)
    .where('published_revision', '=', publishedRevision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says where one who does not agree with an entry can turn. */
export async function keepAppeals(db: Queries, issuerId: string, appeals: string | null): Promise<void> {
  await db.updateTable('register').set({ appeals }).where('issuer_id', '=', issuerId).execute()
}

function registerOf(row: RegisterTable): Register {
  return {
    issuerId: row.issuer_id,
    revision: row.revision,
    publishedRevision: row.published_revision,
    sequence: Number(row.sequence),
    appeals: row.appeals,
    begunAt: row.begun_at,
  }
}
