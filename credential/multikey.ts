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

type ReadKey = PublicKey | 'malformed' | 'unknown'

/** A college signs with the same key all day. */
const known = new Map<string, ReadKey>()
const MOST_KNOWN = 1_000

/** Reads a Multikey; or says that it is none, or that it holds a kind of key we do not know. */
export function readMultikey(multibase: string): ReadKey {
  const found = known.get(multibase)
  if (found !== undefined) return found
  const read = readNewMultikey(multibase)
  if (known.size >= MOST_KNOWN) known.clear()
  if (multibase.length <= MAX_LENGTH) known.set(multibase, read)
  return read
}

function readNewMultikey(multibase: string): ReadKey {
  if (multibase.length > MAX_LENGTH || !BASE58BTC.test(multibase)) return 'malformed'
  const multicodec = base58Decode(multibase.slice(1))
  const prefix = hex(multicodec.subarray(0, 2))
  const algorithm = ALGORITHMS.find((name) => CODECS[name] === prefix)
  if (algorithm === undefined) return OTHER_KEYS.has(prefix) ? 'unknown' : 'malformed'
  return soundKey({ algorithm, bytes: multicodec.subarray(2) }) ?? 'malformed'
}

const written = new WeakMap<PublicKey, string>()

/** Writes a public key as a Multikey. */
export function multikeyOf(key: PublicKey): string {
  const { algorithm, bytes } = key
  const text = written.get(key) ?? `z${base58Encode(Buffer.concat([Buffer.from(CODECS[algorithm], 'hex'), bytes]))}`
  written.set(key, text)
  return text
}

const ALGORITHMS: readonly KeyAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'BBS', 'RS256']

/** Kinds of key that exist and that we do not read: secp256k1, X25519, BLS12-381 G1 (alone, or with G2), P-521. */
const OTHER_KEYS = new Set(['e701', 'ec01', 'ea01', 'ee01', '8224'])
