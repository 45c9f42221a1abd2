import { type Accounts, createSignIn, type SessionUser, type SignIn } from '#server'
import { storesOf } from '#storage'
import type { IssuerParts } from './parts.ts'
import { findStaffToSignIn, listStaffByEmail, type StaffMember } from './records/staff.ts'

/** A first sign-in link is sent around before it is used. */
const LINK_MINUTES = 24 * 60

/** How staff come in: a code by mail, a one-time link, or a passkey. Nobody joins by signing in. */
export function staffSignIn(parts: IssuerParts): SignIn {
  const { storage, keys, mail, log, now, config } = parts
  return createSignIn({
    title: 'Skills Passport Issuer',
    baseUrl: config.baseUrl,
    store: storesOf(storage).signIn,
    accounts: accounts(parts),
    mail,
    codeMessage: (code) => ({
      subject: `${code} is your sign-in code`,
      text: `Your code for Skills Passport Issuer is ${code}.\n\nIt works once, for 10 minutes. If you did not ask for it, do nothing.\n`,
      html: null,
    }),
    keyedHash: (value) => keys.lookup(value),
    log,
    now,
  })
}

/** A link that signs a member of staff in, once. */
export function createStaffLink(member: StaffMember, parts: IssuerParts): Promise<string> {
  return staffSignIn(parts).createLink(userOf(member), { minutes: LINK_MINUTES, next: '/console' })
}

/** A member of staff as a session knows them. */
export const userOf = ({ id, issuerId }: StaffMember): SessionUser => ({ accountId: id, issuerId })

function accounts({ storage }: IssuerParts): Accounts {
  return {
    accepts: async (email) => (await listStaffByEmail(storage.db, email)).length > 0,
    async enter(email) {
      const [first] = await listStaffByEmail(storage.db, email)
      return first === undefined ? undefined : userOf(first)
    },
    async find(accountId) {
      const member = await findStaffToSignIn(storage.db, accountId)
      return member === undefined ? undefined : userOf(member)
    },
    async label({ accountId }) {
      const member = await findStaffToSignIn(storage.db, accountId)
      return member?.email ?? member?.name ?? 'Staff'
    },
  }
}
