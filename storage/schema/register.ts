/** What the issuer remembers as a register: whom it recognises, who changed that, and every list that it signed. */
export interface RegisterTables {
  register: RegisterTable
  register_entry: RegisterEntryTable
  register_facet: RegisterFacetTable
  register_change: RegisterChangeTable
  register_version: RegisterVersionTable
  register_document: RegisterDocumentTable
}

/** One issuer's register. Whoever changes it takes this row first, so changes stand in one line. */
export interface RegisterTable {
  issuer_id: string
  /** Counts the changes that were confirmed. */
  revision: number
  /** Up to which of them a list was signed. */
  published_revision: number
  /** The number of the newest list. PostgreSQL hands a bigint out as text. */
  sequence: number | string
  /** Where one who does not agree with an entry can turn: an e-mail or web address. */
  appeals: string | null
  begun_at: string
}

/** An entry as it was from one revision until before another; without an end it is as it is now. Nothing is deleted. */
export interface RegisterEntryTable {
  issuer_id: string
  did: string
  revision_from: number
  revision_until: number | null
  name: string
  /** The name without capitals and accents, by which it is found and sorted. */
  search: string
  body: string
  state: 'recognised' | 'suspended' | 'withdrawn' | 'closed' | 'ended' | 'notYet'
  /** When the state changes by itself, because a day comes that the entry names. */
  state_until: string | null
}

/** The levels and fields for which somebody is recognised now or was, to filter by. */
export interface RegisterFacetTable {
  issuer_id: string
  kind: 'level' | 'field'
  value: string
  did: string
}

export interface RegisterChangeTable {
  id: string
  issuer_id: string
  did: string
  name: string
  act: string
  body: string
  /** The revisions of the entries it was proposed for, by DID: of others it says nothing. */
  based_on: string
  /** `draft`: carried over, and lacks a scope. `outdated`: the entry was changed before it was confirmed. */
  state: 'draft' | 'proposed' | 'confirmed' | 'rejected' | 'outdated'
  /** For the colleague who decides. */
  note: string | null
  /** Ids of members of staff, or `system`; and in which role they were, which is all that is public. */
  proposed_by: string
  proposer_role: string
  proposed_at: string
  decided_by: string | null
  decider_role: string | null
  decided_at: string | null
  /** Which change of the register it is, once it is confirmed. */
  revision: number | null
}

/** A list as it was signed. Several can be of one revision, since a list is signed anew before it is out of date. */
export interface RegisterVersionTable {
  issuer_id: string
  sequence: number | string
  revision: number
  entries: number
  digest: string
  previous_digest: string | null
  signed: string
  /** The key that it was signed with: when that is replaced, it is signed anew. */
  key_id: string | null
  published_at: string
  next_update: string | null
  valid_until: string | null
}

/** A document that lists name by its digest: a shard, compressed, or the schema of a scope. */
export interface RegisterDocumentTable {
  issuer_id: string
  digest: string
  kind: 'shard' | 'schema'
  body: Uint8Array
}
