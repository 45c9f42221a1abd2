import type { KeyAlgorithm } from '#platform'
/**
 * What every service remembers. Ids are texts, times are ISO 8601 in UTC with milliseconds (so texts compare as times
 * do), yes and no are 1 and 0, JSON is kept as text: the same on SQLite and PostgreSQL.
 */
export interface EveryServiceTables {
  session: SessionTable
  audit: AuditTable
  audit_head: AuditHeadTable
  mail: MailTable
  job: JobTable
  signing_key: SigningKeyTable
  key_check: KeyCheckTable
  sign_in_code: SignInCodeTable
  one_time_token: OneTimeTokenTable
  passkey: PasskeyTable
  idempotency: IdempotencyTable
  cached_document: CachedDocumentTable
  status_list_state: StatusListStateTable
  trust_list_version: TrustListVersionTable
}

export interface SessionTable {
  /** SHA-256 of the session id: the database alone lets nobody in. */
  id_hash: string
  account_id: string | null
  data: string
  expires_at: string
  /** Set when it was ended. The row stays until it would have expired, so that nothing late makes it anew. */
  ended_at: string | null
}

/** One entry of the trail; each holds the hash of the one before. */
export interface AuditTable {
  seq: number
  at: string
  actor: string
  action: string
  subject: string
  detail: string
  previous_hash: string
  hash: string
}

/** One row: the end of the trail. Appending locks it, which keeps the trail in one line. */
export interface AuditHeadTable {
  id: number
  seq: number
  hash: string
}

export interface MailTable {
  id: string
  to_address: string
  subject: string
  text: string
  html: string | null
  created_at: string
  sent_at: string | null
  attempts: number
  last_error: string | null
}

export type JobState = 'queued' | 'running' | 'done' | 'failed'

export interface JobTable {
  id: string
  kind: string
  /** The issuer or account it is done for; only they may see it. */
  owner: string
  payload: string
  state: JobState
  progress_done: number
  progress_total: number
  run_at: string
  /** Whoever holds the lease knows this; a worker that lost its lease cannot finish the job of another. */
  lease_id: string | null
  leased_until: string | null
  attempts: number
  result: string | null
  error: string | null
  created_at: string
  finished_at: string | null
}

export interface SigningKeyTable {
  id: string
  owner: string
  algorithm: KeyAlgorithm
  public_key: Uint8Array
  /** The private key, sealed under the key-encryption key. */
  wrapped: Uint8Array
  version: number
  created_at: string
}

/** One row: a known text sealed under the key-encryption key, which tells a wrong key file from the right one. */
export interface KeyCheckTable {
  id: number
  sealed: Uint8Array
}

export interface SignInCodeTable {
  id: string
  code_hash: string
  /** What the taker needs to go on: for whom it is. */
  payload: string
  tries_left: number
  expires_at: string
  used_at: string | null
}

/** Sign-in links, invitations, challenges: whatever may be used once. */
export interface OneTimeTokenTable {
  token_hash: string
  purpose: string
  payload: string
  expires_at: string
  used_at: string | null
}

export interface PasskeyTable {
  id: string
  account_id: string
  public_key: Uint8Array
  counter: number
  transports: string
  name: string
  created_at: string
  last_used_at: string | null
}

export interface IdempotencyTable {
  scope: string
  key: string
  request_hash: string
  /** The id of what the request makes, fixed at the first try, so that a retry goes on with the same thing. */
  resource: string
  state: 'started' | 'done'
  leased_until: string
  status: number | null
  answer: string | null
  created_at: string
}

/** The newest version of a status list that was seen, so that an older one is not taken for it. */
export interface StatusListStateTable {
  url: string
  version: string
}

/** A public document as its server last gave it. */
export interface CachedDocumentTable {
  url: string
  body: Uint8Array
  media_type: string
  as_of: string
}

/** The newest good version of a trust list, as it was signed, by its address. */
export interface TrustListVersionTable {
  /** The DID of who signed it. */
  signer: string
  url: string
  name: string
  /** PostgreSQL hands a bigint out as text. */
  sequence: number | string
  digest: string
  body: Uint8Array
  as_of: string
}
