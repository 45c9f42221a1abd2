import { PassportError, parseJson } from '#platform'
import { claimOffer } from '#protocol'
import { type Fetched, type GuardedFetch, openSharedLink } from '#server'
import { mediaTypeOf, readThing, type Thing } from './read.ts'

/**
 * Opens a link: the credential that is there, or what somebody shares there, which spends one use. Throws `fetch.*` and
 * `share.*` where there is nothing to be had now, and `media.unsupported` where there is something else.
 */
export async function openLink(url: string, fetch: GuardedFetch): Promise<Thing> {
  return read(await openSharedLink(url, fetch))
}

function read(found: Fetched): Thing {
  const { bytes, mediaType } = found
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') {
    throw new PassportError(
      'media.unsupported',
      'The link leads to a web page, not to a credential. Look there for a link to share or a file to download.',
    )
  }
  if (isClaimOffer(found)) {
    throw new PassportError('media.unsupported', 'This is a link to claim a credential: open it in a wallet first.')
  }
  const isNamed = mediaType !== '' && mediaType !== 'application/octet-stream'
  const thing = readThing(bytes, isNamed ? mediaType : mediaTypeOf(bytes))
  if (thing.kind === 'link') throw new PassportError('media.unsupported', 'The link leads only to another link.')
  return thing
}

/** Whether an answer is one of our own messages, and so nothing to be checked. */
function isClaimOffer({ bytes, mediaType }: Fetched): boolean {
  return mediaType === 'application/json' && claimOffer.safeParse(parseJson(bytes)).success
}
