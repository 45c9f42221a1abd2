import {
  base58Decode,
  base58Encode,
  hex,
  type KeyAlgorithm,
  type PublicKey,
  soundKey,
  verificationKeyOfJwk,
} from '#platform'
import type { VerificationMethod } from './did/document.ts'

/** Multicodec prefixes of public keys (Controlled Identifiers §2.2.2; RSA: did:key §3.1.2). */
const CODECS: Readonly<Record<KeyAlgorithm, string>> = {
  EdDSA: 'ed01',
  ES256: '8024',
  ES384: '8124',
  BBS: 'eb01',
  RS256: '8524',
}

const MAX_LENGTH = 800
const BASE58BTC = /^z[1-9A-HJ-NP-Za-km-z]+$/

/** The public key of a verification method, or null where it is of no kind we know or is not well formed. */
export function publicKeyOf(method: VerificationMethod): PublicKey | null {
  const multibase = method.publicKeyMultibase
  if (multibase === undefined) return method.publicKeyJwk ? verificationKeyOfJwk(method.publicKeyJwk) : null
  const found = readMultikey(multibase)
  return typeof found === 'object' ? found : null
}

/** Reads a Multikey; or says that it is none, or that it holds a kind of key we do not know. */
export function readMultikey(multibase: string): PublicKey | 'malformed' | 'unknown' {
  if (multibase.length > MAX_LENGTH || !BASE58BTC.test(multibase)) return 'malformed'
  const multicodec = base58Decode(multibase.slice(1))
  const prefix = hex(multicodec.subarray(0, 2))
  const algorithm = ALGORITHMS.find((name) => CODECS[name] === prefix)
  if (algorithm === undefined) return OTHER_KEYS.has(prefix) ? 'unknown' : 'malformed'
  return soundKey({ algorithm, bytes: multicodec.subarray(2) }) ?? 'malformed'
}

/** Writes a public key as a Multikey. */
export function multikeyOf({ algorithm, bytes }: PublicKey): string {
  return `z${base58Encode(Uint8Array.of(...Buffer.from(CODECS[algorithm], 'hex'), ...bytes))}`
}

const ALGORITHMS: readonly KeyAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'BBS', 'RS256']

/** Kinds of key that exist and that we do not read: secp256k1, X25519, BLS12-381 G1 (alone, or with G2), P-521. */
const OTHER_KEYS = new Set(['e701', 'ec01', 'ea01', 'ee01', '8224'])
