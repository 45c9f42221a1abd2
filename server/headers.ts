import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * The headers that keep a page to itself: only our own scripts, styles, pictures and fonts, no frames, no referrer, no
 * guessing of types. `formAction` names the origins besides our own to which forms lead; browsers apply it to
 * redirects after a form too (CSP3 §6.5.1).
 */
export function securityHeaders(baseUrl: string, formAction: readonly string[]): RequestHandler {
  const isHttps = baseUrl.startsWith('https:')
  const protect = helmet({
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
  const policy = contentSecurityPolicy(formAction)
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
    )
    protect(request, response, next)
  }
}

/** The policy for pages, with the origins to which their forms may lead. */
export function contentSecurityPolicy(formAction: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action ${["'self'", ...formAction].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
