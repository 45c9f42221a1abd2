import { type Accounts, createSignIn, type SessionUser, type SignIn } from '#server'
import { storesOf } from '#storage'
import type { IssuerParts } from './parts.ts'
import { findStaffToSignIn, listStaffByEmail, proveEmail, type StaffMember } from './records/staff.ts'

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

/**
 * Who of those with one address it is. Anyone can write another's address as their own; so one whose address was shown
 * to be theirs comes first, and of several who never showed it nobody is taken: they come in by their link.
 */
export function whoseAddress(members: readonly StaffMember[]): StaffMember | undefined {
  return members.find(({ isProven }) => isProven) ?? (members.length === 1 ? members[0] : undefined)
}

function accounts({ storage, now }: IssuerParts): Accounts {
  return {
    accepts: async (email) => (await listStaffByEmail(storage.db, email)).length > 0,
    async enter(email) {
      const member = whoseAddress(await listStaffByEmail(storage.db, email))
      if (member === undefined) return undefined
      await proveEmail(storage.db, member, now())
      return userOf(member)
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
