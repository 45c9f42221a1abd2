import type { ListKind } from './records/lists.ts'

/** The addresses of what the issuer publishes. Credentials carry them, so they never change. */
export const addresses = (baseUrl: string) => {
  const of = (issuerId: string) => `${baseUrl}/issuers/${issuerId}`
  return {
    issuer: of,
    issue: (issuerId: string) => `${of(issuerId)}/credentials/issue`,
    achievement: (issuerId: string, slug: string, version: number) => `${of(issuerId)}/achievements/${slug}/${version}`,
    list: (issuerId: string, kind: ListKind, number: number) =>
      kind === 'recognition' ? `${of(issuerId)}/trust-list` : `${of(issuerId)}/status/${kind}-${number}`,
    log: (issuerId: string) => `${of(issuerId)}/log`,
    badge: (credentialId: string) => `${baseUrl}/badges/${credentialId}`,
    claim: (token: string) => `${baseUrl}/claim/${token}`,
  }
}

/** A did:web for a path of our own address (did:web §3.1): a port's colon is encoded, slashes are colons. */
export function didWebFor(baseUrl: string, ...path: string[]): string {
  return ['did:web', encodeURIComponent(new URL(baseUrl).host), ...path].join(':')
}
