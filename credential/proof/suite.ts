import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import type { VerificationMethod } from '../did/document.ts'
import type { Signer, SigningAlgorithm } from '../signer.ts'

/**
 * What a signature check found. `notCanonical`: the document cannot be brought into the form that is signed, because
 * its contexts do not define some of it; then no signature covers that part.
 */
export type SignatureFinding = 'valid' | 'invalid' | 'notCanonical' | 'contextsRedefined' | 'tooComplex'

/** A Data Integrity cryptosuite (VC Data Integrity §3.3). One file each, all of this shape; `suites.ts` is the list. */
export interface Cryptosuite {
  name: string
  algorithm: SigningAlgorithm
  /** Signs a credential that has no proof, with that purpose, and answers it with its proof. Throws `shape.invalid`. */
  sign(credential: JsonObject, signer: Signer, created: Date, contexts: ContextLoader): Promise<JsonObject>
  /** Checks one proof of a document, which is given without its proofs, against a key. */
  verify(
    document: JsonObject,
    proof: JsonObject,
    key: VerificationMethod,
    contexts: ContextLoader,
  ): Promise<SignatureFinding>
}
