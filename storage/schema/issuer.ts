import type { SecuringSuite, SigningAlgorithm } from '#credential'
import type { RetiredKeyTable, StatusChangeTable } from './over-time.ts'

/** What the issuer remembers. Every table but those that only join two others carries its issuer, and every query names it. */
export interface IssuerTables {
  issuer: IssuerTable
  staff: StaffTable
  api_key: ApiKeyTable
  achievement: AchievementTable
  published_list: PublishedListTable
  status_index: StatusIndexTable
  status_change: StatusChangeTable
  retired_key: RetiredKeyTable
  credential: CredentialTable
  claim: ClaimTable
  import_mapping: ImportMappingTable
  batch: BatchTable
  batch_piece: BatchPieceTable
  batch_row: BatchRowTable
  dependency: DependencyTable
  credential_dependency: CredentialDependencyTable
  suspension: SuspensionTable
  suspension_hold: SuspensionHoldTable
  issue_log: IssueLogTable
  log_leaf: LogLeafTable
  log_node: LogNodeTable
  log_checkpoint: LogCheckpointTable
}

export interface IssuerTable {
  /** The slug in addresses: `/issuers/{id}`. */
  id: string
  did: string
  name: string
  profile: string
  suite: SecuringSuite
  algorithm: SigningAlgorithm
  /** The key that it signs with now; `retired_key` has those from before. */
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
 * A list that is published signed: status lists, one for each purpose or, of SD-JWT VCs, one for both (`token`); and
 * (`recognition`) the list of recognised issuers of a version before registers.
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
  /** Without it nobody can tell what the leaf in the issue log is of: empty once its person was erased. */
  commitment_salt: string
  /** What stands in the issue log for it; empty until it is issued. */
  commitment: string
  intended_at: string
  issued_at: string | null
  status: 'valid' | 'suspended' | 'revoked'
  status_reason: string | null
  status_changed_at: string | null
  /** When the person's data were erased here; what the holder has stays good. */
  erased_at: string | null
  /** Whether what it depends on is written down. */
  is_traced: 0 | 1
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

/** Something on which credentials depend: what they are for, who delivered it, who assessed it. */
export interface DependencyTable {
  id: string
  issuer_id: string
  kind: 'achievement' | 'centre' | 'assessor'
  /** Its address, DID or, of those that have none, name; of an achievement of ours without the version. */
  target: string
  name: string | null
  /** The suspension that holds, if one does: nothing more is awarded then that depends on it. */
  suspension_id: string | null
}

export interface CredentialDependencyTable {
  dependency_id: string
  credential_id: string
}

/** An act by which all that depends on something was suspended; and, later, reinstated. */
export interface SuspensionTable {
  id: string
  issuer_id: string
  dependency_id: string
  /** What is at work, or what came of it. Each `telling` comes after what it tells of. */
  state: 'suspending' | 'tellingSuspended' | 'suspended' | 'lifting' | 'tellingLifted' | 'lifted'
  /** For the issuer's staff. */
  reason: string
  /** For the learner, and for whoever opens the badge's public page. */
  public_reason: string | null
  tells: 0 | 1
  /** How many credentials it changes, as it was confirmed, and how many are. */
  total: number
  done: number
  /** After which credential or address the work goes on. */
  at: string
  created_by: string
  created_at: string
  lifted_at: string | null
}

/** That a credential is suspended because of a suspension; several can hold one. */
export interface SuspensionHoldTable {
  suspension_id: string
  credential_id: string
  /** Whether the credential was valid before, so that this is what suspended it. */
  took: 0 | 1
  /** Whether the credential was valid again when this was lifted. */
  reinstated: 0 | 1
  /** When it was lifted, or the credential's status changed by hand, which ends every hold. */
  released_at: string | null
}

/** The log of what an issuer issued (RFC 9162 §2.1). */
export interface IssueLogTable {
  issuer_id: string
  /** How many leaves it has. */
  size: number
  /** Its address as its checkpoints name it, and its key: null until the first is signed. */
  url: string | null
  key_id: string | null
  /** When all that was issued before there was a log had come into it. */
  begun_at: string | null
}

/** What was issued, in its order. It stays when the person of a credential is erased: it tells nothing of them. */
export interface LogLeafTable {
  issuer_id: string
  position: number
  /** The leaf's hash, in hexadecimal. */
  hash: string
  credential_id: string
}

/** The hash over 256 nodes of the level below, of which the leaves are level 0. */
export interface LogNodeTable {
  issuer_id: string
  level: number
  position: number
  hash: string
}

export interface LogCheckpointTable {
  issuer_id: string
  size: number
  root: string
  /** The signed note. */
  text: string
  signed_at: string
}
