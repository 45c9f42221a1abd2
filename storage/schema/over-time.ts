/** A change of a status, so that a list can be told as it was. Of two in one millisecond the later one counts. */
export interface StatusChangeTable {
  list_id: string
  changed_at: string
  position: number
  /** The status from then on: the bit, or in a list for both purposes the status itself. */
  value: number
}

/** A key that an issuer signs with no more. It stays for ever: what it signed is still about. */
export interface RetiredKeyTable {
  issuer_id: string
  /** Its place in the order of the issuer's keys, from 1, and so its name: `#key-1`. */
  number: number
  key_id: string
  /** The first moment at which it was not used any more. */
  used_until: string
  /** Why, for the issuer's staff. */
  reason: string | null
  /** Since when it may be in others' hands. */
  compromised_since: string | null
}
