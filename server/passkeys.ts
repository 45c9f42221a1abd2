import { z } from 'zod'
import { PassportError } from '#platform'
import type { Accounts } from './accounts.ts'
import type { SessionUser } from './route.ts'

/** A passkey as it is kept: nothing in it is secret. */
export interface Passkey {
  id: string
  accountId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
  name: string
  createdAt: string
  lastUsedAt: string | null
}

export interface PasskeyStore {
  keepToken(token: { token: string; purpose: string; payload: string; expiresAt: Date }): Promise<void>
  takeToken(
    token: string,
    purpose: string,
    now: Date,
  ): Promise<{ outcome: 'taken'; payload: string } | { outcome: 'expired' | 'used' | 'unknown' }>
  savePasskey(passkey: Passkey): Promise<void>
  findPasskey(id: string): Promise<Passkey | undefined>
  listPasskeys(accountId: string): Promise<Passkey[]>
  /** Answers false if the counter did not grow since `previous`. */
  usePasskey(use: { id: string; previous: number; counter: number }, now: Date): Promise<boolean>
}

/** WebAuthn Level 3, with passkeys that name their account themselves. */
export interface Passkeys {
  registrationOptions(user: SessionUser): Promise<object>
  register(user: SessionUser, response: RegistrationResponse): Promise<void>
  signInOptions(): Promise<object>
  signIn(response: SignInResponse): Promise<SessionUser>
}

const base64url = z.string().regex(/^[\w-]{1,8192}$/)
const attachment = z.enum(['platform', 'cross-platform']).optional()

/** What a browser answers when it has made a passkey; members that we do not need are let go. */
export const registrationResponse = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  response: z.looseObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[\w-]{1,32}$/))
      .max(8)
      .optional(),
  }),
})

/** What a browser answers when it has used a passkey. */
export const signInResponse = z.looseObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  response: z.looseObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

export type RegistrationResponse = z.infer<typeof registrationResponse>
export type SignInResponse = z.infer<typeof signInResponse>

const REGISTER = 'passkey.register'
const SIGN_IN = 'passkey.signIn'
const CHALLENGE_MS = 5 * 60_000

/** Makes and checks passkeys for the host of the service's address, and for no other (WebAuthn §7). */
export function createPasskeys({
  title,
  baseUrl,
  store,
  accounts,
  now,
}: {
  title: string
  baseUrl: string
  store: PasskeyStore
  accounts: Accounts
  now: () => Date
}): Passkeys {
  const { hostname: rpID, origin: expectedOrigin } = new URL(baseUrl)

  const keepChallenge = (token: string, purpose: string, payload: string) =>
    store.keepToken({ token, purpose, payload, expiresAt: new Date(now().getTime() + CHALLENGE_MS) })

  /** Each challenge counts once, and for the purpose and the account for which it was made. */
  const takes = (purpose: string, payload: string) => async (challenge: string) => {
    const taken = await store.takeToken(challenge, purpose, now())
    return taken.outcome === 'taken' && taken.payload === payload
  }

  return {
    async registrationOptions(user) {
      const { generateRegistrationOptions } = await webAuthn()
      const options = await generateRegistrationOptions({
        rpName: title,
        rpID,
        userID: new Uint8Array(Buffer.from(user.accountId)),
        userName: await accounts.label(user),
        excludeCredentials: (await store.listPasskeys(user.accountId)).map(({ id, transports }) => ({
          id,
          transports,
        })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await keepChallenge(options.challenge, REGISTER, user.accountId)
      return options
    },

    async register(user, { response, ...rest }) {
      const { verifyRegistrationResponse } = await webAuthn()
      const verified = await orInvalid(
        verifyRegistrationResponse({
          response: { ...rest, response, clientExtensionResults: {} },
          expectedChallenge: takes(REGISTER, user.accountId),
          expectedOrigin,
          expectedRPID: rpID,
        }),
      )
      if (!verified.verified) throw notAccepted()
      const { credential } = verified.registrationInfo
      if ((await store.findPasskey(credential.id)) !== undefined) throw notAccepted()
      const createdAt = now().toISOString()
      await store.savePasskey({
        id: credential.id,
        accountId: user.accountId,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: `Passkey of ${createdAt.slice(0, 10)}`,
        createdAt,
        lastUsedAt: null,
      })
    },

    async signInOptions() {
      const { generateAuthenticationOptions } = await webAuthn()
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
      await keepChallenge(options.challenge, SIGN_IN, '')
      return options
    },

    async signIn({ response, ...rest }) {
      const passkey = await store.findPasskey(rest.id)
      if (passkey === undefined) throw notAccepted()
      const { id, counter, transports } = passkey
      const { verifyAuthenticationResponse } = await webAuthn()
      const { verified, authenticationInfo } = await orInvalid(
        verifyAuthenticationResponse({
          response: { ...rest, response, clientExtensionResults: {} },
          expectedChallenge: takes(SIGN_IN, ''),
          expectedOrigin,
          expectedRPID: rpID,
          credential: { id, counter, transports, publicKey: new Uint8Array(passkey.publicKey) },
        }),
      )
      if (!verified) throw notAccepted()
      // A counter that stands still means that the authenticator was copied (WebAuthn §6.1.1).
      const isFresh = await store.usePasskey({ id, previous: counter, counter: authenticationInfo.newCounter }, now())
      const user = isFresh ? await accounts.find(passkey.accountId) : undefined
      if (user === undefined) throw notAccepted()
      return user
    },
  }
}

/** Loaded with the first passkey, and not at every start. */
const webAuthn = () => import('@simplewebauthn/server')

const notAccepted = (cause?: unknown) =>
  new PassportError('signIn.invalid', 'This passkey was not accepted. Try again, or use a code by e-mail.', { cause })

/** The library throws for whatever in an answer is not as it should be. */
async function orInvalid<T>(verifying: Promise<T>): Promise<T> {
  try {
    return await verifying
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw notAccepted(cause)
  }
}
