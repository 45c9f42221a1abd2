import type { SignInPages } from '#server'
import { codePage, oneButtonPage, signInPage, signInWords, translated } from '#web'
import { PUBLIC } from './frame.ts'
import { walletSignInWords } from './sign-in-words.ts'

/** The ways into the wallet. Whoever is new comes in by the same door. `showsOutbox` says where the message can be read. */
export const signInPages = (showsOutbox: boolean): SignInPages => ({
  signIn: translated(({ next, email, error, flash }) =>
    signInPage({
      ...PUBLIC,
      action: '/sign-in',
      title: walletSignInWords().title,
      lead: walletSignInWords().lead,
      fields: { next },
      passkey: {
        mode: 'signIn',
        optionsUrl: '/sign-in/passkey/options',
        verifyUrl: `/sign-in/passkey?next=${encodeURIComponent(next)}`,
        next,
      },
      ...(email === undefined ? {} : { email }),
      ...(flash === undefined ? {} : { flash }),
      ...(error === undefined ? {} : { errors: [{ field: 'email', message: signInWords().errors[error] }] }),
    }),
  ),
  code: translated(({ request, email, next, error }) =>
    codePage({
      ...PUBLIC,
      action: '/sign-in/code',
      email,
      fields: { request, email, next },
      ...(showsOutbox ? { outboxHref: '/outbox' } : {}),
      againHref: `/sign-in?next=${encodeURIComponent(next)}`,
      ...(error === undefined ? {} : { errors: [{ field: 'code', message: signInWords().errors[error] }] }),
    }),
  ),
  link: translated(({ action }) => {
    const { linkTitle, linkSentence, linkButton } = walletSignInWords()
    return oneButtonPage({ ...PUBLIC, title: linkTitle, sentence: linkSentence, action, button: linkButton })
  }),
})
