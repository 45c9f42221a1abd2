import type { CredentialSummary } from '#credential'

/** How much of either end is kept. */
const HEAD = 18
const TAIL = 6

/** A long identifier without its middle. Only for show: two may look alike. */
export function shorten(text: string): string {
  return text.length <= HEAD + TAIL + 1 ? text : `${text.slice(0, HEAD)}…${text.slice(-TAIL)}`
}

export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address)
}

/** A body as people read it: by the name that the credential gives it, else by so much of its address as says who it is. */
export function bodyInWords(id: string, knownNames: CredentialSummary['knownNames'] = {}): string {
  const name = Object.hasOwn(knownNames, id) ? knownNames[id] : undefined
  return name ?? hostOf(id) ?? (isIdentifier(id) ? shorten(id) : id)
}

/** Whether a text is an identifier (RFC 3986, DID Core) and not a name. */
export function isIdentifier(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)
}

/** Whether a credential names its own issuer as (one of) the awarding bodies, or names somebody else, or nobody. */
export function awardingBodies({ awardedBy, issuer }: Pick<CredentialSummary, 'awardedBy' | 'issuer'>): {
  isIssuer: boolean
  others: string[]
} {
  const isOwn = (body: string) => body === issuer.id || body === issuer.name
  return { isIssuer: awardedBy.some(isOwn), others: awardedBy.filter((body) => !isOwn(body)) }
}

/** The website of a web address, or of a DID that is one (did:web), without what is only for browsers. */
function hostOf(id: string): string | undefined {
  const [, host = '', path = ''] = /^did:web:([^:#?/]+)((?::[^:#?/]+)*)$/.exec(id) ?? []
  const address = host === '' ? id : `https://${decoded(host)}${path.replaceAll(':', '/')}`
  if (!isWeb(address) || !URL.canParse(address)) return undefined
  const { host: place, pathname } = new URL(address)
  return shorten(`${place}${pathname === '/' ? '' : pathname}`)
}

function decoded(host: string): string {
  try {
    return decodeURIComponent(host)
  } catch {
    return host
  }
}
