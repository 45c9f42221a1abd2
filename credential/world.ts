import type { ContextLoader } from '#contexts'
import type { TrustList } from '#trust'

/** A document from elsewhere, with the time at which its server last gave it to us. */
export interface Loaded {
  bytes: Uint8Array
  asOf: Date
}

/**
 * Gets a public document. It may answer from a store of its own; if the copy is older than `maxAgeSeconds` it asks
 * the server again, and answers with the older copy only if the server cannot be reached. Throws `fetch.*`.
 */
export type Load = (url: string, options: { maxAgeSeconds: number; maxBytes: number }) => Promise<Loaded>

/** What was verified a moment ago, by its address and digest, so that a list is not verified anew for each credential. */
export interface Recent {
  has(key: string): boolean
  add(key: string): void
}

/** All that a verification needs from outside. Nothing below reads a clock, a disk or a network by itself. */
export interface World {
  /** The real time. */
  now: Date
  /** The time to check for, where it is not now. */
  at?: Date
  contexts: ContextLoader
  load: Load
  /** Whether did:web may mean plain http on loopback, as `ALLOW_LOOPBACK_FETCH` says. */
  allowLoopback: boolean
  /** How old a status list may be before its server is asked again, in seconds. */
  statusMaxAgeSeconds: number
  verified: Recent
  /** Whether a holder's own copy of a selectively disclosable credential is taken: by its issuer and by its holder's wallet. */
  asHolder?: boolean
  /** Verified lists of recognised issuers, and the addresses of those that could not be had. */
  trustLists: readonly TrustList[]
  unavailableLists: readonly string[]
}
