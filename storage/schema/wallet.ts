/**
 * What the wallet remembers. All that tells something of a person is sealed under that person's own data key, which is
 * kept wrapped in `account`: without that row the rest is noise.
 */
export interface WalletTables {
  account: AccountTable
  held_credential: HeldCredentialTable
  share: ShareTable
  share_view: ShareViewTable
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
  securing: 'data-integrity' | 'vc-jwt' | 'none'
  received_at: string
}

export interface ShareTable {
  id: string
  account_id: string
  token_hash: string
  /** Which credentials or fields are shared. */
  manifest: Uint8Array
  audience: Uint8Array | null
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
