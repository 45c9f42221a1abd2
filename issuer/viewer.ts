import { PassportError } from '#platform'
import type { SessionUser } from '#server'
import type { IssuerParts } from './parts.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'
import { findRegister } from './records/register.ts'
import { findStaff, type Role, type StaffMember } from './records/staff.ts'

/** The member of staff who asks, and the issuer they act for. Nothing a person sends says which issuer that is. */
export interface Staff {
  member: StaffMember
  issuer: Issuer
  /** As the audit trail names them. */
  actor: string
  /** Whether the issuer is one that recognises others. */
  keepsRegister: boolean
}

const RANK: Record<Role, number> = { viewer: 0, issuer: 1, admin: 2 }

/** Who asks, if they may act in this role; throws `access.required` and `access.denied`. Roles are read anew each time. */
export async function staffOf(user: SessionUser | undefined, least: Role, { storage }: IssuerParts): Promise<Staff> {
  const member = user?.issuerId === undefined ? undefined : await findStaff(storage.db, user.issuerId, user.accountId)
  if (member === undefined) throw new PassportError('access.required', 'Sign in as staff first, then try again.')
  if (RANK[member.role] < RANK[least]) {
    const who = least === 'admin' ? 'an administrator' : 'someone who may issue'
    throw new PassportError('access.denied', `Your account may only look. Ask ${who} of your provider to do this.`)
  }
  const issuer = await getIssuer(storage.db, member.issuerId)
  const keepsRegister = (await findRegister(storage.db, issuer.id)) !== undefined
  return { member, issuer, actor: `staff:${member.id}`, keepsRegister }
}
