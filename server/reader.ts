import type { Request, RequestHandler } from 'express'
import { LANGUAGES, type Language, NATIONS, type Reader } from '#platform'
import { wantsHtml } from './answer.ts'
import { localPath } from './sign-in.ts'

const YEAR = 365 * 24 * 60 * 60 * 1000

/** What a person can choose on any page, by the name of the query parameter and of the cookie that keeps it. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { language: LANGUAGES, nation: [...NATIONS, 'none'] }

/**
 * For whom a page is made. The language is the one that they chose here, else Welsh where their browser names it first
 * (RFC 9110 §12.5.4), else English. The nation is the one they chose, else Wales for whoever reads Welsh.
 * `here` is where another choice leads back to; null where none may.
 */
export function readerOf(request: Request, languages: readonly Language[], here: string | null): Reader {
  if (languages.length < 2) return { language: 'en', nation: null, here: null }
  const chosen = cookiesIn(request.get('cookie'))
  const language = oneOf(languages, chosen.get('language')) ?? firstChoice(request)
  const nation = chosen.get('nation')
  const known = oneOf(NATIONS, nation) ?? (nation === undefined && language === 'cy' ? 'WLS' : null)
  return { language, nation: known, here: here === null ? null : localPath(here) }
}

/**
 * Keeps what a page is asked for with `?language=cy` or `?nation=SCT` in a cookie that says that and no more, and leads to
 * the page itself. It needs no script and no session.
 */
export function keepChoices(baseUrl: string): RequestHandler {
  const secure = baseUrl.startsWith('https:')
  return (request, response, next) => {
    const at = request.originalUrl.indexOf('?')
    if (at < 0 || request.method !== 'GET' || !wantsHtml(request)) return next()
    const asked = new URLSearchParams(request.originalUrl.slice(at))
    const kept = Object.entries(CHOICES).flatMap(([name, values]) => {
      const value = oneOf(values, asked.get(name) ?? undefined)
      return value === undefined ? [] : [{ name, value }]
    })
    if (kept.length === 0) return next()
    for (const { name, value } of kept) {
      asked.delete(name)
      response.cookie(name, value, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure })
    }
    response.setHeader('Cache-Control', 'no-store')
    response.redirect(303, localPath(asked.size === 0 ? request.path : `${request.path}?${asked}`))
  }
}

function firstChoice(request: Request): Language {
  const [first = ''] = request.acceptsLanguages()
  return /^cy(?:-|$)/i.test(first) ? 'cy' : 'en'
}

function cookiesIn(header = ''): Map<string, string> {
  return new Map(
    header.split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=')
      return [name.trim(), value.trim()]
    }),
  )
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | undefined {
  return values.find((one) => one === value)
}
