import { z } from 'zod'
import { PassportError } from '#platform'
import { isEmail } from './email.ts'
import { registrationResponse, signInResponse } from './passkeys.ts'
import { type Route, type RouteOptions, route, type SessionUser } from './route.ts'
import { linkEnded, localPath, type SignIn } from './sign-in.ts'

/** What stops somebody on the way in: no address, another code than was sent, or one that no longer counts. */
export type SignInError = 'email' | 'wrong' | 'ended'

/** Makes the pages. `error` is to be said beside the field, with the remedy. */
export interface SignInPages {
  signIn(page: { next: string; email?: string; error?: SignInError; flash?: string | undefined }): string
  code(page: { request: string; email: string; next: string; error?: SignInError }): string
  /** One sentence and one button that posts to `action`. */
  link(page: { action: string }): string
}

export interface SignInRouteParts {
  signIn: SignIn
  /** Where those go who were on their way to nowhere else; the first page, unless it is said. */
  home?: string
  pages: SignInPages
  /** Told of every sign-in, before anyone is in: the audit trail. */
  entered: (user: SessionUser, how: 'code' | 'link' | 'passkey', now: Date) => Promise<void>
}

const page = { 200: { description: 'A page.', mediaType: 'text/html' } }
const onwards = { 303: { description: 'To where the person was going.' } }
const common = { tag: 'Sign-in', access: 'public' } as const
const next = z.string().max(2_048).optional()
const token = z.object({ token: z.string().regex(/^[\w-]{20,64}$/) })

/** The routes by which people come in and go out, for any service that knows people. */
export function signInRoutes(parts: SignInRouteParts): Route[] {
  return [...codeRoutes(parts), ...linkRoutes(parts), ...passkeyRoutes(parts), signOutRoute()]
}

function codeRoutes({ signIn, pages, entered, home }: SignInRouteParts): Route[] {
  return [
    route({
      ...common,
      method: 'GET',
      path: '/sign-in',
      summary: 'The page on which to sign in.',
      query: z.object({ next }),
      responses: page,
      run: async ({ query, user, takeFlash }) => {
        const place = localPath(query.next, home)
        return user === undefined ? { html: pages.signIn({ next: place, flash: takeFlash() }) } : { redirect: place }
      },
    }),
    route({
      ...common,
      method: 'POST',
      path: '/sign-in',
      summary: 'Ask for a one-time code by mail.',
      limit: { requests: 100, seconds: 600 },
      body: { form: z.object({ email: z.string().max(320), next }) },
      responses: page,
      run: async ({ body, address }) => {
        const place = localPath(body.next, home)
        if (!isEmail(body.email)) {
          return { status: 422, html: pages.signIn({ next: place, email: body.email, error: 'email' }) }
        }
        return { html: pages.code({ ...(await signIn.requestCode(body.email, address)), next: place }) }
      },
    }),
    route({
      ...common,
      method: 'POST',
      path: '/sign-in/code',
      summary: 'Sign in with the code.',
      limit: { requests: 200, seconds: 600 },
      body: {
        form: z.object({
          request: z.string().regex(/^[\w-]{20,64}$/),
          email: z.string().max(320).refine(isEmail),
          code: z.string().max(40),
          next,
        }),
      },
      responses: onwards,
      run: async (context) => {
        const { body } = context
        const place = localPath(body.next, home)
        const found = await signIn.enterCode(body)
        if (found === 'wrong') {
          const { request, email: to } = body
          return { status: 422, html: pages.code({ request, email: to, next: place, error: 'wrong' }) }
        }
        if (found === 'ended') {
          return { status: 410, html: pages.signIn({ next: place, email: body.email, error: 'ended' }) }
        }
        await entered(found, 'code', context.now)
        await context.signIn(found)
        return { redirect: place }
      },
    }),
  ]
}

function linkRoutes({ signIn, pages, entered, home }: SignInRouteParts): Route[] {
  const link: Pick<RouteOptions<z.infer<typeof token>, unknown, unknown>, 'path' | 'params' | 'limit'> = {
    path: '/sign-in/link/:token',
    params: token,
    limit: { requests: 100, seconds: 600 },
  }
  return [
    route({
      ...common,
      ...link,
      method: 'GET',
      summary: 'What a sign-in link opens. It changes nothing: programs that look through mail follow links too.',
      responses: page,
      run: async ({ params }) => {
        if (!(await signIn.isUsable(params.token))) throw linkEnded()
        return { html: pages.link({ action: `/sign-in/link/${params.token}` }) }
      },
    }),
    route({
      ...common,
      ...link,
      method: 'POST',
      summary: 'Use a sign-in link, once.',
      responses: onwards,
      run: async (context) => {
        const { user, next: place } = await signIn.takeLink(context.params.token)
        await entered(user, 'link', context.now)
        await context.signIn(user)
        return { redirect: localPath(place, home) }
      },
    }),
  ]
}

function passkeyRoutes({ signIn: { passkeys }, entered }: SignInRouteParts): Route[] {
  const options = {
    200: { description: 'Options for the browser, as WebAuthn Level 3 §5.4 and §5.5 have them in JSON.' },
  }
  const done = {
    200: { description: 'Done; `next` says where to go.', schema: z.object({ next: z.string().optional() }) },
  }
  const limit = { requests: 100, seconds: 600 }
  return [
    route({
      ...common,
      method: 'POST',
      path: '/sign-in/passkey/options',
      summary: 'What the browser needs to use a passkey.',
      limit,
      body: 'json',
      responses: options,
      run: async () => ({ json: await passkeys.signInOptions() }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/sign-in/passkey',
      summary: 'Sign in with a passkey.',
      limit,
      query: z.object({ next }),
      body: { json: signInResponse },
      responses: done,
      run: async (context) => {
        const user = await passkeys.signIn(context.body)
        await entered(user, 'passkey', context.now)
        await context.signIn(user)
        return { json: onwardsFrom(context.query.next) }
      },
    }),
    route({
      ...common,
      access: 'user',
      method: 'POST',
      path: '/passkeys/options',
      summary: 'What the browser needs to make a passkey.',
      body: 'json',
      responses: options,
      run: async ({ user }) => ({ json: await passkeys.registrationOptions(known(user)) }),
    }),
    route({
      ...common,
      access: 'user',
      method: 'POST',
      path: '/passkeys',
      summary: 'Keep a new passkey for the person who is signed in.',
      query: z.object({ next }),
      body: { json: registrationResponse },
      responses: done,
      run: async ({ user, body, query }) => {
        await passkeys.register(known(user), body)
        return { json: onwardsFrom(query.next) }
      },
    }),
  ]
}

function signOutRoute(): Route {
  return route({
    ...common,
    method: 'POST',
    path: '/sign-out',
    summary: 'Sign out.',
    responses: onwards,
    run: async ({ signOut }) => {
      await signOut()
      return { redirect: '/' }
    },
  })
}

/** Without a `next` the page that asked knows where to go. */
const onwardsFrom = (place: string | undefined) => (place === undefined ? {} : { next: localPath(place) })

function known(user: SessionUser | undefined): SessionUser {
  if (user === undefined) throw new PassportError('access.required', 'Sign in first, then try again.')
  return user
}
