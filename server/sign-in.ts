import { z } from 'zod'
import { PassportError, parseJson, randomInt, randomToken } from '#platform'
import type { Accounts } from './accounts.ts'
import { parseEmail } from './email.ts'
import { addressKey, createLimit } from './limits.ts'
import type { Log } from './log.ts'
import type { Mail, Message } from './mail.ts'
import { createPasskeys, type PasskeyStore, type Passkeys } from './passkeys.ts'
import type { SessionUser } from './route.ts'

/** Where codes, links and challenges live. Each is taken by one conditional statement, so it is taken once. */
export interface SignInStore extends PasskeyStore {
  keepSignInCode(code: { id: string; codeHash: string; payload: string; tries: number; expiresAt: Date }): Promise<void>
  takeSignInCode(id: string, codeHash: string, now: Date): Promise<{ outcome: 'taken' | 'wrong' | 'ended' }>
  peekToken(token: string, purpose: string, now: Date): Promise<'usable' | 'expired' | 'used' | 'unknown'>
}

export interface SignInParts {
  /** What the service calls itself to people. */
  title: string
  baseUrl: string
  store: SignInStore
  accounts: Accounts
  mail: Mail
  /** The message that carries a code. */
  codeMessage: (code: string) => Omit<Message, 'to'>
  /** A hash under a key of the service: six digits cannot be found again from it. */
  keyedHash: (value: string) => string
  log: Log
  now?: () => Date
}

/** The ways in. None of them knows a password. */
export interface SignIn {
  /** Sends a code if the e-mail address is known, and answers the same if it is not. `client` is who asks, for limits. */
  requestCode(email: string, client: string): Promise<{ request: string; email: string }>
  /** Who is in, if the code is right; `wrong` may be tried again, `ended` not. */
  enterCode(entered: { request: string; email: string; code: string }): Promise<SessionUser | 'wrong' | 'ended'>
  /** An address that signs this person in once. */
  createLink(user: SessionUser, options: { minutes: number; next?: string }): Promise<string>
  /** Whether a link can still be used; looking does not use it. */
  isUsable(token: string): Promise<boolean>
  /** Uses a link up; throws `signIn.expired` where somebody has, or it is too late. */
  takeLink(token: string): Promise<{ user: SessionUser; next: string }>
  passkeys: Passkeys
}

const CODE_MINUTES = 10
const CODE_TRIES = 5
const LINK = 'signIn.link'

const linkPayload = z.object({ accountId: z.string(), issuerId: z.string().optional(), next: z.string() })

/** Builds the ways in over what the service hands in. */
export function createSignIn(parts: SignInParts): SignIn {
  const { store, accounts, mail, keyedHash, now = () => new Date() } = parts
  // Narrow for one client, wide for all together: nobody uses up the codes of somebody else from one place.
  const perClient = createLimit({ requests: 5, seconds: 3_600 })
  const perEmail = createLimit({ requests: 30, seconds: 3_600 })
  const hashOf = (request: string, email: string, code: string) => keyedHash(`sign-in ${request} ${email} ${code}`)

  return {
    async requestCode(text, client) {
      const email = parseEmail(text)
      await perClient.take(keyedHash(`${addressKey(client)} ${email}`))
      await perEmail.take(keyedHash(email))
      const request = randomToken()
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const isKnown = await accounts.accepts(email)
      // For an unknown address there is a row too, which no code opens: neither answers nor times tell them apart.
      await store.keepSignInCode({
        id: request,
        codeHash: hashOf(request, email, isKnown ? code : randomToken()),
        payload: '',
        tries: CODE_TRIES,
        expiresAt: minutesAfter(now(), CODE_MINUTES),
      })
      if (isKnown) sendLater(mail, { to: email, ...parts.codeMessage(code) }, parts.log)
      return { request, email }
    },

    async enterCode({ request, email: text, code }) {
      const email = parseEmail(text)
      const { outcome } = await store.takeSignInCode(request, hashOf(request, email, code.replaceAll(/\s/g, '')), now())
      if (outcome !== 'taken') return outcome
      return (await accounts.enter(email)) ?? 'ended'
    },

    async createLink({ accountId, issuerId }, { minutes, next = '/' }) {
      const token = randomToken()
      const payload = JSON.stringify({ accountId, issuerId, next: localPath(next) })
      await store.keepToken({ token, purpose: LINK, payload, expiresAt: minutesAfter(now(), minutes) })
      return `${parts.baseUrl}/sign-in/link/${token}`
    },

    isUsable: async (token) => (await store.peekToken(token, LINK, now())) === 'usable',

    async takeLink(token) {
      const taken = await store.takeToken(token, LINK, now())
      if (taken.outcome !== 'taken') throw linkEnded()
      const { next, ...user } = linkPayload.parse(parseJson(taken.payload))
      return { user, next }
    },

    passkeys: createPasskeys({ ...parts, now }),
  }
}

/** What is said of a sign-in link that cannot be used, whatever the reason. */
export const linkEnded = () =>
  new PassportError('signIn.expired', 'This sign-in link has been used or is too old. Ask for a new one.')

/** A place on this service, or its `home`: a path that browsers cannot read as another site's address. */
export function localPath(next: string | undefined, home = '/'): string {
  return next !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : home
}

/** The answer does not wait for the mail server: how long that takes would tell that the address is known. */
function sendLater(mail: Mail, message: Message, log: Log): void {
  mail.send(message).catch((error: unknown) => log.error('signIn.mail', error))
}

function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * 60_000)
}
