import type { JsonObject } from '#platform'
import type { TrustList } from '../model.ts'

/** Where a list is from, and what is known of it besides its content. */
export interface ListSource {
  url: string
  asOf: Date
  /** SHA-256 of the list as it was signed, as a Multibase text. */
  digest: string
}

/** A part of a large list, which the signed list names by its digest. */
export interface ShardReference {
  url: string
  digest: string
}

/** A list as far as its signed document says it: its large parts, and the lists of others that it leads to, are yet to be had. */
export interface ReadList {
  list: TrustList
  /** What its parts call it. */
  id: string
  shards: readonly ShardReference[]
}

/**
 * One format of trust lists. What it reads was verified before: that the signature holds and whose it is. A list is not
 * trusted in part, so an entry that cannot be read makes the whole list unreadable (`trust.*`).
 */
export interface TrustListCodec {
  /** Whether a verified document is of this format. */
  reads(document: JsonObject): boolean
  read(document: JsonObject, source: ListSource): ReadList
  /** The list with the entries of its shards, given in the order of `shards`, whose digests hold. */
  withShards(list: ReadList, shards: readonly Uint8Array[]): TrustList
}
