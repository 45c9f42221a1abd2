import type { SignInPages } from '#server'
import { codePage, oneButtonPage, signInPage } from '#web'
import { PUBLIC } from './frame.ts'

/** The ways into the wallet. Whoever is new comes in by the same door. `showsOutbox` says where the message can be read. */
export const signInPages = (showsOutbox: boolean): SignInPages => ({
  signIn: ({ next, email, error, flash }) =>
    signInPage({
      ...PUBLIC,
      action: '/sign-in',
      title: 'Sign in or start',
      lead: 'Type your e-mail address and we send you a code. There is no password. If you are new, this makes your passport.',
      fields: { next },
      passkey: {
        mode: 'signIn',
        optionsUrl: '/sign-in/passkey/options',
        verifyUrl: `/sign-in/passkey?next=${encodeURIComponent(next)}`,
        next,
      },
      ...(email === undefined ? {} : { email }),
      ...(flash === undefined ? {} : { flash }),
      ...(error === undefined ? {} : { errors: [{ field: 'email', message: error }] }),
    }),
  code: ({ request, email, next, error }) =>
    codePage({
      ...PUBLIC,
      action: '/sign-in/code',
      email,
      fields: { request, email, next },
      ...(showsOutbox ? { outboxHref: '/outbox' } : {}),
      againHref: `/sign-in?next=${encodeURIComponent(next)}`,
      ...(error === undefined ? {} : { errors: [{ field: 'code', message: error }] }),
    }),
  link: ({ action }) =>
    oneButtonPage({
      ...PUBLIC,
      title: 'Sign in to your passport',
      sentence: 'This link signs you in. It works once.',
      action,
      button: 'Sign in',
    }),
})
