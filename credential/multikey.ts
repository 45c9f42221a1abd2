import { base58Decode, base64urlDecode, hex, isObject, type Json } from '#platform'
import type { VerificationMethod } from './did/document.ts'
import type { SigningAlgorithm } from './signer.ts'

/** Multicodec prefixes of public keys (Controlled Identifiers §2.2.2). */
const CODECS = [
  { prefix: 'ed01', algorithm: 'EdDSA', length: 32 },
  { prefix: '8024', algorithm: 'ES256', length: 33 },
] as const

/**
 * Points of small order on Ed25519 and their non-canonical spellings, sign bit cleared. With such a key one signature
 * fits many messages ("Taming the many EdDSAs", §4), so it is no key at all.
 */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

export interface PublicKey {
  algorithm: SigningAlgorithm
  /** Ed25519: 32 bytes. P-256: the compressed point, 33 bytes. */
  bytes: Uint8Array
}

/** Whose algorithm multicodec bytes are, or null if it is none of ours. */
export function multikeyAlgorithm(multicodec: Uint8Array): SigningAlgorithm | null {
  return decode(multicodec)?.algorithm ?? null
}

/** The public key of a verification method, or null where it is of no kind we know or is not well formed. */
export function publicKeyOf(method: VerificationMethod): PublicKey | null {
  const multibase = method.publicKeyMultibase
  if (multibase !== undefined) {
    if (multibase.length > 256 || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(multibase)) return null
    return decode(base58Decode(multibase.slice(1)))
  }
  return method.publicKeyJwk ? publicKeyOfJwk(method.publicKeyJwk) : null
}

/** The public key that a JWK holds (RFC 7517, RFC 8037), or null. */
export function publicKeyOfJwk(jwk: Json | undefined): PublicKey | null {
  if (!isObject(jwk) || jwk.d !== undefined) return null
  const x = coordinate(jwk.x)
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && x) return sound({ algorithm: 'EdDSA', bytes: x })
  const y = coordinate(jwk.y)
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || !x || !y) return null
  return { algorithm: 'ES256', bytes: Uint8Array.of(2 + ((y[31] ?? 0) & 1), ...x) }
}

/** Whether two keys are the same key. */
export function sameKey(a: PublicKey, b: PublicKey): boolean {
  return a.algorithm === b.algorithm && hex(a.bytes) === hex(b.bytes)
}

function coordinate(value: Json | undefined): Uint8Array | null {
  if (typeof value !== 'string' || value.length !== 43) return null
  try {
    return base64urlDecode(value)
  } catch {
    return null
  }
}

function decode(multicodec: Uint8Array): PublicKey | null {
  const codec = CODECS.find(({ prefix }) => hex(multicodec.subarray(0, 2)) === prefix)
  const bytes = multicodec.subarray(2)
  return codec && bytes.length === codec.length ? sound({ algorithm: codec.algorithm, bytes }) : null
}

function sound(key: PublicKey): PublicKey | null {
  if (key.algorithm !== 'EdDSA') return key
  const cleared = Uint8Array.from(key.bytes)
  cleared[31] = (cleared[31] ?? 0) & 0x7f
  return SMALL_ORDER.has(hex(cleared)) ? null : key
}
