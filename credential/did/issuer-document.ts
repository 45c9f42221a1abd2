import type { JsonObject } from '#platform'

/** A public key in the form that verification methods carry. */
export interface ListedKey {
  id: string
  publicKeyMultibase: string
}

/** The DID document of an issuer of ours: its keys, for making claims and for proving that it is itself. */
export function issuerDidDocument(did: string, keys: readonly ListedKey[]): JsonObject {
  const ids = keys.map(({ id }) => id)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKeyMultibase }) => ({
      id,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
    })),
    assertionMethod: ids,
    authentication: ids,
  }
}
