import { PassportError, parseJson, parseJsonObject } from '#platform'
import { claimOffer, SHARE_INVITATION, shareInvitation } from '#protocol'
import type { Fetched, GuardedFetch } from '#server'
import { mediaTypeOf, readThing, type Thing } from './read.ts'

const ACCEPT =
  'application/vc, application/vp, application/vc+jwt, application/json;q=0.9, application/jwt;q=0.8, image/png;q=0.5, image/svg+xml;q=0.5'
const MAX_BYTES = 1024 * 1024

/**
 * Opens a link: the credential that is there, or what somebody shares there, which spends one use. Throws `fetch.*` and
 * `share.*` where there is nothing to be had now, and `media.unsupported` where there is something else.
 */
export async function openLink(url: string, fetch: GuardedFetch): Promise<Thing> {
  const found = await ask(url, fetch, 'GET')
  return isJsonOf(shareInvitation, found) ? read(await ask(url, fetch, SHARE_INVITATION.method)) : read(found)
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

function read(found: Fetched): Thing {
  const { bytes, mediaType } = found
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') {
    throw new PassportError(
      'media.unsupported',
      'The link leads to a web page, not to a credential. Look there for a link to share or a file to download.',
    )
  }
  if (isJsonOf(claimOffer, found)) {
    throw new PassportError('media.unsupported', 'This is a link to claim a credential: open it in a wallet first.')
  }
  const isNamed = mediaType !== '' && mediaType !== 'application/octet-stream'
  const thing = readThing(bytes, isNamed ? mediaType : mediaTypeOf(bytes))
  if (thing.kind === 'link') throw new PassportError('media.unsupported', 'The link leads only to another link.')
  return thing
}

/** Whether an answer is one of our own messages, and so nothing to be checked. */
function isJsonOf(message: typeof claimOffer | typeof shareInvitation, { bytes, mediaType }: Fetched): boolean {
  return mediaType === 'application/json' && message.safeParse(parseJson(bytes)).success
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
