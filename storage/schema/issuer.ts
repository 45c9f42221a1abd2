/** What the issuer remembers. Every table but `status_index` carries its issuer, and every query names it. */
export interface IssuerTables {
  issuer: IssuerTable
  staff: StaffTable
  api_key: ApiKeyTable
  achievement: AchievementTable
  status_list: StatusListTable
  status_index: StatusIndexTable
  credential: CredentialTable
  claim: ClaimTable
  import_mapping: ImportMappingTable
  batch: BatchTable
}

export interface IssuerTable {
  /** The slug in addresses: `/issuers/{id}`. */
  id: string
  did: string
  name: string
  profile: string
  suite: 'eddsa-rdfc-2022' | 'vc-jwt'
  algorithm: 'EdDSA' | 'ES256'
  key_id: string
  did_method: 'key' | 'web'
  with_status: 0 | 1
  created_at: string
}

export interface StaffTable {
  id: string
  issuer_id: string
  email: string
  name: string
  role: 'admin' | 'issuer' | 'viewer'
  created_at: string
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

export interface StatusListTable {
  id: string
  issuer_id: string
  purpose: 'revocation' | 'suspension'
  /** Lists of one issuer and purpose are counted from 1; a full one is followed by the next. */
  number: number
  length: number
  /** Grows with every change; whoever publishes an older one loses. */
  version: number
  bits: Uint8Array
  signed: string | null
  published_at: string | null
}

/** A position of a list that is taken. Its primary key is what makes sure that it is taken once. */
export interface StatusIndexTable {
  list_id: string
  position: number
  credential_id: string
}

export interface CredentialTable {
  id: string
  issuer_id: string
  achievement_id: string | null
  batch_id: string | null
  serial: string
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
  achievement_id: string | null
  mapping: string
  updated_at: string
}

export interface BatchTable {
  id: string
  issuer_id: string
  achievement_id: string
  state: 'checked' | 'queued' | 'running' | 'done' | 'failed'
  file_name: string
  rows: string
  total: number
  done: number
  failed: number
  created_by: string
  created_at: string
}
