import type { ContextLoader } from '#contexts'
import type { JsonObject, PublicKey } from '#platform'
import type { Signer, SigningAlgorithm } from '../signer.ts'
import type { SignedAlike } from './signed-alike.ts'

/**
 * What a signature check found. `notCanonical`: the document cannot be brought into the form that is signed, because
 * its contexts do not define some of it; then no signature covers that part. `base`: a holder's own copy, good but for
 * its holder only: whoever has it could show any part of it. `unsupported`: a form of proof value that we do not know.
 */
export type SignatureFinding =
  | 'valid'
  | 'base'
  | 'invalid'
  | 'malformed'
  | 'unsupported'
  | 'notCanonical'
  | 'contextsRedefined'
  | 'tooComplex'

/**
 * How to sign. `mandatoryPointers` (RFC 6901) name what a holder can never leave out; without any, what is
 * needed to judge any part. Selective suites only.
 */
export interface SignOptions {
  created: Date
  contexts: ContextLoader
  mandatoryPointers?: readonly string[]
  /** Where many documents that are alike are signed over these contexts one after another. */
  alike?: SignedAlike
}

/**
 * Digests of a document that were worked out for one of its proofs and serve the next, by suite and hash. Whoever checks
 * all proofs of a document hands it along, so that it lives no longer than that check.
 */
export type DigestsOfDocument = Map<string, { document: JsonObject; digest: Uint8Array }>

/** A Data Integrity cryptosuite (VC Data Integrity §3.3). One file each, all of this shape; `suites.ts` is the list. */
export interface Cryptosuite {
  /** The proof's `cryptosuite`, or its `type` where that was before there were cryptosuites. */
  name: string
  /** What keys it can be used with. */
  algorithms: readonly SigningAlgorithm[]
  /** How long a `proofValue` may be, in characters. */
  maxProofValue: number
  /** Makes the proof of a document that has none. Throws `shape.invalid` and `pointer.unknown`. */
  sign(document: JsonObject, signer: Signer, options: SignOptions): Promise<JsonObject>
  /** Checks one proof of a document, which is given without its proofs, against a key. */
  verify(
    document: JsonObject,
    proof: JsonObject,
    key: PublicKey,
    contexts: ContextLoader,
    digests?: DigestsOfDocument,
  ): Promise<SignatureFinding>
  /** Selective suites only: the part of a document that the pointers name, with a proof of that part. */
  derive?(
    document: JsonObject,
    proof: JsonObject,
    selectivePointers: readonly string[],
    contexts: ContextLoader,
  ): Promise<JsonObject>
  /** Selective suites only: what a holder's own proof says can never be left out; null for any other proof. */
  mandatoryPointers?(proof: JsonObject): readonly string[] | null
}
