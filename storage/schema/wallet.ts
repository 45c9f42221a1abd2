/**
 * What the wallet remembers. All that tells something of a person is sealed under that person's own data key, which is
 * kept wrapped in `account`: without that row the rest is noise.
 */
export interface WalletTables {
  account: AccountTable
  held_credential: HeldCredentialTable
  claim_attempt: ClaimAttemptTable
  share: ShareTable
  share_view: ShareViewTable
  transfer_file: TransferFileTable
  transfer_block: TransferBlockTable
  import_result: ImportResultTable
  personal_record: PersonalRecordTable
  help_session: HelpSessionTable
  handover: HandoverTable
}

export interface AccountTable {
  id: string
  /** The keyed hash of the address, to find the account at sign-in. */
  email_lookup: string
  email: Uint8Array
  name: Uint8Array | null
  wrapped_data_key: Uint8Array
  created_at: string
}

export interface HeldCredentialTable {
  id: string
  account_id: string
  /** The credential exactly as it was received. */
  body: Uint8Array
  /** The keyed hash of the body: the same credential is held once. */
  digest: string
  securing: 'data-integrity' | 'vc-jwt' | 'sd-jwt' | 'open-badges-2' | 'none'
  /** `undecided`: it is not genuine, and its holder has not said whether to keep it. It is shown nowhere else. */
  state: 'held' | 'undecided'
  /** What the last check found, and when. */
  checked: Uint8Array
  received_at: string
  /** The evidence that it is in its issuer's log, where some came along. */
  log_evidence: Uint8Array | null
}

/** A claim that was begun: its secret, so that a credential whose delivery failed can be asked for again. */
export interface ClaimAttemptTable {
  id: string
  account_id: string
  /** The keyed hash of the link. */
  link_lookup: string
  /** The link and the claimant's secret. */
  body: Uint8Array
  created_at: string
}

export interface ShareTable {
  id: string
  account_id: string
  token_hash: string
  /** Which credentials are shared, and the link's token, so that its holder can show the link again. */
  manifest: Uint8Array
  audience: Uint8Array
  expires_at: string
  /** Null where the number of uses is not limited. */
  uses_allowed: number | null
  uses_left: number | null
  withdrawn_at: string | null
  created_at: string
}

export interface ShareViewTable {
  id: string
  share_id: string
  at: string
  detail: Uint8Array
}

/** A file that a job brings in, until it is done, or made. */
export interface TransferFileTable {
  job_id: string
  account_id: string
  number: number
  name: Uint8Array
}

/** A piece of such a file; the pieces in their order are the file. */
export interface TransferBlockTable {
  job_id: string
  account_id: string
  file: number
  number: number
  body: Uint8Array
}

/** What became of one thing that a job brought in. */
export interface ImportResultTable {
  job_id: string
  account_id: string
  number: number
  outcome: 'problem' | 'undecided' | 'added' | 'duplicate' | 'leftOut' | 'ownRecords' | 'described' | 'describedBefore'
  /** What its holder should look at first comes first. */
  rank: number
  body: Uint8Array
}

/** Something that a person wrote down of themself. */
export interface PersonalRecordTable {
  /** The keyed hash of whose it is, its kind and its name: under one name there is one. */
  id: string
  account_id: string
  kind: string
  /** Its name and what it says. */
  body: Uint8Array
  created_at: string
  changed_at: string
}

/** That somebody may help the holder of a passport: as an invitation until it is taken, then for a time. */
export interface HelpSessionTable {
  id: string
  account_id: string
  token_hash: string
  /** What they may do, who they are, and the secret part of the link until it is taken. */
  body: Uint8Array
  /** How long it lasts from when it is taken. */
  minutes: number
  offered_until: string
  taken_at: string | null
  until: string | null
  ended_at: string | null
  /** `limit` where it had as many requests as a session may have. */
  ended_by: 'holder' | 'helper' | 'limit' | null
  /** How many requests were answered in it. */
  acts: number
  created_at: string
}

/** What became of a share that hands somebody over, as a school does to a college. */
export interface HandoverTable {
  share_id: string
  account_id: string
  /** Who said that they have it; sealed. */
  received_by: Uint8Array | null
  received_at: string | null
  /** When the adviser is to be told that nobody has; null where nobody may be told. */
  nudge_at: string | null
  nudged_at: string | null
}
