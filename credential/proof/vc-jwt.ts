import { compactVerify } from 'jose'
import {
  asArray,
  asText,
  base64url,
  base64urlDecode,
  isObject,
  type Json,
  type JsonObject,
  keyObject,
  type PublicKey,
} from '#platform'
import type { VerificationMethod } from '../did/document.ts'
import { publicKeyOf } from '../multikey.ts'
import type { ReceivedJwt } from '../received.ts'
import type { Signer } from '../signer.ts'

/** The algorithms we know; a JWT's own `alg` is only compared with the one that its key has. */
const ALGORITHMS = new Set(['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256'])

/** VC-JOSE-COSE §3.1.1 says `vc+jwt`; Open Badges 3.0 §8.2.1 says `JWT`. */
const TYPES = new Set(['vc+jwt', 'jwt', 'application/vc+jwt'])

/** Signs a credential as a VC-JWT and answers its envelope (VC Data Model 2.0 §4.13). */
export async function signJwt(credential: JsonObject, signer: Signer): Promise<JsonObject> {
  const subjects = asArray(credential.credentialSubject)
  const claims = {
    ...credential,
    ...claim('iss', idOf(credential.issuer)),
    ...claim('jti', credential.id),
    ...claim('sub', subjects.length === 1 ? idOf(subjects[0]) : undefined),
    ...claim('nbf', seconds(credential.validFrom)),
    ...claim('exp', seconds(credential.validUntil)),
  }
  const header = base64url(JSON.stringify({ alg: signer.algorithm, kid: signer.id, typ: 'vc+jwt', cty: 'vc' }))
  const input = `${header}.${base64url(JSON.stringify(claims))}`
  const jwt = `${input}.${base64url(await signer.sign(new TextEncoder().encode(input)))}`
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `data:application/vc+jwt,${jwt}`,
    type: 'EnvelopedVerifiableCredential',
  }
}

export type JwtHeaderFault = 'missing' | 'unsupported' | 'malformed'

/** What is wrong with a JWT's header before any key is looked at, or null (RFC 8725 §3). */
export function headerFault({ header, claims }: ReceivedJwt): JwtHeaderFault | null {
  if (header.alg === 'none') return 'missing'
  if (header.b64 !== undefined || header.zip !== undefined) return 'malformed'
  if (header.typ !== undefined && !TYPES.has(asText(header.typ).toLowerCase())) return 'malformed'
  // A second proof inside would have to be checked too, and what it covers is defined nowhere.
  if (header.crit !== undefined || claims.proof !== undefined) return 'unsupported'
  if (/^HS\d/.test(asText(header.alg))) return 'malformed'
  return ALGORITHMS.has(asText(header.alg)) ? null : 'unsupported'
}

/** Whether a JWT's signature is good under a key; the algorithm is the key's, never the header's choice. */
export async function verifyJwt({ compact, header }: ReceivedJwt, method: VerificationMethod): Promise<boolean> {
  const key = publicKeyOf(method)
  if (key === null || !fits(header.alg, key)) return false
  try {
    // A signature's last character can hold spare bits: another spelling of the same signature is another JWT.
    base64urlDecode(compact.slice(compact.lastIndexOf('.') + 1))
    await compactVerify(compact, keyObject(key), { algorithms: [asText(header.alg)] })
    return true
  } catch {
    return false
  }
}

function fits(alg: unknown, { algorithm }: PublicKey): boolean {
  return algorithm === 'EdDSA' ? alg === 'EdDSA' || alg === 'Ed25519' : alg === algorithm
}

/** The `id` of a value that is an id itself or an object with one. */
function idOf(value: Json | undefined): Json | undefined {
  return isObject(value) ? value.id : value
}

function claim(name: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value }
}

/** RFC 7519 §2: a NumericDate is whole seconds since 1970 here. */
function seconds(date: Json | undefined): number | undefined {
  const time = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000)
}
