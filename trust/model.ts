import type { Assurance } from './assurance.ts'
import type { Scope } from './scope.ts'

/** How many lists of others may follow one from the other, and so how many steps further anybody may let others recognise. */
export const MAX_STEPS = 3

/** A trust list whose signature and signer were verified, in the words of no format. */
export interface TrustList {
  url: string
  name: string
  /** The DID of who keeps it: the owner of the scheme. */
  operator: string
  /** Counts the versions; of two the higher is the newer. */
  sequence: number
  /** SHA-256 of this version as it was signed, as a Multibase text, and of the one before; null of the first. */
  digest: string
  previousDigest: string | null
  validFrom: Date
  validUntil: Date | null
  /** By when the next version was promised, where that was. After it the list is stale. */
  nextUpdate: Date | null
  /** When this version was last had from its server. */
  asOf: Date
  /** Why a version that came after this one is not used: the code of the error; null where none was refused. */
  refused: string | null
  /** Whether whoever presented a credential handed it in. Nobody knows when they had it: `asOf` is then when it was signed. */
  isStapled: boolean
  entities: ReadonlyMap<string, RecognisedEntity>
  /** Lists of entities that may recognise others for what is theirs, by the DID of each: verified as this one was. */
  delegated: ReadonlyMap<string, TrustList>
  /** Those of them that could not be had. */
  unavailable: readonly UnavailableList[]
}

/** A list that could not be had or is not to be used, why, and what is known of it from before. */
export interface UnavailableList {
  url: string
  name: string
  /** The code of the error: `fetch.*` or `trust.*`. */
  code: string
  /** When a good version was last had, where one ever was. */
  asOf: Date | null
}

/** A version of a list, by its number and its digest. */
export type ListVersion = Pick<TrustList, 'sequence' | 'digest'>

/** One of a verifier's own lists that could not be had, with what a version of it must be, whoever hands it in. */
export interface MissingList extends UnavailableList {
  /** The DID that must have signed it. */
  signer: string
  /** Its place among all of the verifier's lists, from nought. */
  place: number
  /** The version that was seen last, where one ever was. */
  seen: ListVersion | null
}

/** Somebody on a list, known by a DID that is compared as a whole string. */
export interface RecognisedEntity {
  did: string
  name: string
  actions: readonly RecognisedAction[]
  /** The keys the list knows it by, those of the past included. An entity without any is taken at its DID document. */
  keys: readonly PinnedKey[]
  closure: Closure | null
  /** Where it logs what it issues, and under which key of the log. */
  issueLog: PinnedLog | null
  /** The list of those whom it recognises in turn. */
  recognisedIn: string | null
}

/** A log of what somebody issues, as a list knows it. */
export interface PinnedLog {
  url: string
  /** Its key, as a Multikey; never one that signs credentials. */
  key: string
  since: Date
  /** The tree that whoever keeps the list saw there last. A log's own word on its time is its keeper's; this is not. */
  seen?: { size: number; root: string; at: Date } | undefined
  /** The logs whose place this one took, as they were last seen there: what was issued in their time is in them. */
  earlier?: readonly Omit<PinnedLog, 'earlier'>[] | undefined
}

/** All the logs that a list knows of somebody: the one in use, and those whose place it took. */
export function logsOf({ issueLog }: Pick<RecognisedEntity, 'issueLog'>): Omit<PinnedLog, 'earlier'>[] {
  return issueLog === null ? [] : [issueLog, ...(issueLog.earlier ?? [])]
}

/** Whether two are one log: a log is known by its address and its key. */
export function isSameLog(one: Pick<PinnedLog, 'url' | 'key'>, other: Pick<PinnedLog, 'url' | 'key'>): boolean {
  return one.url === other.url && one.key === other.key
}

/** One thing that somebody may do, in one unbroken period. */
export interface RecognisedAction {
  action: 'issue' | 'recognise'
  from: Date
  until: Date | null
  scope: Scope
  /** The highest step of assurance that it may assert there; null where the list does not say. */
  assurance: Assurance | null
  suspensions: readonly Suspension[]
  withdrawal: Withdrawal | null
  /** Of `recognise`: how many steps further those it recognises may themselves recognise. */
  depth: number
}

export interface Suspension {
  from: Date
  until: Date | null
}

/** Recognition that was taken away for cause. Where it is retroactive nothing that was awarded before counts either. */
export interface Withdrawal {
  on: Date
  isRetroactive: boolean
  reason: string
}

export interface PinnedKey {
  /** As a Multikey. */
  key: string
  from: Date | null
  until: Date | null
  /** Why it ended, where it did. */
  reason: KeyEnd | null
}

export type KeyEnd = 'superseded' | 'closed' | 'compromised'

/** A provider that is no more: who keeps its records, and who goes on with its work. */
export interface Closure {
  on: Date
  custodian: { did: string; name: string } | null
  successor: { did: string; name: string } | null
}
