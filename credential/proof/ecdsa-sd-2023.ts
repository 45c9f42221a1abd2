import {
  base64url,
  base64urlDecode,
  generateKeyPair,
  hex,
  type PublicKey,
  readPrivateKey,
  signBytes,
  soundKey,
  turn,
  verifySignature,
} from '#platform'
import type { Signer } from '../signer.ts'
import { createHmacIdLabelMapFunction } from './selective/label-maps.ts'
import { readPointers } from './selective/pointers.ts'
import {
  isBytes,
  MAX_STATEMENTS,
  readIndexes,
  readLabelMap,
  readProofValue,
  writeLabelMap,
  writeProofValue,
} from './selective/proof-value.ts'
import {
  type BaseProof,
  type BaseSecrets,
  type DerivedProof,
  HMAC_KEY_LENGTH,
  type Scheme,
  type SignedParts,
  selectiveSuite,
} from './selective/selective-suite.ts'

const ALGORITHM = 'ES256'
const FORM = { base: 0x00, derived: 0x01 } as const

/** A P-256 Multikey: the codec, and a compressed point. */
const CODEC = '8024'
const KEY_LENGTH = 35
const SIGNATURE_LENGTH = 64

/** So many signatures are checked in one go, which takes some hundredths of a second. */
const IN_ONE_GO = 200

/** What the issuer's key signed: a key that was made for this one proof, and each statement under that key. */
interface Signed {
  baseSignature: Uint8Array
  proofKey: Uint8Array
  signatures: readonly Uint8Array[]
}

/** Data Integrity ECDSA Cryptosuites §3.5 and §3.6, as far as it is not the same in every selective suite. */
export const ecdsaSdScheme: Scheme = {
  /** base64url of a signature for each statement, and of all pointers. */
  maxProofValue: 450_000,
  maxSelective: MAX_STATEMENTS,
  labelMapFactory: createHmacIdLabelMapFunction,

  async createBase(parts: SignedParts, { hmacKey, mandatoryPointers }: BaseSecrets, signer: Signer): Promise<string> {
    const pair = generateKeyPair(ALGORITHM)
    const privateKey = readPrivateKey(pair.privateKey)
    const proofKey = Buffer.concat([Buffer.from(CODEC, 'hex'), pair.publicKey])
    const signatures = parts.nonMandatory.map((line) => signBytes(ALGORITHM, privateKey, Buffer.from(line)))
    const baseSignature = await signer.sign(signData(parts, proofKey))
    const components = [baseSignature, proofKey, hmacKey, signatures, [...mandatoryPointers]]
    return writeProofValue({ form: FORM.base, components })
  },

  read(proofValue) {
    const value = readProofValue(proofValue)
    if (value?.components.length !== 5) return 'malformed'
    if (value.form === FORM.base) return readBase(value.components) ?? 'malformed'
    return (value.form === FORM.derived ? readDerived(value.components) : null) ?? 'malformed'
  },
}

/** ECDSA with P-256 over each statement, so that a holder can leave out what is not mandatory. */
export const ecdsaSd2023 = selectiveSuite('ecdsa-sd-2023', [ALGORITHM], ecdsaSdScheme)

/** parseBaseProofValue (§3.5.3). */
function readBase([first, second, hmacKey, fourth, fifth]: readonly unknown[]): BaseProof | null {
  const signed = readSigned(first, second, fourth)
  const mandatoryPointers = readPointers(fifth)
  if (signed === null || mandatoryPointers === null || !isBytes(hmacKey, HMAC_KEY_LENGTH)) return null
  return {
    kind: 'base',
    hmacKey,
    mandatoryPointers,
    holds: (parts, key) => holds(signed, parts, key),
    disclose: async (_parts, { labelMap, mandatoryIndexes, selectiveIndexes }) => {
      const { baseSignature, proofKey, signatures } = signed
      const shown = signatures.filter((_, place) => selectiveIndexes.includes(place))
      const labels = writeLabelMap(labelMap, (label) => base64urlDecode(label.slice(1)))
      const components = [baseSignature, proofKey, shown, labels, [...mandatoryIndexes]]
      return writeProofValue({ form: FORM.derived, components })
    },
  }
}

/** parseDerivedProofValue (§3.5.8). */
function readDerived([first, second, third, fourth, fifth]: readonly unknown[]): DerivedProof | null {
  const signed = readSigned(first, second, third)
  const labelMap = readLabelMap(fourth, (hmac) => (isBytes(hmac, HMAC_KEY_LENGTH) ? `u${base64url(hmac)}` : null))
  const mandatoryIndexes = readIndexes(fifth)
  if (signed === null || labelMap === null || mandatoryIndexes === null) return null
  return {
    kind: 'derived',
    labelMap,
    mandatoryIndexes,
    statements: signed.signatures.length,
    holds: (parts, key) => holds(signed, parts, key),
  }
}

function readSigned(baseSignature: unknown, proofKey: unknown, signatures: unknown): Signed | null {
  if (!isBytes(baseSignature, SIGNATURE_LENGTH) || !isBytes(proofKey, KEY_LENGTH)) return null
  if (!Array.isArray(signatures) || signatures.length > MAX_STATEMENTS) return null
  const each: unknown[] = signatures
  if (!each.every((signature) => isBytes(signature, SIGNATURE_LENGTH))) return null
  return { baseSignature, proofKey, signatures: each }
}

/** Whether the issuer signed the proof's key, and that key every statement (§3.6.7, steps 5 to 9). */
async function holds(
  { baseSignature, proofKey, signatures }: Signed,
  parts: SignedParts,
  key: PublicKey,
): Promise<boolean> {
  if (hex(proofKey.subarray(0, 2)) !== CODEC || signatures.length !== parts.nonMandatory.length) return false
  const ofProof = soundKey({ algorithm: ALGORITHM, bytes: proofKey.subarray(2) })
  if (ofProof === null || !verifySignature(key, signData(parts, proofKey), baseSignature)) return false
  for (const [place, signature] of signatures.entries()) {
    if (place % IN_ONE_GO === 0) await turn()
    if (!verifySignature(ofProof, Buffer.from(parts.nonMandatory[place] ?? ''), signature)) return false
  }
  return true
}

/** serializeSignData (§3.5.1). */
function signData({ proofHash, mandatoryHash }: SignedParts, proofKey: Uint8Array): Uint8Array {
  return Buffer.concat([proofHash, proofKey, mandatoryHash])
}
