import type { SecuringSuite, SigningAlgorithm } from '#credential'

/** What the issuer remembers. Every table but `status_index` carries its issuer, and every query names it. */
export interface IssuerTables {
  issuer: IssuerTable
  staff: StaffTable
  api_key: ApiKeyTable
  achievement: AchievementTable
  published_list: PublishedListTable
  status_index: StatusIndexTable
  credential: CredentialTable
  claim: ClaimTable
  import_mapping: ImportMappingTable
  batch: BatchTable
  batch_piece: BatchPieceTable
  batch_row: BatchRowTable
  recognised_issuer: RecognisedIssuerTable
}

export interface IssuerTable {
  /** The slug in addresses: `/issuers/{id}`. */
  id: string
  did: string
  name: string
  profile: string
  suite: SecuringSuite
  algorithm: SigningAlgorithm
  key_id: string
  did_method: 'key' | 'web'
  with_status: 0 | 1
  created_at: string
}

export interface StaffTable {
  id: string
  issuer_id: string
  /** Null for the first one, who came by a sign-in link and has not said yet. */
  email: string | null
  name: string
  role: 'admin' | 'issuer' | 'viewer'
  created_at: string
  /** When it was shown that the address is theirs: the operator said so, or they entered a code that was sent there. */
  email_proven_at: string | null
}

export interface ApiKeyTable {
  id: string
  issuer_id: string
  /** The keyed hash under which the key is found; the key itself is shown once and kept nowhere. */
  lookup: string
  name: string
  created_at: string
  revoked_at: string | null
}

/** One version of an achievement. What was awarded keeps pointing at the version it was awarded under. */
export interface AchievementTable {
  id: string
  issuer_id: string
  slug: string
  version: number
  body: string
  created_at: string
  retired_at: string | null
}

/**
 * A list that is published signed: status lists, one for each purpose or, of SD-JWT VCs, one for both (`token`); and the list
 * of issuers that this one recognises.
 */
export interface PublishedListTable {
  id: string
  issuer_id: string
  kind: 'revocation' | 'suspension' | 'token' | 'recognition'
  /** Lists of one issuer and kind are counted from 1; a full one is followed by the next. */
  number: number
  length: number
  /** Grows with every change. What was signed for an older one is not published. */
  version: number
  /** The list as signed for this version; null between a change and its signature. */
  signed: string | null
  valid_from: string | null
  valid_until: string | null
}

/** A position of a status list that is taken. Its primary key is what makes sure that it is taken once. */
export interface StatusIndexTable {
  list_id: string
  position: number
  credential_id: string
  /** The bit; in a list for both purposes, whether there is anything to say. */
  is_set: 0 | 1
}

export interface CredentialTable {
  /** Our own id, also in the address of its public page. */
  id: string
  issuer_id: string
  /** The `id` that the credential itself states; issued twice, it is there twice. */
  credential_id: string | null
  achievement_id: string | null
  batch_id: string | null
  /** The row of the batch, so that a row is issued once however often its batch is begun. */
  batch_row: number | null
  title: string
  recipient_name: string | null
  recipient_email: string | null
  state: 'intended' | 'issued' | 'failed'
  unsigned: string
  signed: string | null
  commitment_salt: string
  commitment: string
  intended_at: string
  issued_at: string | null
  status: 'valid' | 'suspended' | 'revoked'
  status_reason: string | null
  status_changed_at: string | null
  /** When the person's data were erased here; what the holder has stays good. */
  erased_at: string | null
}

export interface ClaimTable {
  token_hash: string
  issuer_id: string
  credential_id: string
  expires_at: string
  claimed_at: string | null
  /** A hash of whoever claimed it, so that their own retry is answered and another's is not. */
  claimant_hash: string | null
}

/** How the columns of a provider's export map to what we need, saved for the next time. */
export interface ImportMappingTable {
  issuer_id: string
  name: string
  mapping: string
  updated_at: string
}

/** An uploaded file of awards, and how far its issue is. */
export interface BatchTable {
  id: string
  issuer_id: string
  achievement_id: string
  /**
   * `arriving`: not whole yet; `uploaded`: to be read, or `refused` then; `read`: waits for its columns; `checking` and `checked`: its rows;
   * `running` and `done`: their award.
   */
  state: 'arriving' | 'uploaded' | 'refused' | 'read' | 'checking' | 'checked' | 'running' | 'done'
  file_name: string
  /** The file as text, of an upload from before it was kept in pieces. */
  content: string
  /** The names of its columns, once it is read. */
  columns: string | null
  /** Why it could not be read. */
  refusal: string | null
  /** How many rows can be awarded, and how many cannot, once they are checked. */
  good: number
  bad: number
  /** Which column is what, once that was said. */
  mapping: string | null
  /** How far the work is that the state names. */
  total: number
  done: number
  /** Rows that could not be signed after all, with the reason. */
  failures: string
  created_by: string
  created_at: string
}

/** A piece of an uploaded file, until it is read. */
export interface BatchPieceTable {
  batch_id: string
  number: number
  text: string
}

/** A row of an uploaded file, and what was found when it was checked. */
export interface BatchRowTable {
  batch_id: string
  /** As a spreadsheet counts. */
  row: number
  /** An empty list once its person was erased. */
  cells: string
  /** Who is awarded what, where the row is good. */
  recipient: string | null
  /** Why it cannot be awarded, or could not after all. */
  problems: string | null
}

/** An issuer that this one recognises, by its exact DID. */
export interface RecognisedIssuerTable {
  issuer_id: string
  did: string
  name: string
  recognised_from: string
  recognised_until: string | null
}
