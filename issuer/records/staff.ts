import { uuid } from '#platform'
import type { Queries, StaffTable } from '#storage'

export type Role = StaffTable['role']

/** Someone who works for one issuer. */
export interface StaffMember {
  id: string
  issuerId: string
  /** Null until the first one, who came by a link, has said it. */
  email: string | null
  name: string
  role: Role
  createdAt: string
  /** Whether the address was shown to be theirs. */
  isProven: boolean
}

export async function insertStaff(
  db: Queries,
  member: { issuerId: string; email: string | null; name: string; role: Role; isProven?: boolean },
  now: Date,
): Promise<StaffMember> {
  const row = {
    id: uuid(),
    issuer_id: member.issuerId,
    email: member.email,
    name: member.name,
    role: member.role,
    created_at: now.toISOString(),
    email_proven_at: member.isProven === true ? now.toISOString() : null,
  }
  await db.insertInto('staff').values(row).execute()
  return memberOf(row)
}

/** A staff member of this issuer; another issuer's is not found. */
export async function findStaff(db: Queries, issuerId: string, id: string): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom('staff')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : memberOf(row)
}

/** Where someone with this address works: the places of one person, at several issuers perhaps, oldest first. */
export async function listStaffByEmail(db: Queries, email: string): Promise<StaffMember[]> {
  const rows = await db.selectFrom('staff').selectAll().where('email', '=', email).orderBy('created_at').execute()
  return rows.map(memberOf)
}

/** A staff member by its own id alone, for signing in: the id comes from a link or a passkey of theirs. */
export async function findStaffToSignIn(db: Queries, id: string): Promise<StaffMember | undefined> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : memberOf(row)
}

export async function listStaff(db: Queries, issuerId: string): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom('staff')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .orderBy('created_at')
    .execute()
  return rows.map(memberOf)
}

export async function changeStaff(
  db: Queries,
  issuerId: string,
  id: string,
  changes: { email?: string; name?: string },
): Promise<void> {
  const proven = changes.email === undefined ? {} : { email_proven_at: null }
  await db
    .updateTable('staff')
    .set({ ...changes, ...proven })
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .execute()
}

/** Notes that somebody showed the address to be theirs. */
export async function proveEmail(db: Queries, { id, email }: StaffMember, now: Date): Promise<void> {
  await db
    .updateTable('staff')
    .set({ email_proven_at: now.toISOString() })
    .where('id', '=', id)
    .where('email', '=', email)
    .where('email_proven_at', 'is', null)
    .execute()
}

/** Removes one, but never an issuer's last administrator. Answers whether it did. */
export async function deleteStaff(db: Queries, issuerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('staff')
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .where((row) =>
      row.or([
        row('role', '!=', 'admin'),
        row.exists(
          row
            .selectFrom('staff as other')
            .select('other.id')
            .where('other.issuer_id', '=', issuerId)
            .where('other.role', '=', 'admin')
            .where('other.id', '!=', id),
        ),
      ]),
    )
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function memberOf(row: StaffTable): StaffMember {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    email: row.email,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    isProven: row.email_proven_at !== null,
  }
}
