import { type ErrorCode, VERSION } from '#platform'
import { createService, outboxRoutes, type Route, signInRoutes } from '#server'
import { appendAudit, storesOf } from '#storage'
import { apiPage, assets, codePage, oneButtonPage, outboxPage, problemPage, signInPage, signInWords } from '#web'
import type { IssuerParts } from './parts.ts'
import { findApiKey } from './records/api-keys.ts'
import { claimRoutes } from './routes/claims.ts'
import { consoleRoutes } from './routes/console.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { endorsementRoutes } from './routes/endorsements.ts'
import { importRoutes } from './routes/imports.ts'
import { logRoutes } from './routes/log.ts'
import { programRoutes } from './routes/programs.ts'
import { publicRoutes } from './routes/public.ts'
import { recognitionRoutes } from './routes/recognition.ts'
import { recordRoutes } from './routes/records.ts'
import { registerRoutes } from './routes/register.ts'
import { registerConsoleRoutes } from './routes/register-console.ts'
import { registerImportRoutes } from './routes/register-imports.ts'
import { registerProposalRoutes } from './routes/register-proposals.ts'
import { settingsRoutes } from './routes/settings.ts'
import { signingKeyRoutes } from './routes/signing-keys.ts'
import { suspensionRoutes } from './routes/suspensions.ts'
import { trustListRoutes } from './routes/trust-list.ts'
import { staffSignIn } from './sign-in.ts'

const FRAME = { service: 'issuer' } as const

/** The issuer as what answers HTTP: every route there is, and what they all share. */
export async function createApp(parts: IssuerParts) {
  const { config, storage, keys, log, metrics, now } = parts
  const stores = storesOf(storage)
  const routes: Route[] = [
    ...publicRoutes(parts),
    ...trustListRoutes(parts),
    ...registerRoutes(parts),
    ...programRoutes(parts),
    ...logRoutes(parts),
    ...claimRoutes(parts),
    ...consoleRoutes(parts),
    ...importRoutes(parts),
    ...credentialRoutes(parts),
    ...recordRoutes(parts),
    ...recognitionRoutes(parts),
    ...endorsementRoutes(parts),
    ...suspensionRoutes(parts),
    ...registerConsoleRoutes(parts),
    ...registerProposalRoutes(parts),
    ...registerImportRoutes(parts),
    ...settingsRoutes(parts),
    ...signingKeyRoutes(parts),
    ...peopleRoutes(parts),
    ...(config.showsOutbox ? outboxOf(parts) : []),
  ]
  return createService({
    name: 'issuer',
    version: VERSION,
    baseUrl: config.baseUrl,
    routes,
    sessions: { store: stores.sessions, secret: keys.lookup('session cookies') },
    apiKey: (bearer) => findApiKey(storage.db, keys.lookup(`apiKey ${bearer}`)),
    pages: {
      problem: ({ title, detail, status, code }) =>
        problemPage({ ...FRAME, title, detail, status, code, ...(wantsSignIn(code) ? { next: SIGN_IN } : {}) }),
      api: (document) => apiPage(document, FRAME),
    },
    staticFiles: await assets(),
    checks: { storage: () => storage.ping() },
    trustProxy: config.trustProxy,
    log,
    metrics,
    now,
  })
}

const SIGN_IN = { href: '/sign-in', label: 'Sign in' }

const wantsSignIn = (code: ErrorCode) => code === 'access.required' || code.startsWith('signIn.')

function peopleRoutes(parts: IssuerParts): Route[] {
  const passkey = (next: string) =>
    ({
      mode: 'signIn',
      optionsUrl: '/sign-in/passkey/options',
      verifyUrl: `/sign-in/passkey?next=${encodeURIComponent(next)}`,
      next,
    }) as const
  return signInRoutes({
    signIn: staffSignIn(parts),
    home: '/console',
    pages: {
      signIn: ({ next, email, error, flash }) =>
        signInPage({
          ...FRAME,
          action: '/sign-in',
          lead: 'For staff of a provider. There is no password: we send a code to your work address.',
          fields: { next },
          passkey: passkey(next),
          flash,
          ...(email === undefined ? {} : { email }),
          errors: error === undefined ? [] : [{ field: 'email', message: signInWords().errors[error] }],
        }),
      code: ({ request, email, next, error }) =>
        codePage({
          ...FRAME,
          action: '/sign-in/code',
          email,
          fields: { request, email, next },
          ...(parts.config.showsOutbox ? { outboxHref: '/outbox' } : {}),
          againHref: `/sign-in?next=${encodeURIComponent(next)}`,
          errors: error === undefined ? [] : [{ field: 'code', message: signInWords().errors[error] }],
        }),
      link: ({ action }) =>
        oneButtonPage({
          ...FRAME,
          title: 'Sign in',
          sentence: 'This link signs you in to the console of your provider, once.',
          action,
          button: 'Sign in',
        }),
    },
    entered: async ({ accountId }, how, now) => {
      await parts.storage.transaction(async (together) => {
        await appendAudit(together, { actor: `staff:${accountId}`, action: `signIn.${how}`, subject: accountId }, now)
      })
    },
  })
}

function outboxOf({ outbox }: IssuerParts): Route[] {
  return outboxRoutes(outbox, (messages) =>
    outboxPage({ ...FRAME, messages: messages.map((message) => ({ ...message, sentAt: message.createdAt })) }),
  )
}
