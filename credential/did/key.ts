import { base58Decode, hex, type JsonObject, PassportError } from '#platform'
import { multikeyAlgorithm } from '../multikey.ts'

const MAX_LENGTH = 256

/** Kinds of key that exist and that we do not read: secp256k1, X25519, BLS12-381 G1 and G2, P-384, P-521, RSA. */
const OTHER_KEYS = new Set(['e701', 'ec01', 'ea01', 'eb01', '8124', '8224', '8524'])

/** The document of a did:key (did:key §3.1.4): it follows from the DID itself, so nothing is fetched. */
export function resolveDidKey(did: string): JsonObject {
  const multibase = did.slice('did:key:'.length)
  if (did.length > MAX_LENGTH || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(multibase)) {
    throw new PassportError('did.invalid', 'This did:key is not well formed.')
  }
  const multicodec = base58Decode(multibase.slice(1))
  if (multikeyAlgorithm(multicodec) === null) {
    if (OTHER_KEYS.has(hex(multicodec.subarray(0, 2)))) {
      throw new PassportError('did.unsupported', 'This kind of did:key is not known here.')
    }
    throw new PassportError('did.invalid', 'This did:key holds no key.')
  }
  const id = `${did}#${multibase}`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
    assertionMethod: [id],
    authentication: [id],
  }
}
