import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { PassportError } from '#platform'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

/** Finds all addresses of a name. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>

/** An address that may be fetched, and the only network addresses to which the connection may go. */
export interface Target {
  url: URL
  /** The host without the brackets of IPv6. */
  hostname: string
  isLoopback: boolean
  addresses: LookupAddress[]
}

const blocked = (message: string) => new PassportError('fetch.blocked', message)

/** Reads an address; refuses all but https on port 443, and, if loopback is allowed, http and https on loopback. */
export function parseTarget(text: string, allowLoopback: boolean): Omit<Target, 'addresses'> {
  const url = URL.canParse(text) && text.length <= 2_048 ? new URL(text) : undefined
  if (url === undefined) throw blocked('This is not an address that can be fetched.')
  if (url.username !== '' || url.password !== '') throw blocked('The address contains a user name.')
  const hostname = hostnameOf(url)
  const isLoopback = isLoopbackName(hostname)
  if (isLoopback && allowLoopback && (url.protocol === 'http:' || url.protocol === 'https:')) {
    return { url, hostname, isLoopback }
  }
  if (url.protocol !== 'https:') throw blocked('Only https addresses are fetched.')
  if (url.port !== '') throw blocked('Only port 443 is fetched from.')
  if (isLoopback || hostname.endsWith('.') || (isIP(hostname) === 0 && !hostname.includes('.'))) {
    throw blocked('The address is not a public one.')
  }
  return { url, hostname, isLoopback: false }
}

/**
 * Resolves the name once. Every address in the answer must be public, or nothing is fetched: one private address
 * among public ones is how a name is rebound to our own network.
 */
export async function resolveTarget(target: Omit<Target, 'addresses'>, lookup: Lookup): Promise<Target> {
  const addresses = await addressesOf(target, lookup)
  const isAllowed = target.isLoopback ? isLoopbackAddress : isPublicAddress
  if (!addresses.every(({ address }) => isAllowed(address))) throw blocked('The address is not a public one.')
  return { ...target, addresses }
}

async function addressesOf(
  { hostname, isLoopback }: Omit<Target, 'addresses'>,
  lookup: Lookup,
): Promise<LookupAddress[]> {
  const family = isIP(hostname)
  if (family !== 0) return [{ address: hostname, family }]
  // RFC 6761 §6.3: these names are loopback, whatever a server says.
  if (isLoopback) {
    return [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]
  }
  try {
    const found = await lookup(hostname)
    if (found.length > 0) return found
  } catch (cause) {
    throw new PassportError('fetch.failed', `The name ${hostname} cannot be found.`, { cause })
  }
  throw new PassportError('fetch.failed', `The name ${hostname} has no address.`)
}

/** Whether an address leads back to this machine. */
export function isLoopbackUrl(text: string): boolean {
  return URL.canParse(text) && isLoopbackName(hostnameOf(new URL(text)))
}

/** The host without the brackets of IPv6. */
function hostnameOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isLoopbackAddress(hostname)
}
