import type { ContextLoader } from '#contexts'
import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { expectPinnedContexts } from './pinned-contexts.ts'
import { suiteOf } from './proof/suites.ts'
import { envelopeOf, receiveJson } from './received.ts'
import { presentSdJwt } from './sd-jwt/present.ts'

/**
 * What a holder can never leave out of a credential of which they can show a part; null for one that is only as it is.
 * A proof in a chain is over the other proofs too, and so over the whole.
 */
export function mandatoryPointersOf(credential: JsonObject): readonly string[] | null {
  const proof = baseProofOf(credential)
  return (proof && suiteOf(proof)?.mandatoryPointers?.(proof)) ?? null
}

/** Whether a credential is a copy out of which its holder may have left parts; an SD-JWT VC says so by its `vct`. */
export function mayLackParts(credential: JsonObject): boolean {
  const isDerived = (proof: Json) => isObject(proof) && suiteOf(proof)?.derive !== undefined
  return credential.vct !== undefined || (asArray(credential.proof).some(isDerived) && !isHoldersCopy(credential))
}

/** Whether a credential is its holder's own copy, from which any part could be shown: it is never handed on as it is. */
export function isHoldersCopy(credential: JsonObject): boolean {
  return baseProofOf(credential) !== undefined
}

/**
 * The part of a credential that the pointers name, what is mandatory in it, and a proof of just that part (VC-API
 * §3.5.1); of an SD-JWT, a copy with those disclosures. Further proofs are over the whole, and are left out. The empty
 * pointer names everything. Throws `pointer.unknown`; `proof.unsupported` where the credential has no part that could be shown by itself; `contexts.*`.
 */
export async function derive(
  credential: JsonObject,
  selectivePointers: readonly string[],
  contexts: ContextLoader,
): Promise<JsonObject> {
  const received = receiveJson(credential)
  if (received.securing === 'sd-jwt') return envelopeOf(presentSdJwt(received.sdJwt.presented, selectivePointers))
  const { proof: _, ...document } = credential
  const proof = baseProofOf(credential)
  const suite = proof && suiteOf(proof)
  if (proof === undefined || suite?.derive === undefined) {
    throw new PassportError('proof.unsupported', 'No proof of this credential lets its holder show a part of it.')
  }
  expectPinnedContexts(document, contexts)
  return suite.derive(document, proof, selectivePointers, contexts)
}

function baseProofOf({ proof }: JsonObject): JsonObject | undefined {
  return asArray(proof)
    .filter(isObject)
    .find((one) => one.previousProof === undefined && (suiteOf(one)?.mandatoryPointers?.(one) ?? null) !== null)
}
