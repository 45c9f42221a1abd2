import { callbackify } from 'node:util'
import type { Request, RequestHandler } from 'express'
import session, { type SessionData, Store } from 'express-session'
import { randomToken } from '#platform'
import type { SessionUser } from './route.ts'

declare module 'express-session' {
  interface SessionData {
    user?: SessionUser
    flash?: string
  }
}

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

/** Where sessions live. It keeps the hash of a session's id, never the id itself; `data` is ours to read. */
export interface SessionStore {
  get(id: string, now: Date): Promise<string | undefined>
  set(id: string, session: { data: string; accountId: string | null; expiresAt: Date }): Promise<void>
  touch(id: string, expiresAt: Date): Promise<void>
  destroy(id: string): Promise<void>
}

export interface SessionSettings {
  store: SessionStore
  /** Signs the cookie. It may change; everyone is then signed out. */
  secret: string
}

/** One cookie name a service, since cookies are shared by all ports of a host. `__Host-` ties it to https (RFC 6265bis §4.1.3). */
export function cookieNameOf(service: string, baseUrl: string): string {
  return baseUrl.startsWith('https:') ? `__Host-${service}-session` : `${service}-session`
}

/** Loads and keeps a person's session: 30 days from the last visit, and no cookie before there is something to keep. */
export function sessionHandler(service: string, baseUrl: string, { store, secret }: SessionSettings): RequestHandler {
  const isHttps = baseUrl.startsWith('https:')
  return session({
    name: cookieNameOf(service, baseUrl),
    secret,
    store: new CallbackStore(store),
    genid: randomToken,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // With an https address TLS ends at a proxy in front of us, which says so in X-Forwarded-Proto.
    proxy: isHttps ? true : undefined,
    cookie: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/', maxAge: THIRTY_DAYS },
  })
}

/** Makes the asker signed in. The session gets a new id, so that one planted before is worth nothing. */
export async function signInto(request: Request, user: SessionUser): Promise<void> {
  const { flash } = request.session
  await done((callback) => request.session.regenerate(callback))
  request.session.user = user
  if (flash !== undefined) request.session.flash = flash
  await done((callback) => request.session.save(callback))
}

/** Ends the session, here and in the store. */
export function signOutOf(request: Request): Promise<void> {
  return done((callback) => request.session.destroy(callback))
}

class CallbackStore extends Store {
  readonly #store: SessionStore

  constructor(store: SessionStore) {
    super()
    this.#store = store
  }

  override get(id: string, callback: (error: unknown, data?: SessionData | null) => void): void {
    callbackify(() => this.#store.get(id, new Date()))((error, kept) => {
      callback(error, kept === undefined ? null : JSON.parse(kept))
    })
  }

  override set(id: string, data: SessionData, callback: (error?: unknown) => void = ignore): void {
    const kept = { data: JSON.stringify(data), accountId: data.user?.accountId ?? null, expiresAt: expiryOf(data) }
    callbackify(() => this.#store.set(id, kept))(callback)
  }

  override touch(id: string, data: SessionData, callback: (error?: unknown) => void = ignore): void {
    callbackify(() => this.#store.touch(id, expiryOf(data)))(callback)
  }

  override destroy(id: string, callback: (error?: unknown) => void = ignore): void {
    callbackify(() => this.#store.destroy(id))(callback)
  }
}

const ignore = () => undefined

function expiryOf({ cookie }: SessionData): Date {
  return new Date(cookie.expires ?? Date.now() + THIRTY_DAYS)
}

function done(start: (callback: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error === undefined || error === null ? resolve() : reject(error)))
  })
}
