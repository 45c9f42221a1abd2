import { finding, type ProofFinding, type Subject } from '../checks/check.ts'
import { examineJwt } from '../examine-jwt.ts'
import type { Witness } from '../key-time.ts'
import { hasOwnVocabulary, type Received } from '../received.ts'
import type { World } from '../world.ts'
import type { Disclosed, DisclosureFault } from './disclose.ts'

/** What SD-JWT VC §3.2.2.2 lets nobody withhold: who says it, of what kind it is, for how long, and whether it still holds. */
const NEVER_SELECTIVE = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', '_sd_alg'])

/** Examines an SD-JWT (RFC 9901 §7.1, SD-JWT VC §3.4): its disclosures must belong to it, and its issuer's signature hold. */
export async function examineSdJwt(
  received: Extract<Received, { securing: 'sd-jwt' }>,
  { credential, issuerId }: Pick<Subject, 'credential' | 'issuerId'>,
  world: World,
  witness: Witness,
): Promise<ProofFinding> {
  const { jwt, sdJwt } = received
  // Words of the VC Data Model that its claims could contradict are there only where its context is.
  const said = { issuerId, credential: hasOwnVocabulary(received) ? {} : credential }
  const found = await examineJwt(jwt, 'sd-jwt', said, world, witness)
  const fault = faultOf(sdJwt.disclosed)
  if (fault === null || found.outcome === 'failed') return found
  // A hash function that we do not know is no fault of theirs; all else is, and the digests are what is signed.
  if (fault === 'hashUnknown') return finding('unknown', 'proof.unsupported', { reason: fault }, found.claimedBy)
  return finding('failed', 'proof.disclosures', { reason: fault }, found.claimedBy)
}

function faultOf(disclosed: Disclosed | DisclosureFault): DisclosureFault | null {
  if (typeof disclosed === 'string') return disclosed
  return disclosed.shown.some(({ pointer }) => NEVER_SELECTIVE.has(pointer.slice(1))) ? 'nameReserved' : null
}
