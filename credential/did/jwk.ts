import {
  asText,
  base64urlDecode,
  isObject,
  type Json,
  type JsonObject,
  PassportError,
  parseJsonObject,
  publicKeyOfJwk,
} from '#platform'

const MAX_LENGTH = 2048

/** Kinds of JWK that exist and that we do not read. */
const OTHER_CURVES = new Set(['secp256k1', 'P-521', 'X25519', 'X448', 'Ed448', 'Bls12381G1', 'Bls12381G2'])

/** The document of a did:jwk (did:jwk, "Read"): the JWK is the DID, so nothing is fetched. */
export function resolveDidJwk(did: string): JsonObject {
  const encoded = did.slice('did:jwk:'.length)
  const jwk = decode(encoded)
  if (jwk.d !== undefined) throw new PassportError('did.invalid', 'This did:jwk holds a private key.')
  if (publicKeyOfJwk(jwk) === null) {
    if (isOther(jwk)) throw new PassportError('did.unsupported', 'This kind of did:jwk is not known here.')
    throw new PassportError('did.invalid', 'This did:jwk holds no key.')
  }
  const id = `${did}#0`
  // A key that is for encryption only signs nothing.
  const uses = jwk.use === 'enc' ? { keyAgreement: [id] } : { assertionMethod: [id], authentication: [id] }
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: [{ id, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk }],
    ...uses,
  }
}

function decode(encoded: string): JsonObject {
  try {
    if (encoded.length > MAX_LENGTH) throw new PassportError('did.invalid', 'This did:jwk is too long.')
    return parseJsonObject(base64urlDecode(encoded))
  } catch (cause) {
    throw new PassportError('did.invalid', 'This did:jwk is not well formed.', { cause })
  }
}

function isOther(jwk: Json): boolean {
  return isObject(jwk) && (OTHER_CURVES.has(asText(jwk.crv)) || jwk.kty === 'AKP' || jwk.kty === 'oct')
}
