import type { IncomingMessage } from 'node:http'
import { PassportError } from '#platform'

/**
 * Refuses a request that a page of another site makes in the person's name. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, W3C Fetch Metadata §2.3; `Origin`, RFC 6454 §7); a request that says neither cannot come from a
 * browser's page, and passes if it carries no session either.
 */
export function refuseCrossSite(request: IncomingMessage, baseUrl: string, cookieName: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
  } else if (origin !== undefined) {
    if (origin === new URL(baseUrl).origin) return
  } else if (!carriesCookie(request, cookieName)) return
  throw new PassportError(
    'request.crossSite',
    'This request comes from another site. Open the page here and try again.',
  )
}

function carriesCookie(request: IncomingMessage, name: string): boolean {
  return (request.headers.cookie ?? '').split(';').some((cookie) => cookie.trim().startsWith(`${name}=`))
}
