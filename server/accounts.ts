import type { SessionUser } from './route.ts'

/** The people a service knows. */
export interface Accounts {
  /** Whether a code may be sent to this address. The asker never learns the answer. */
  accepts(email: string): Promise<boolean>
  /** The account of someone who has shown that the address is theirs; a service that anyone may join makes it here. */
  enter(email: string): Promise<SessionUser | undefined>
  find(accountId: string): Promise<SessionUser | undefined>
  /** What the person's own device calls the account, beside a passkey. */
  label(user: SessionUser): Promise<string>
}
