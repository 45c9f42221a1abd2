import { type JsonObject, PassportError } from '#platform'
import type { World } from '../world.ts'
import { loadKeyDocument } from './load.ts'

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
  // On loopback a service may speak either; elsewhere it is https alone.
  const secure = url.replace(/^http:/, 'https:')
  return loadKeyDocument(url, world).catch((error) =>
    secure === url ? Promise.reject(error) : loadKeyDocument(secure, world),
  )
}
