import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { World } from '../world.ts'

const MAX_BYTES = 256 * 1024

/** A document is asked for again after five minutes; if its server is down, the copy we have speaks for a day (K-12). */
const MAX_AGE_SECONDS = 5 * 60
const MAX_STALE_MS = 24 * 60 * 60 * 1000

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/
const PORT = /^[1-9]\d{0,4}$/

/**
 * The address of a did:web's document (did:web §3.2). Refuses what is not exactly one host and plain path segments;
 * `http` is used only for loopback hosts, and only where the setting allows it.
 */
export function didWebUrl(did: string, allowLoopback: boolean): string {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':')
  const [name = '', port, ...rest] = host.split(/%3A/i)
  const labels = name.split('.')
  const wellFormed =
    rest.length === 0 &&
    labels.every((label) => LABEL.test(label.toLowerCase())) &&
    (port === undefined || PORT.test(port)) &&
    path.every((segment) => /^[A-Za-z0-9._~-]+$/.test(segment) && !/^\.+$/.test(segment))
  if (!wellFormed) throw new PassportError('did.invalid', 'This did:web is not well formed.')
  const loopback = allowLoopback && (name === 'localhost' || name === '127.0.0.1')
  const origin = `${loopback ? 'http' : 'https'}://${name.toLowerCase()}${port === undefined ? '' : `:${port}`}`
  return path.length === 0 ? `${origin}/.well-known/did.json` : `${origin}/${path.join('/')}/did.json`
}

/** Gets the document of a did:web through the guarded fetch it is handed. Throws `did.*`. */
export async function resolveDidWeb(
  did: string,
  world: Pick<World, 'load' | 'allowLoopback' | 'now'>,
): Promise<JsonObject> {
  const url = didWebUrl(did, world.allowLoopback)
  const load = (from: string) => world.load(from, { maxAgeSeconds: MAX_AGE_SECONDS, maxBytes: MAX_BYTES })
  try {
    // On loopback a service may speak either; elsewhere it is https alone.
    const secure = url.replace(/^http:/, 'https:')
    const { bytes, asOf } = await load(url).catch((error) => (secure === url ? Promise.reject(error) : load(secure)))
    if (world.now.getTime() - asOf.getTime() > MAX_STALE_MS) {
      throw new PassportError('did.unresolvable', 'The copy of the DID document is older than a day.')
    }
    return parseJsonObject(bytes)
  } catch (cause) {
    throw new PassportError('did.unresolvable', 'The DID document could not be had.', { cause })
  }
}
