import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Log } from './log.ts'
import { type Problem, problemOf } from './problem.ts'
import type { Answer, Route } from './route.ts'

/** Sends what a use case answered; to GET with an ETag, to HEAD without a body. */
export function sendAnswer(response: Response, answer: Answer): void {
  if ('redirect' in answer) {
    response.redirect(answer.status ?? 303, answer.redirect)
    return
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  response.status(answer.status ?? 200)
  if ('json' in answer) send(response, answer.contentType ?? 'application/json', JSON.stringify(answer.json))
  else if ('html' in answer) sendPage(response, answer.html)
  else send(response, answer.contentType, answer.bytes)
}

/** Sends the problem an error tells of: a page to a browser, `application/problem+json` to a program (RFC 9457 §3). */
export function sendProblem(
  request: Request,
  response: Response,
  error: unknown,
  { page, log, members }: { page: (problem: Problem) => string; log: Log; members?: Route['problemMembers'] },
): void {
  const instance = `urn:uuid:${randomUUID()}`
  const problem = problemOf(error, instance)
  if (problem.status >= 500) {
    const route = String(response.locals.route ?? 'none')
    log.error('request.failed', error, { id: instance, code: problem.code, method: request.method, route })
  }
  response.locals.code = problem.code
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.status(problem.status).setHeader('Cache-Control', 'no-store')
  if (problem.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(problem.retryAfterSeconds))
  else if (problem.status === 503) response.setHeader('Retry-After', '5')
  if (wantsHtml(request)) sendPage(response, page(problem))
  else {
    const more = typeof members === 'function' ? members(problem) : members
    send(response, 'application/problem+json', JSON.stringify({ ...problem, ...more }))
  }
}

/** Whether the asker would rather have a page than JSON; one who does not say gets JSON. */
export function wantsHtml(request: Request): boolean {
  return request.accepts(['application/json', 'text/html']) === 'text/html'
}

/** A page is another one for readers of another language or nation, and caches are told so. */
function sendPage(response: Response, html: string): void {
  response.vary('Accept-Language').vary('Cookie')
  send(response, 'text/html; charset=utf-8', html)
}

/** As bytes, because Express would add a charset to types that have none. What was posted for is asked for once: it has no ETag. */
function send(response: Response, contentType: string, body: string | Uint8Array): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length)
  response.setHeader('Content-Type', contentType)
  if (response.req.method === 'GET' || response.req.method === 'HEAD') return void response.send(bytes)
  response.setHeader('Content-Length', bytes.length)
  response.end(bytes)
}
