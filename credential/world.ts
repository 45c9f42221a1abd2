import type { ContextLoader } from '#contexts'
import type { Json } from '#platform'
import type { MissingList, TrustList, TrustPolicy } from '#trust'

/** A document from elsewhere, with the time at which its server last gave it to us. */
export interface Loaded {
  bytes: Uint8Array
  asOf: Date
}

/**
 * Gets a public document. It may answer from a store of its own; if the copy is older than `maxAgeSeconds` it asks
 * the server again, and answers with the older copy only if the server cannot be reached. Throws `fetch.*`.
 */
export type Load = (url: string, options: LoadOptions) => Promise<Loaded>

export interface LoadOptions {
  maxAgeSeconds: number
  maxBytes: number
  /** The digest that it must have, as a Multibase text. What has another is not kept; it may be answered with, for whoever asked to refuse. */
  digest?: string
}

/** What was verified a moment ago, by its address and digest, so that a list is not verified anew for each credential. */
export interface Recent {
  has(key: string): boolean
  add(key: string): void
}

/** What a verifier asks of whoever presents: a fresh question, and for whom the answer is. */
export interface PresentationRequest {
  challenge?: string | undefined
  domain?: string | undefined
}

/** A file that came beside a credential. */
export interface SuppliedFile {
  name: string
  bytes: Uint8Array
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
  /**
   * Remembers a version of a status list, or of a trust list that another leads to, by its address and the time it is of,
   * unless a later one was seen there before; answers whether none was.
   */
  isNewestList?: (url: string, version: Date) => Promise<boolean>
  /** What whoever presents it was asked, so that an old presentation cannot be shown again (VC Data Integrity §2.1). */
  asked?: PresentationRequest
  /** Whether a holder's own copy of a selectively disclosable credential is taken: by its issuer and by its holder's wallet. */
  asHolder?: boolean
  /** What whoever checks knows of the person: an e-mail address or a name, to be compared with whom it is about. */
  recipient?: string
  /** Files that came beside the credential, as evidence for it. */
  supplied?: readonly SuppliedFile[]
  /** The evidence that the credential is in its issuer's log, as it came beside it; not read yet. */
  issueLogEvidence?: Json | undefined
  /** Gets a file of evidence, where whoever checks asked for that. Throws `fetch.*`. */
  fetchEvidence?: (url: string) => Promise<Uint8Array>
  /** How many credentials this one is inside of. */
  depth?: number
  /** Whether it is an endorsement that is carried with what it is about. */
  isCarried?: boolean
  /** Verified lists of recognised issuers, those that could not be had, and how they are weighed (`any` if not stated). */
  trustLists: readonly TrustList[]
  unavailableLists: readonly MissingList[]
  trustPolicy?: TrustPolicy
}
