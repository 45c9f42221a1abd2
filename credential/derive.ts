import type { ContextLoader } from '#contexts'
import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { expectPinnedContexts } from './pinned-contexts.ts'
import { suiteOf } from './proof/suites.ts'

/** A proof of which its holder can show a part, unless it is one in a chain, whose other proofs are over the whole. */
function isSelective(proof: Json): proof is JsonObject {
  return isObject(proof) && suiteOf(proof)?.derive !== undefined && proof.previousProof === undefined
}

/** Whether a credential is such that a part of it can be shown; then it is never shown as its holder has it. */
export function canDerive({ proof }: JsonObject): boolean {
  return asArray(proof).some(isSelective)
}

/**
 * The part of a credential that the pointers name, what is mandatory in it, and a proof of just that part (VC Data
 * Integrity §1.6). Further proofs are over the whole, and are left out. The empty pointer names everything. Throws
 * `pointer.unknown`; `proof.unsupported` where the credential has no part that could be shown by itself; `contexts.*`.
 */
export async function derive(
  credential: JsonObject,
  selectivePointers: readonly string[],
  contexts: ContextLoader,
): Promise<JsonObject> {
  const { proof: all, ...document } = credential
  const proof = asArray(all).find(isSelective)
  const suite = proof && suiteOf(proof)
  if (proof === undefined || suite?.derive === undefined) {
    throw new PassportError('proof.unsupported', 'No proof of this credential lets its holder show a part of it.')
  }
  expectPinnedContexts(document, contexts)
  if (asText(proof.proofValue).length > suite.maxProofValue) {
    throw new PassportError('proof.unsupported', 'The proof of this credential is too long.')
  }
  return suite.derive(document, proof, selectivePointers, contexts)
}
