/** The part of @digitalbazaar/bbs-signatures that is used here; it brings no types of its own. */
declare module '@digitalbazaar/bbs-signatures' {
  interface Signed {
    publicKey: Uint8Array
    header: Uint8Array
    ciphersuite: string
  }
  export function generateKeyPair(options: {
    ciphersuite: string
  }): Promise<{ secretKey: Uint8Array; publicKey: Uint8Array }>
  export function secretKeyToPublicKey(options: { secretKey: Uint8Array; ciphersuite: string }): Promise<Uint8Array>
  export function sign(
    options: Signed & { secretKey: Uint8Array; messages: readonly Uint8Array[] },
  ): Promise<Uint8Array>
  export function verifySignature(
    options: Signed & { signature: Uint8Array; messages: readonly Uint8Array[] },
  ): Promise<boolean>
  export function deriveProof(
    options: Signed & {
      signature: Uint8Array
      messages: readonly Uint8Array[]
      presentationHeader: Uint8Array
      disclosedMessageIndexes: readonly number[]
    },
  ): Promise<Uint8Array>
  export function verifyProof(
    options: Signed & {
      proof: Uint8Array
      presentationHeader: Uint8Array
      disclosedMessages: readonly Uint8Array[]
      disclosedMessageIndexes: readonly number[]
    },
  ): Promise<boolean>
}
