import type { SigningAlgorithm } from '#credential'

/** A signing key as it is kept: public in the open, private only wrapped. */
export interface SigningKeyRecord {
  id: string
  owner: string
  algorithm: SigningAlgorithm
  publicKey: Uint8Array
  wrapped: Uint8Array
  version: number
  createdAt: string
}

/** Where wrapped keys are kept; `storage` has one. */
export interface KeyRecords {
  saveSigningKey(record: SigningKeyRecord): Promise<void>
  findSigningKey(id: string): Promise<SigningKeyRecord | undefined>
  /** The sealed text that tells the right key file; undefined before the first start. */
  findKeyCheck(): Promise<Uint8Array | undefined>
  /** Keeps it if there is none yet, and answers the one that is kept. */
  keepKeyCheck(sealed: Uint8Array): Promise<Uint8Array>
}
