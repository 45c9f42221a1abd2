import type { IncomingMessage } from 'node:http'
import { PassportError } from '#platform'

/**
 * Refuses a request that a page of another site makes in the person's name. Browsers say where a request comes from, with
 * every POST and whether a page wants it or not (`Sec-Fetch-Site`, W3C Fetch Metadata §2.3; `Origin`, Fetch §3.2): one
 * that says neither comes from a program that was given the cookie on purpose. Behind this stands SameSite=Lax.
 */
export function refuseCrossSite(request: IncomingMessage, baseUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isOurs =
    site === undefined
      ? origin === undefined || origin === new URL(baseUrl).origin
      : site === 'same-origin' || site === 'none'
  if (isOurs) return
  throw new PassportError(
    'request.crossSite',
    'This request comes from another site. Open the page here and try again.',
  )
}
