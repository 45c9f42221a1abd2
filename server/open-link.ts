import { PassportError, parseJson, parseJsonObject } from '#platform'
import { SHARE_INVITATION, shareInvitation } from '#protocol'
import type { Fetched } from './exchange.ts'
import type { GuardedFetch } from './fetch.ts'

const ACCEPT =
  'application/vc, application/vp, application/vc+jwt, application/json;q=0.9, application/jwt;q=0.8, image/png;q=0.5, image/svg+xml;q=0.5'
const MAX_BYTES = 1024 * 1024

/**
 * Opens a link: what is there, or what somebody shares there, which spends one use. Throws `fetch.*` and `share.*` where there
 * is nothing to be had now.
 */
export async function openSharedLink(url: string, fetch: GuardedFetch): Promise<Fetched> {
  const found = await ask(url, fetch, 'GET')
  return isInvitation(found) ? await ask(url, fetch, SHARE_INVITATION.method) : found
}

async function ask(url: string, fetch: GuardedFetch, method: 'GET' | 'POST'): Promise<Fetched> {
  const answer = await fetch(withoutFragment(url), { method, accept: ACCEPT, maxBytes: MAX_BYTES })
  if (answer.status >= 200 && answer.status < 300) return answer
  const code = codeOf(answer)
  if (answer.status === 410 || code === 'share.ended') {
    throw new PassportError('share.ended', 'What this link shared is no longer shared.')
  }
  if (code === 'share.notFound') throw new PassportError('share.notFound', 'Nothing is shared under this link.')
  if (answer.status >= 500) throw new PassportError('fetch.failed', 'The server is out of order.')
  throw new PassportError('fetch.status', `The server answered with status ${answer.status}.`)
}

function isInvitation({ bytes, mediaType }: Fetched): boolean {
  return mediaType === 'application/json' && shareInvitation.safeParse(parseJson(bytes)).success
}

/** The code of a problem (RFC 9457), where the answer is one. */
function codeOf({ bytes, mediaType }: Fetched): unknown {
  if (mediaType !== 'application/problem+json') return undefined
  try {
    return parseJsonObject(bytes).code
  } catch {
    return undefined
  }
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url
}
