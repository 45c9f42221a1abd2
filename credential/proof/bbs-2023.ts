import { bbsDerive, bbsVerify, bbsVerifyDerived, hex, PassportError } from '#platform'
import type { Signer } from '../signer.ts'
import { createShuffledIdLabelMapFunction } from './selective/label-maps.ts'
import { readPointers } from './selective/pointers.ts'
import {
  formOf,
  isBytes,
  isPlace,
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

/** The feature option `baseline`; what is bound to a holder's secret or to a pseudonym has other forms (§3.3.1, §3.3.6). */
const FORM = { base: 0x02, derived: 0x03 } as const
const OTHER_FORMS: readonly number[] = [0x04, 0x05, 0x06, 0x07, 0x08, 0x09]

const SIGNATURE_LENGTH = 80
const HEADER_LENGTH = 64
const KEY_LENGTH = 96

/** A derived proof: three points, four scalars, and a scalar for each statement that is left out (BBS §4.4.5). */
const proofLength = (leftOut: number) => 272 + 32 * leftOut

/** A verifier's challenge, or the like; we send none. */
const MAX_PRESENTATION_HEADER = 1_024

/** Each statement that may be left out costs some milliseconds of computing; an Open Badge has about a hundred. */
const MAX_SELECTIVE = 250

/** Data Integrity BBS Cryptosuites §3.3 and §3.4, as far as it is not the same in every selective suite. */
export const bbsScheme: Scheme = {
  maxProofValue: 100_000,
  maxSelective: MAX_SELECTIVE,
  labelMapFactory: createShuffledIdLabelMapFunction,

  async createBase(parts: SignedParts, { hmacKey, mandatoryPointers }: BaseSecrets, signer: Signer): Promise<string> {
    if (signer.signMessages === undefined || signer.publicKey === undefined) {
      throw new PassportError('proof.unsupported', 'This key cannot sign statement by statement.')
    }
    const header = headerOf(parts)
    const signature = await signer.signMessages(header, messagesOf(parts))
    const components = [signature, header, signer.publicKey, hmacKey, [...mandatoryPointers]]
    return writeProofValue({ form: FORM.base, components })
  },

  read(proofValue) {
    if (OTHER_FORMS.includes(formOf(proofValue) ?? -1)) return 'unsupported'
    const value = readProofValue(proofValue)
    if (value?.components.length !== 5) return 'malformed'
    if (value.form === FORM.base) return readBase(value.components) ?? 'malformed'
    return (value.form === FORM.derived ? readDerived(value.components) : null) ?? 'malformed'
  },
}

/** BBS over all statements at once: two shows of one credential have no part of the signature in common. */
export const bbs2023 = selectiveSuite('bbs-2023', ['BBS'], bbsScheme)

/** parseBaseProofValue (§3.3.2). */
function readBase([signature, header, publicKey, hmacKey, pointers]: readonly unknown[]): BaseProof | null {
  const mandatoryPointers = readPointers(pointers)
  if (!isBytes(signature, SIGNATURE_LENGTH) || !isBytes(header, HEADER_LENGTH) || mandatoryPointers === null)
    return null
  if (!isBytes(publicKey, KEY_LENGTH) || !isBytes(hmacKey, HMAC_KEY_LENGTH)) return null
  const fits = (parts: SignedParts) => hex(headerOf(parts)) === hex(header)
  return {
    kind: 'base',
    hmacKey,
    mandatoryPointers,
    holds: async (parts, { bytes }) =>
      fits(parts) &&
      hex(bytes) === hex(publicKey) &&
      (await bbsVerify(signature, { publicKey, header, messages: messagesOf(parts) })),
    disclose: async (parts, { labelMap, mandatoryIndexes, selectiveIndexes }) => {
      const presentationHeader = new Uint8Array()
      const signed = { publicKey, header, messages: messagesOf(parts) }
      const proof = await bbsDerive(signature, signed, { indexes: selectiveIndexes, presentationHeader })
      const labels = writeLabelMap(labelMap, (label) => Number(label.slice(1)))
      const components = [proof, labels, [...mandatoryIndexes], [...selectiveIndexes], presentationHeader]
      return writeProofValue({ form: FORM.derived, components })
    },
  }
}

/** parseDerivedProofValue (§3.3.7). */
function readDerived([
  proof,
  labels,
  mandatory,
  selective,
  presentationHeader,
]: readonly unknown[]): DerivedProof | null {
  const labelMap = readLabelMap(labels, (place) => (isPlace(place) ? `b${place}` : null))
  const mandatoryIndexes = readIndexes(mandatory)
  const indexes = readIndexes(selective)
  if (!isBytes(proof) || !isBytes(presentationHeader) || presentationHeader.length > MAX_PRESENTATION_HEADER)
    return null
  if (labelMap === null || mandatoryIndexes === null || indexes === null) return null
  const leftOut = (proof.length - proofLength(0)) / 32
  const messages = leftOut + indexes.length
  if (!Number.isInteger(leftOut) || leftOut < 0 || messages > MAX_SELECTIVE) return null
  if ((indexes.at(-1) ?? -1) >= messages) return null
  return {
    kind: 'derived',
    labelMap,
    mandatoryIndexes,
    statements: indexes.length,
    holds: async (parts, { bytes: publicKey }) => {
      const signed = { publicKey, header: headerOf(parts), messages: messagesOf(parts) }
      return await bbsVerifyDerived(proof, signed, { indexes, presentationHeader })
    },
  }
}

/** The BBS header: what is always shown (§3.4.5, step 4). */
function headerOf({ proofHash, mandatoryHash }: SignedParts): Uint8Array {
  return Buffer.concat([proofHash, mandatoryHash])
}

function messagesOf({ nonMandatory }: SignedParts): Uint8Array[] {
  return nonMandatory.map((line) => Buffer.from(line))
}
