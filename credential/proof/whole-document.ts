import type { ContextLoader } from '#contexts'
import { base58Decode, base58Encode, type JsonObject, type PublicKey, sha256, sha384, verifySignature } from '#platform'
import { formatDateTime } from '../dates.ts'
import type { Signer, SigningAlgorithm } from '../signer.ts'
import { findingOf, refusalOf } from './canonical-fault.ts'
import type { SignedAlike } from './signed-alike.ts'
import type { Cryptosuite, DigestsOfDocument, SignatureFinding, SignOptions } from './suite.ts'

type Hash = 'sha256' | 'sha384'

export interface CanonicalisationOptions {
  hash: Hash
  /** What it has in common with others that are signed with it. */
  alike?: SignedAlike | undefined
}

/** How a suite brings a document and the proof's own options into the bytes that are hashed. Throws `CanonicalError`. */
export interface Canonicalisation {
  document(document: JsonObject, contexts: ContextLoader, how: CanonicalisationOptions): string
  /** `proof` is without its `proofValue`; `document` without its proofs. */
  options(proof: JsonObject, document: JsonObject, contexts: ContextLoader, how: CanonicalisationOptions): string
  /** What of the document is signed, where the proof says something about it (EdDSA Cryptosuites §3.3.2, step 4). */
  signedPart?(proof: JsonObject, document: JsonObject): JsonObject
  /** What a new proof says beyond its options. */
  extraOptions?(document: JsonObject): JsonObject
}

/** P-384 goes with SHA-384, all else with SHA-256 (ECDSA Cryptosuites §3.2.3). */
const hashOf = (algorithm: SigningAlgorithm): Hash => (algorithm === 'ES384' ? 'sha384' : 'sha256')
const DIGEST = { sha256, sha384 }

/** base58btc of 96 bytes is at most 132 characters. */
const MAX_PROOF_VALUE = 200

/**
 * A suite that signs one digest of the whole document after one of the proof's own options (EdDSA Cryptosuites §3.2 and
 * §3.3, ECDSA Cryptosuites §3.2 and §3.3). What differs is the canonical form and the kind of key.
 */
export function wholeDocumentSuite(
  name: string,
  algorithms: readonly SigningAlgorithm[],
  form: Canonicalisation,
  type: 'DataIntegrityProof' | 'Ed25519Signature2020' = 'DataIntegrityProof',
): Cryptosuite {
  function digest(
    proof: JsonObject,
    document: JsonObject,
    contexts: ContextLoader,
    how: CanonicalisationOptions,
    digests?: DigestsOfDocument,
  ): Uint8Array {
    const options = form.options(proof, document, contexts, how)
    const signed = form.signedPart?.(proof, document) ?? document
    return Buffer.concat([DIGEST[how.hash](options), digestOfDocument(signed, contexts, how, digests)])
  }

  /** The proofs of one document are checked one after another: it is canonicalised once for all of them. */
  function digestOfDocument(
    document: JsonObject,
    contexts: ContextLoader,
    how: CanonicalisationOptions,
    digests?: DigestsOfDocument,
  ): Uint8Array {
    const { hash } = how
    const known = digests?.get(`${name} ${hash}`)
    if (known?.document === document) return known.digest
    const made = DIGEST[hash](form.document(document, contexts, how))
    digests?.set(`${name} ${hash}`, { document, digest: made })
    return made
  }

  async function sign(
    document: JsonObject,
    signer: Signer,
    { created, contexts, alike }: SignOptions,
  ): Promise<JsonObject> {
    const options: JsonObject = {
      type,
      ...(type === 'DataIntegrityProof' ? { cryptosuite: name } : {}),
      created: formatDateTime(created),
      verificationMethod: signer.id,
      proofPurpose: 'assertionMethod',
      ...form.extraOptions?.(document),
    }
    try {
      const bytes = digest(options, document, contexts, { hash: hashOf(signer.algorithm), alike })
      return { ...options, proofValue: `z${base58Encode(await signer.sign(bytes))}` }
    } catch (error) {
      throw refusalOf(error)
    }
  }

  async function verify(
    document: JsonObject,
    { proofValue, ...options }: JsonObject,
    key: PublicKey,
    contexts: ContextLoader,
    digests?: DigestsOfDocument,
  ): Promise<SignatureFinding> {
    const signature = readSignature(proofValue)
    if (signature === null) return 'malformed'
    try {
      const bytes = digest(options, document, contexts, { hash: hashOf(key.algorithm) }, digests)
      return verifySignature(key, bytes, signature) ? 'valid' : 'invalid'
    } catch (error) {
      return findingOf(error)
    }
  }

  return { name, algorithms, maxProofValue: MAX_PROOF_VALUE, sign, verify }
}

function readSignature(proofValue: unknown): Uint8Array | null {
  if (typeof proofValue !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(proofValue)) return null
  return base58Decode(proofValue.slice(1))
}
