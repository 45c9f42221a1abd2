/** The JOSE name of a key's algorithm: Ed25519 signs with EdDSA, P-256 with ES256. */
export type SigningAlgorithm = 'EdDSA' | 'ES256'

/** Signs with one private key, which stays where it is. ECDSA signatures are r and s, 32 bytes each (IEEE P1363). */
export interface Signer {
  /** The verification method's DID URL. */
  readonly id: string
  readonly algorithm: SigningAlgorithm
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
