import { type JsonObject, jwkOf, type PublicKey } from '#platform'
import { multikeyOf } from '../multikey.ts'

/** A public key under the name it has in a DID document. */
export interface ListedKey {
  id: string
  publicKey: PublicKey
}

/** The did:key of a public key (did:key §3.1). */
export function didKeyOf(publicKey: PublicKey): string {
  return `did:key:${multikeyOf(publicKey)}`
}

/** The DID document of an issuer of ours: its keys, for making claims and for proving that it is itself. */
export function issuerDidDocument(did: string, keys: readonly ListedKey[]): JsonObject {
  const ids = keys.map(({ id }) => id)
  const methods = keys.map((key) => verificationMethod(did, key))
  const context = methods.some(({ type }) => type === 'JsonWebKey') ? JWK_CONTEXT : MULTIKEY_CONTEXT
  return {
    '@context': ['https://www.w3.org/ns/did/v1', context],
    id: did,
    verificationMethod: methods,
    assertionMethod: ids,
    authentication: ids,
  }
}

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1'
const JWK_CONTEXT = 'https://w3id.org/security/jwk/v1'

/** As a Multikey, which has no form for RSA (Controlled Identifiers §2.2.2): such a key is a JsonWebKey (§2.2.3). */
function verificationMethod(controller: string, { id, publicKey }: ListedKey): JsonObject {
  if (publicKey.algorithm === 'RS256') return { id, type: 'JsonWebKey', controller, publicKeyJwk: jwkOf(publicKey) }
  return { id, type: 'Multikey', controller, publicKeyMultibase: multikeyOf(publicKey) }
}
