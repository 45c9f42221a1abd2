import type { Request, RequestHandler, Response } from 'express'
import { forReader, type Language, PassportError } from '#platform'
import { sendAnswer, sendProblem, wantsHtml } from './answer.ts'
import { readBody } from './body.ts'
import { refuseCrossSite } from './cross-site.ts'
import { type Fields, parseFields } from './fields.ts'
import { contentSecurityPolicy } from './headers.ts'
import { addressKey, createLimit } from './limits.ts'
import type { Log } from './log.ts'
import type { Problem } from './problem.ts'
import { readerOf } from './reader.ts'
import type { RequestContext, Route, SessionUser } from './route.ts'
import { signInto, signOutOf } from './session.ts'
import { arrayFields, fieldNames, validate } from './validate.ts'

/** What the handler of every route shares. */
export interface HandleParts {
  baseUrl: string
  formAction: readonly string[]
  signInPath: string
  /** What pages are written in; the first where nothing is chosen. */
  languages: readonly Language[]
  sessions: RequestHandler | undefined
  apiKey: ((bearer: string) => Promise<{ issuerId: string; keyId?: string } | undefined>) | undefined
  problemPage: (problem: Problem) => string
  log: Log
  now: () => Date
}

/**
 * Turns a route into what Express calls: who asks, what they ask, the use case, its answer; in this order. `comesBack` says
 * that there is a page to read at its path, for whoever chooses another language on the answer to a form.
 */
export function handle(route: Route, parts: HandleParts, comesBack: boolean): RequestHandler {
  const answer = answerTo(route, parts)
  return (request, response, next) => {
    const back = request.method === 'GET' ? request.originalUrl : comesBack ? request.path : '/'
    return forReader(readerOf(request, parts.languages, route.isOnce ? null : back), () =>
      answer(request, response, next),
    )
  }
}

function answerTo(route: Route, parts: HandleParts): RequestHandler {
  const limit = route.limit && createLimit(route.limit)
  const policy = route.formAction && contentSecurityPolicy([...parts.formAction, ...route.formAction])
  // What other sites may call never sees a session, so there is nothing they could do in a person's name.
  const isSessionless = route.crossOrigin || route.crossSiteForm || route.access === 'apiKey'
  return async (request, response) => {
    response.locals.route = route.path
    try {
      response.vary('Accept')
      if (policy) response.setHeader('Content-Security-Policy', policy)
      if (route.crossOrigin) allowOtherSites(response)
      await limit?.take(addressKey(request.ip ?? ''))
      if (!isSessionless) {
        refuseCrossSite(request, parts.baseUrl)
        if (parts.sessions) await run(parts.sessions, request, response)
      }
      const user = route.access === 'apiKey' ? await callerOf(request, response, parts) : request.session?.user
      response.setHeader('Cache-Control', cacheControl(route, isSessionless === true, user))
      if (route.access === 'user' && user === undefined) {
        if (request.method === 'GET' && wantsHtml(request)) return redirectToSignIn(request, response, parts.signInPath)
        throw new PassportError('access.required', 'Sign in first, then try again.')
      }
      sendAnswer(response, await route.run(await contextOf(route, request, response, user, parts)))
    } catch (error) {
      sendProblem(request, response, error, { page: parts.problemPage, log: parts.log, members: route.problemMembers })
    }
  }
}

async function contextOf(
  route: Route,
  request: Request,
  response: Response,
  user: SessionUser | undefined,
  parts: HandleParts,
): Promise<RequestContext<unknown, unknown, unknown>> {
  const fields = queryOf(route, request)
  const params = { ...request.params }
  if (Object.values(params).some((value) => String(value).includes('\0'))) {
    throw new PassportError('request.malformed', 'The address contains a NUL character.')
  }
  const session = request.session
  return {
    params: route.params ? paramsOf(route.params, params) : params,
    query: route.query ? validate(route.query, fields, 'request.malformed') : {},
    ...(await readBody(request, response, route.body ?? 'none')),
    header: (name) => request.get(name),
    wantsHtml: wantsHtml(request),
    user,
    signIn: (person) => signInto(request, person),
    signOut: () => signOutOf(request),
    flash: (message) => {
      if (request.session) request.session.flash = message
    },
    takeFlash: () => {
      const message = session?.flash
      if (session) delete session.flash
      return message
    },
    address: request.ip ?? '',
    now: parts.now(),
  }
}

/** The parts of the path. What cannot be a part of any address of ours is not there, and the pattern is nothing to read. */
function paramsOf(schema: NonNullable<Route['params']>, params: object): unknown {
  const result = schema.safeParse(params)
  if (result.success) return result.data
  throw new PassportError('request.notFound', 'There is nothing at this address. Check that the link is complete.')
}

/**
 * What the address asks besides its path. A parameter that the route does not know is refused; not so when somebody
 * opens a page: mail programs and search engines hang parameters of their own on links.
 */
function queryOf(route: Route, request: Request): Fields {
  const search = request.originalUrl.split('?').slice(1).join('?')
  const known = fieldNames(route.query)
  const fields = Object.entries(parseFields(search, arrayFields(route.query)))
  if (request.method !== 'POST' && wantsHtml(request)) {
    return Object.fromEntries(fields.filter(([name]) => known === undefined || known.has(name)))
  }
  const other = route.query === undefined ? fields[0] : undefined
  if (other !== undefined) {
    throw new PassportError('request.malformed', `The query parameter "${other[0].slice(0, 80)}" is not known here.`)
  }
  return Object.fromEntries(fields)
}

async function callerOf(request: Request, response: Response, { apiKey }: HandleParts): Promise<SessionUser> {
  const bearer = /^Bearer +([\w.~+/=-]{1,512})$/i.exec(request.get('authorization') ?? '')?.[1]
  const caller = bearer === undefined ? undefined : await apiKey?.(bearer)
  if (caller === undefined) {
    response.setHeader('WWW-Authenticate', 'Bearer')
    throw new PassportError('access.required', 'A valid API key is needed: Authorization: Bearer API-KEY.')
  }
  return { accountId: caller.keyId ?? 'apiKey', issuerId: caller.issuerId }
}

function cacheControl(route: Route, isSessionless: boolean, user: SessionUser | undefined): string {
  if (user !== undefined || route.access !== 'public' || route.method !== 'GET') return 'no-store'
  return isSessionless ? 'no-cache' : 'private, no-cache'
}

function redirectToSignIn(request: Request, response: Response, signInPath: string): void {
  response.redirect(303, `${signInPath}?next=${encodeURIComponent(request.originalUrl)}`)
}

/** Lets pages of any site read the answer, without cookies (Fetch Standard §3.3). */
export function allowOtherSites(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void handler(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)))
  })
}
