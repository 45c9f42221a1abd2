import type { StatusListKind } from './records/lists.ts'

/** The addresses of what the issuer publishes. Credentials carry them, so they never change. */
export const addresses = (baseUrl: string) => {
  const of = (issuerId: string) => `${baseUrl}/issuers/${issuerId}`
  return {
    issuer: of,
    issue: (issuerId: string) => `${of(issuerId)}/credentials/issue`,
    achievement: (issuerId: string, slug: string, version: number) => `${of(issuerId)}/achievements/${slug}/${version}`,
    list: (issuerId: string, kind: StatusListKind, number: number) => `${of(issuerId)}/status/${kind}-${number}`,
    trustList: (issuerId: string) => `${of(issuerId)}/trust-list`,
    scopeSchema: (issuerId: string, digest: string) => `${of(issuerId)}/trust-list/schemas/${digest}`,
    shard: (issuerId: string, digest: string) => `${of(issuerId)}/trust-list/shards/${digest}`,
    register: (issuerId: string) => `${of(issuerId)}/register`,
    log: (issuerId: string) => `${of(issuerId)}/log`,
    badge: (credentialId: string) => `${baseUrl}/badges/${credentialId}`,
    claim: (token: string) => `${baseUrl}/claim/${token}`,
  }
}

/** A did:web for a path of our own address (did:web §3.1): a port's colon is encoded, slashes are colons. */
export function didWebFor(baseUrl: string, ...path: string[]): string {
  return ['did:web', encodeURIComponent(new URL(baseUrl).host), ...path].join(':')
}
