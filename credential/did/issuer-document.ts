import { type JsonObject, jwkOf, type PublicKey } from '#platform'
import { formatDateTime } from '../dates.ts'
import { multikeyOf } from '../multikey.ts'

/** A public key under the name it has in a DID document. */
export interface ListedKey {
  id: string
  publicKey: PublicKey
  /** From when it is not used any more. */
  expires?: Date | null
  /** Since when it is in others' hands. */
  revoked?: Date | null
}

/** The did:key of a public key (did:key §3.1). */
export function didKeyOf(publicKey: PublicKey): string {
  return `did:key:${multikeyOf(publicKey)}`
}

/**
 * The DID document of an issuer of ours: its keys, for making claims and for proving that it is itself (Controlled
 * Identifiers §2.2). One that was retired is still listed for the claims that it made; one that is in others' hands is for
 * nothing any more, and stays known.
 */
export function issuerDidDocument(did: string, keys: readonly ListedKey[]): JsonObject {
  const own = keys.filter(({ revoked }) => !revoked)
  const methods = keys.map((key) => verificationMethod(did, key))
  const context = methods.some(({ type }) => type === 'JsonWebKey') ? JWK_CONTEXT : MULTIKEY_CONTEXT
  return {
    '@context': ['https://www.w3.org/ns/did/v1', context],
    id: did,
    verificationMethod: methods,
    assertionMethod: own.map(({ id }) => id),
    authentication: own.filter(({ expires }) => !expires).map(({ id }) => id),
  }
}

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1'
const JWK_CONTEXT = 'https://w3id.org/security/jwk/v1'

/** As a Multikey, which has no form for RSA (Controlled Identifiers §2.2.2): such a key is a JsonWebKey (§2.2.3). */
function verificationMethod(controller: string, { id, publicKey, expires, revoked }: ListedKey): JsonObject {
  const ended = {
    ...(expires ? { expires: formatDateTime(expires) } : {}),
    ...(revoked ? { revoked: formatDateTime(revoked) } : {}),
  }
  if (publicKey.algorithm === 'RS256') {
    return { id, type: 'JsonWebKey', controller, ...ended, publicKeyJwk: jwkOf(publicKey) }
  }
  return { id, type: 'Multikey', controller, ...ended, publicKeyMultibase: multikeyOf(publicKey) }
}
