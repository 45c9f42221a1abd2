import { hasStatedDigests, type Load, type Loaded, type LoadOptions } from '#credential'
import { PassportError } from '#platform'
import type { GuardedFetch } from './fetch.ts'

/** Where public documents are kept, so that what was had once can still be read when its server is gone. */
export interface DocumentStore {
  find(url: string): Promise<{ body: Uint8Array; asOf: Date } | undefined>
  keep(url: string, document: { body: Uint8Array; mediaType: string; asOf: Date }): Promise<void>
}

const ACCEPT =
  'application/vc, application/did+json, application/statuslist+jwt, application/json;q=0.9, application/jwt;q=0.8, */*;q=0.1'

/**
 * Loads DID documents, status lists and trust lists for a verification: from the store while they are fresh enough, else
 * from their server, else the older copy with the time it is of. Askers of one address at one time share one request.
 */
export function createLoad({
  fetch,
  documents,
  now = () => new Date(),
}: {
  fetch: GuardedFetch
  documents: DocumentStore
  now?: () => Date
}): Load {
  const running = new Map<string, Promise<Loaded>>()

  async function ask(url: string, { maxBytes, digest }: LoadOptions): Promise<Loaded> {
    const { status, mediaType, bytes } = await fetch(url, { accept: ACCEPT, maxBytes })
    if (status >= 500) throw new PassportError('fetch.failed', 'The server is out of order.')
    if (status !== 200) throw new PassportError('fetch.status', `The server answered with status ${status}.`)
    const asOf = now()
    if (isMeant(bytes, digest)) await documents.keep(url, { body: bytes, mediaType, asOf })
    return { bytes, asOf }
  }

  function askOnce(url: string, options: LoadOptions): Promise<Loaded> {
    const { maxBytes, digest = '' } = options
    const key = `${maxBytes} ${digest} ${url}`
    const found = running.get(key)
    if (found !== undefined) return found
    const asking = ask(url, options).finally(() => running.delete(key))
    running.set(key, asking)
    return asking
  }

  return async (url, options) => {
    const { maxAgeSeconds, maxBytes, digest } = options
    const kept = await documents.find(url)
    const usable =
      kept !== undefined && kept.body.length <= maxBytes && isMeant(kept.body, digest)
        ? { bytes: kept.body, asOf: kept.asOf }
        : undefined
    if (usable !== undefined && now().getTime() - usable.asOf.getTime() < maxAgeSeconds * 1_000) return usable
    try {
      return await askOnce(url, options)
    } catch (error) {
      // Only where the server cannot be reached: what it answers with is its word, and an older one is not.
      if (usable !== undefined && error instanceof PassportError && isUnreachable(error)) return usable
      throw error
    }
  }
}

function isMeant(bytes: Uint8Array, digestMultibase: string | undefined): boolean {
  return digestMultibase === undefined || hasStatedDigests({ digestMultibase }, bytes) === true
}

function isUnreachable({ code }: PassportError): boolean {
  return code === 'fetch.failed' || code === 'fetch.timeout'
}
