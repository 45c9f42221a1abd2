import { createPublicKey, ECDH, type KeyObject } from 'node:crypto'
import { base64url, base64urlDecode, hex } from './encoding.ts'
import { PassportError } from './errors.ts'
import { isObject, type Json } from './json.ts'
import { isFactorable } from './weak-rsa.ts'

/** The name of what a key signs with: JOSE's (RFC 7518 §3.1, RFC 8037), and `BBS` for BBS signatures on BLS12-381. */
export type KeyAlgorithm = 'EdDSA' | 'ES256' | 'ES384' | 'RS256' | 'BBS'

export interface PublicKey {
  algorithm: KeyAlgorithm
  /** EdDSA: 32 bytes. ES256, ES384: the compressed point, 33 or 49 bytes. BBS: the point of G2, 96 bytes. RS256: PKCS #1 in DER. */
  bytes: Uint8Array
}

/** A public key as a JWK without any member that is not needed (RFC 7638 §3.2). */
export type PublicJwk =
  | { kty: 'OKP'; crv: 'Ed25519'; x: string }
  | { kty: 'EC'; crv: 'P-256' | 'P-384'; x: string; y: string }
  | { kty: 'RSA'; n: string; e: string }

const CURVES = {
  ES256: { crv: 'P-256', openssl: 'prime256v1', size: 32 },
  ES384: { crv: 'P-384', openssl: 'secp384r1', size: 48 },
} as const

/** An RSA key shorter than this signs nothing (RFC 7518 §3.3); a much longer one only keeps us busy. */
const RSA_BITS = { min: 2048, max: 8192 }

const MAX_JWK_TEXT = 2048
const MAX_PEM = 8192

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

/** The public key that a JWK holds (RFC 7517, RFC 7518 §6, RFC 8037), or null. A private key is no public key. */
export function publicKeyOfJwk(jwk: Json | undefined): PublicKey | null {
  if (!isObject(jwk) || jwk.d !== undefined) return null
  try {
    if (jwk.kty === 'RSA') return rsaKey(jwk.n, jwk.e)
    const x = coordinate(jwk.x)
    if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return soundKey({ algorithm: 'EdDSA', bytes: x })
    const algorithm = jwk.crv === 'P-256' ? 'ES256' : 'ES384'
    if (jwk.kty !== 'EC' || jwk.crv !== CURVES[algorithm].crv) return null
    const y = coordinate(jwk.y)
    const { size } = CURVES[algorithm]
    if (x.length !== size || y.length !== size) return null
    const key = { algorithm, bytes: Uint8Array.of(2 + ((y.at(-1) ?? 0) & 1), ...x) } as const
    // A point given by both coordinates must be the one that its x and its sign name.
    const { y: found } = coordinatesOf(algorithm, key.bytes)
    return hex(found) === hex(y) ? key : null
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

/** The public key in a PEM text (RFC 7468 §13), or null where it is none of a kind we know. */
export function publicKeyOfPem(pem: string): PublicKey | null {
  if (pem.length > MAX_PEM || !/^-----BEGIN (?:RSA )?PUBLIC KEY-----\s/.test(pem.trim())) return null
  try {
    const { kty = '', crv = '', n = '', e = '', x = '', y = '' } = createPublicKey(pem).export({ format: 'jwk' })
    return publicKeyOfJwk({ kty, crv, n, e, x, y })
  } catch {
    return null
  }
}

/**
 * The same for checking signatures: null too where the JWK says that it is for something else, or for another algorithm than
 * its kind of key has here (RFC 7517 §4.2 to §4.4).
 */
export function verificationKeyOfJwk(jwk: Json | undefined): PublicKey | null {
  const key = publicKeyOfJwk(jwk)
  if (key === null || !isObject(jwk)) return null
  const { use = 'sig', key_ops: operations = ['verify'], alg = key.algorithm } = jwk
  const fits = alg === key.algorithm || (alg === 'Ed25519' && key.algorithm === 'EdDSA')
  return use === 'sig' && fits && Array.isArray(operations) && operations.includes('verify') ? key : null
}

/** The key, or null where its bytes are no key of that kind: the wrong length, off the curve, of small order. */
export function soundKey(key: PublicKey): PublicKey | null {
  const { algorithm, bytes } = key
  if (algorithm === 'EdDSA') {
    const cleared = Uint8Array.from(bytes)
    cleared[31] = (cleared[31] ?? 0) & 0x7f
    return bytes.length === 32 && !SMALL_ORDER.has(hex(cleared)) ? key : null
  }
  if (algorithm === 'BBS') return bytes.length === 96 ? key : null
  try {
    keyObject(key)
    return key
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

/** Whether two keys are the same key. */
export function sameKey(a: PublicKey, b: PublicKey): boolean {
  return a.algorithm === b.algorithm && hex(a.bytes) === hex(b.bytes)
}

/** A key as a JWK. Throws `did.invalid` for bytes that are no key, and for BBS, whose JWK form is not settled. */
export function jwkOf(key: PublicKey): PublicJwk {
  const { algorithm, bytes } = key
  if (algorithm === 'EdDSA') return { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes) }
  if (algorithm === 'RS256') {
    const { n = '', e = '' } = keyObject(key).export({ format: 'jwk' })
    return { kty: 'RSA', n, e }
  }
  if (algorithm === 'BBS') throw new PassportError('did.invalid', 'A BBS key has no JWK form.')
  const { x, y } = coordinatesOf(algorithm, bytes)
  return { kty: 'EC', crv: CURVES[algorithm].crv, x: base64url(x), y: base64url(y) }
}

/** Importing a key costs as much as a signature; a college signs with the same one all day. */
const imported = new Map<string, KeyObject>()
const MAX_IMPORTED = 1_000

const objects = new WeakMap<PublicKey, KeyObject>()

/** A key as Node's crypto takes it. Throws `did.invalid` for bytes that are no key. */
export function keyObject(key: PublicKey): KeyObject {
  const found = objects.get(key) ?? importOnce(key)
  objects.set(key, found)
  return found
}

function importOnce(key: PublicKey): KeyObject {
  const name = `${key.algorithm} ${hex(key.bytes)}`
  const known = imported.get(name)
  if (known) return known
  const made = importKey(key)
  if (imported.size >= MAX_IMPORTED) imported.clear()
  imported.set(name, made)
  return made
}

function importKey(key: PublicKey): KeyObject {
  try {
    if (key.algorithm !== 'RS256') return createPublicKey({ key: jwkOf(key), format: 'jwk' })
    const made = createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs1' })
    const { modulusLength = 0, publicExponent = 0n } = made.asymmetricKeyDetails ?? {}
    const fits = modulusLength >= RSA_BITS.min && modulusLength <= RSA_BITS.max
    if (!fits || publicExponent < 3n || publicExponent % 2n === 0n) throw new Error('a weak RSA key')
    if (isFactorable(base64urlDecode(made.export({ format: 'jwk' }).n ?? ''))) throw new Error('a factorable RSA key')
    return made
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw new PassportError('did.invalid', 'The public key is not well formed.', { cause })
  }
}

function rsaKey(n: Json | undefined, e: Json | undefined): PublicKey | null {
  const jwk = { kty: 'RSA', n: base64url(coordinate(n)), e: base64url(coordinate(e)) }
  let bytes: Uint8Array
  try {
    bytes = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'pkcs1' })
  } catch {
    return null
  }
  return soundKey({ algorithm: 'RS256', bytes })
}

function coordinate(value: Json | undefined): Uint8Array {
  if (typeof value !== 'string' || value.length > MAX_JWK_TEXT) {
    throw new PassportError('did.invalid', 'The JWK lacks a part of the key.')
  }
  return base64urlDecode(value)
}

/** The coordinates of a compressed point (SEC 1 §2.3.4). Throws `did.invalid` for what is not on the curve. */
function coordinatesOf(algorithm: 'ES256' | 'ES384', compressed: Uint8Array): { x: Uint8Array; y: Uint8Array } {
  const { openssl, size } = CURVES[algorithm]
  try {
    if (compressed.length !== size + 1) throw new Error('another length')
    const point = ECDH.convertKey(compressed, openssl, undefined, undefined, 'uncompressed') as Buffer
    return { x: point.subarray(1, size + 1), y: point.subarray(size + 1) }
  } catch (cause) {
    throw new PassportError('did.invalid', 'The public key is not a point of its curve.', { cause })
  }
}
