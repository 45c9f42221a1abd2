import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { forReader, type Language, PassportError } from '#platform'
import { sendProblem } from './answer.ts'
import { builtInRoutes } from './built-in.ts'
import { allowOtherSites, type HandleParts, handle } from './handle.ts'
import { securityHeaders } from './headers.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { describeApi, type OpenApiDocument } from './openapi.ts'
import type { Problem } from './problem.ts'
import { keepChoices, readerOf } from './reader.ts'
import type { Route } from './route.ts'
import { cookieNameOf, type SessionSettings, sessionHandler } from './session.ts'

/** A file served as it is, for ever under its name: the name carries a hash of the content. */
export interface StaticFile {
  bytes: Uint8Array
  contentType: string
  etag: string
}

export interface ServiceOptions {
  /** `issuer`, `wallet` or `verifier`: names the cookie, the log lines and the figures. */
  name: string
  version: string
  baseUrl: string
  routes: readonly Route[]
  /** Absent: the service knows no people. */
  sessions?: SessionSettings
  pages: { problem: (problem: Problem) => string; api: (document: OpenApiDocument) => string }
  apiKey?: HandleParts['apiKey']
  /** By path. */
  staticFiles?: ReadonlyMap<string, StaticFile>
  /** What must answer before the service is ready. */
  checks?: Readonly<Record<string, () => Promise<void>>>
  /** The proxies whose `X-Forwarded-For` is believed, as Express's `trust proxy` has them. */
  trustProxy?: false | number | string
  /** Origins besides our own to which forms lead. */
  formAction?: readonly string[]
  signInPath?: string
  /** The languages of its pages. With more than one, people choose; absent: English. */
  languages?: readonly Language[]
  log: Log
  metrics: Metrics
  now?: () => Date
}

const MAX_PATH = 2_048

/**
 * An answer of so many bytes goes out at once (RFC 6928: ten segments). To compress it saves nobody a wait, and takes as much
 * of the processor as checking a credential.
 */
const ONE_FLIGHT_BYTES = 14_000

/** A service from its table of routes. What the table does not name is refused, and every refusal is a problem. */
export function createService(options: ServiceOptions): Express {
  const { name, baseUrl, log, metrics, formAction = [], languages = ['en'], now = () => new Date() } = options
  const cookieName = cookieNameOf(name, baseUrl)
  const builtIn = builtInRoutes({
    checks: options.checks ?? {},
    metrics,
    document: () => (document ??= describeApi(described)),
    apiPage: options.pages.api,
  })
  const routes = [...options.routes, ...builtIn]
  const described = { title: `Skills Passport ${name}`, version: options.version, baseUrl, cookieName, routes }
  let document: Promise<OpenApiDocument> | undefined
  const parts: HandleParts = {
    baseUrl,
    formAction,
    signInPath: options.signInPath ?? '/sign-in',
    languages,
    sessions: options.sessions && sessionHandler(name, baseUrl, options.sessions),
    apiKey: options.apiKey,
    problemPage: options.pages.problem,
    log,
    now,
  }

  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', false)
  app.set('case sensitive routing', true)
  app.set('trust proxy', options.trustProxy ?? false)
  app.use(observe(log, metrics))
  app.use(securityHeaders(baseUrl, formAction))
  app.use(refuseOddPaths)
  app.use(compression({ threshold: ONE_FLIGHT_BYTES }))
  if (options.staticFiles) app.use(serveStatic(options.staticFiles))
  if (languages.length > 1) app.use(keepChoices(baseUrl))
  const pages = new Set(routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])))
  for (const route of routes) app[lower(route.method)](route.path, handle(route, parts, pages.has(route.path)))
  for (const [path, those] of byPath(routes)) app.all(path, refuseMethod(those))
  app.use(() => {
    throw new PassportError(
      'request.notFound',
      'There is nothing at this address. Check it, or start from the first page.',
    )
  })
  const answerError: express.ErrorRequestHandler = (error, request, response, _next) => {
    forReader(readerOf(request, languages, '/'), () =>
      sendProblem(request, response, error, { page: parts.problemPage, log }),
    )
  }
  app.use(answerError)
  return app
}

/** Counts and logs each answer, by route: the address itself is not written down, since it may hold a token. */
function observe(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - start)
      const { route = 'none', code } = response.locals
      const labels = { method: request.method, route: String(route), status: response.statusCode }
      metrics.request(labels, milliseconds / 1_000)
      log.info('request', { ...labels, milliseconds, ...(code === undefined ? {} : { code: String(code) }) })
    })
    next()
  }
}

const refuseOddPaths: RequestHandler = (request, _response, next) => {
  const path = request.path
  if (path.length > MAX_PATH) throw new PassportError('request.malformed', 'The address is too long.')
  if (decodeURIComponent(path).includes('\0')) {
    throw new PassportError('request.malformed', 'The address contains a NUL character.')
  }
  next()
}

function serveStatic(files: ReadonlyMap<string, StaticFile>): RequestHandler {
  return (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined
    if (file === undefined) return next()
    response.locals.route = 'static'
    response.setHeader('Content-Type', file.contentType)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('ETag', file.etag)
    response.send(Buffer.from(file.bytes))
  }
}

function refuseMethod(routes: readonly Route[]): RequestHandler {
  const methods = routes.map(({ method }) => method)
  const allow = [...new Set(methods.includes('GET') ? ['HEAD', ...methods] : methods)].sort().join(', ')
  const open = routes.filter(({ crossOrigin }) => crossOrigin).map(({ method }) => method)
  return (request, response) => {
    response.setHeader('Allow', allow)
    response.locals.route = routes[0]?.path
    // Fetch Standard §4.8: what a browser asks before a page of another site may call us.
    if (request.method === 'OPTIONS' && open.length > 0 && request.get('access-control-request-method') !== undefined) {
      allowOtherSites(response)
      response.setHeader('Access-Control-Allow-Methods', open.join(', '))
      response.setHeader('Access-Control-Allow-Headers', 'accept, authorization, content-type, idempotency-key')
      response.setHeader('Access-Control-Max-Age', '600')
      return void response.status(204).end()
    }
    throw new PassportError('method.notAllowed', `Allowed here: ${allow}.`)
  }
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  return Map.groupBy(routes, ({ path }) => path)
}

function lower(method: Route['method']): 'get' | 'post' | 'put' | 'patch' | 'delete' {
  const names = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const
  return names[method]
}
