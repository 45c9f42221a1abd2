import type { KeyAlgorithm } from '#platform'

/** What a key of ours signs with; its kind of key follows from it. */
export type SigningAlgorithm = KeyAlgorithm

/** Signs with one private key, which stays where it is. ECDSA signatures are r and s side by side (IEEE P1363). */
export interface Signer {
  /** The verification method's DID URL. */
  readonly id: string
  readonly algorithm: SigningAlgorithm
  sign(bytes: Uint8Array): Promise<Uint8Array>
  /** BBS only: the key that `signMessages` signs with; it goes into the proof. */
  readonly publicKey?: Uint8Array
  /** BBS only: signs a header and messages, any of which can be left out later. */
  signMessages?(header: Uint8Array, messages: readonly Uint8Array[]): Promise<Uint8Array>
}
