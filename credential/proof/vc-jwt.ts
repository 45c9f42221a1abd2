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
import type { ReceivedJwt } from '../jwt.ts'
import { envelopeOf } from '../received.ts'
import type { Signer } from '../signer.ts'

/** The algorithms we know; a JWT's own `alg` is only compared with the one that its key has. */
export const JWT_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256'] as const

const ALGORITHMS: ReadonlySet<string> = new Set(JWT_ALGORITHMS)

/** What a JWT is for. Each has types of its own, so that none can be taken for another (RFC 8725 §3.11). */
export type JwtKind = 'credential' | 'sd-jwt' | 'presentation' | 'keyBinding' | 'statusList'

/**
 * The `typ` of each, in lower case. VC-JOSE-COSE §3.1 says `vc+jwt` and `vp+jwt`; Open Badges 3.0 §8.2.1 and VC Data Model
 * 1.1 §6.3.1 say `JWT`, or nothing. SD-JWT VC §3.2.1, RFC 9901 §4.3 and Token Status List §5.1 each ask for their own.
 */
const TYPES: Readonly<Record<JwtKind, { names: ReadonlySet<string>; isRequired: boolean }>> = {
  credential: { names: new Set(['vc+jwt', 'jwt']), isRequired: false },
  presentation: { names: new Set(['vp+jwt', 'jwt']), isRequired: false },
  'sd-jwt': { names: new Set(['dc+sd-jwt', 'vc+sd-jwt']), isRequired: true },
  keyBinding: { names: new Set(['kb+jwt']), isRequired: true },
  statusList: { names: new Set(['statuslist+jwt']), isRequired: true },
}

/** The claims of a VC-JWT: the credential, and what of it JWT has a name for (VC-JOSE-COSE §3.1.3). */
export function jwtClaims(credential: JsonObject): JsonObject {
  const subjects = asArray(credential.credentialSubject)
  return {
    ...credential,
    ...claim('iss', idOf(credential.issuer)),
    ...claim('jti', credential.id),
    ...claim('sub', subjects.length === 1 ? idOf(subjects[0]) : undefined),
    ...claim('nbf', seconds(credential.validFrom)),
    ...claim('exp', seconds(credential.validUntil)),
  }
}

/** Signs a credential as a VC-JWT, with the time of it, and answers its envelope (VC Data Model 2.0 §4.13). */
export async function signJwt(credential: JsonObject, signer: Signer, now: Date): Promise<JsonObject> {
  const claims = { ...jwtClaims(credential), iat: Math.floor(now.getTime() / 1000) }
  return envelopeOf(await signClaims(claims, { typ: 'vc+jwt', cty: 'vc' }, signer))
}

/** Signs claims as a compact JWT; the header says with what key. */
export async function signClaims(claims: JsonObject, header: JsonObject, signer: Signer): Promise<string> {
  const head = base64url(JSON.stringify({ alg: signer.algorithm, kid: signer.id, ...header }))
  const input = `${head}.${base64url(JSON.stringify(claims))}`
  return `${input}.${base64url(await signer.sign(new TextEncoder().encode(input)))}`
}

export type JwtHeaderFault = 'missing' | 'unsupported' | 'malformed'

/** What is wrong with a JWT's header before any key is looked at, or null (RFC 8725 §3). */
export function headerFault({ header, claims }: ReceivedJwt, kind: JwtKind): JwtHeaderFault | null {
  if (header.alg === 'none') return 'missing'
  if (header.b64 !== undefined || header.zip !== undefined) return 'malformed'
  if (!isOfType(header.typ, kind)) return 'malformed'
  // A second proof inside would have to be checked too, and what it covers is defined nowhere.
  if (header.crit !== undefined || claims.proof !== undefined || hasProof(claims.vc)) return 'unsupported'
  if (/^HS\d/.test(asText(header.alg))) return 'malformed'
  return ALGORITHMS.has(asText(header.alg)) ? null : 'unsupported'
}

const hasProof = (value: Json | undefined) => isObject(value) && value.proof !== undefined

/** RFC 7515 §4.1.9: a type may leave `application/` out. */
function isOfType(typ: Json | undefined, kind: JwtKind): boolean {
  const { names, isRequired } = TYPES[kind]
  if (typ === undefined) return !isRequired
  return names.has(
    asText(typ)
      .toLowerCase()
      .replace(/^application\//, ''),
  )
}

/** Whether a JWT's signature is good under a key; the algorithm is the key's, never the header's choice. */
export async function verifyJwt({ compact, header }: ReceivedJwt, key: PublicKey | null): Promise<boolean> {
  if (key === null || !fits(header.alg, key)) return false
  const { compactVerify } = await import('jose')
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
