import { asText, isObject, type JsonObject, publicKeyOfPem } from '#platform'
import { finding, type ProofFinding } from '../checks/check.ts'
import { parseMoment } from '../dates.ts'
import { type ReceivedJwt, timeOfClaim } from '../jwt.ts'
import { heldAgainstKeyTime, NO_WITNESS } from '../key-time.ts'
import { multikeyOf } from '../multikey.ts'
import { headerFault, verifyJwt } from '../proof/vc-jwt.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import { keyNamedBy } from './assertion.ts'
import { byId, isUnhad, loadNamed } from './linked-data.ts'

/** What was found of who stands behind a badge. */
export interface Vouched {
  proof: Pick<CheckResult, 'outcome' | 'code' | 'detail'>
  issuer: Pick<CheckResult, 'outcome' | 'code' | 'detail'>
  /** What was found of the signature where one holds; a hosted badge has none. */
  signature?: ProofFinding
}

/**
 * A signed Assertion (§5.2): the key that it names is one that the issuer's own profile lists, says that it is the issuer's,
 * and its signature holds.
 */
export async function examineSigned(
  jwt: ReceivedJwt,
  assertion: JsonObject,
  profile: JsonObject,
  world: World,
): Promise<Vouched> {
  const issuerId = asText(profile.id)
  // Open Badges 2.0 gives a token no type of its own, and issuers write what they like.
  const { typ: _, ...header } = jwt.header
  const fault = headerFault({ ...jwt, header }, 'credential')
  if (fault !== null) return unproven(fault === 'unsupported' ? 'unknown' : 'failed', `proof.${fault}`)
  const listed = byId(profile.publicKey)
  const keyId = keyNamedBy(assertion) ?? (listed.size === 1 ? ([...listed.keys()][0] ?? '') : '')
  if (!listed.has(keyId)) {
    return {
      proof: { outcome: 'failed', code: 'proof.invalid', detail: { reason: 'keyNotListed' } },
      issuer: { outcome: 'failed', code: 'issuer.keyNotListed', detail: { issuer: issuerId } },
    }
  }
  const key = await keyOf(listed.get(keyId), keyId, world)
  if ('reason' in key)
    return unproven('unknown', 'proof.unreachable', { address: keyId.slice(0, 500), reason: asText(key.reason) })
  const owner = asText(key.owner)
  const publicKey = publicKeyOfPem(asText(key.publicKeyPem))
  if (publicKey === null || !(await verifyJwt(jwt, publicKey))) {
    return unproven('failed', 'proof.invalid', publicKey === null ? { reason: 'keyDoesNotFit' } : {})
  }
  const signed = {
    ...finding('passed', 'proof.ok', {}, issuerId),
    signedBy: issuerId,
    key: { id: keyId, multikey: multikeyOf(publicKey) },
    signedAt: signedAt(jwt, assertion),
  }
  const signature = await heldAgainstKeyTime(signed, key, world, NO_WITNESS)
  const { outcome, code, detail } = signature
  const proof = { outcome: 'passed', code: 'proof.ok', detail: { proofs: 1 } } as const
  if (outcome !== 'passed') return { proof, issuer: { outcome, code, detail: { ...detail, issuer: issuerId } } }
  if (owner !== issuerId) {
    return {
      proof,
      issuer: { outcome: 'failed', code: 'issuer.keyMismatch', detail: { issuer: issuerId, signer: owner } },
    }
  }
  return { proof, issuer: { outcome: 'passed', code: 'issuer.ok', detail: { issuer: issuerId } }, signature }
}

/** The time of the token, where it states one; else the badge's own (§4.1 `issuedOn`), the latest that it can mean. */
function signedAt({ claims: { iat } }: ReceivedJwt, { issuedOn }: JsonObject): Date | null {
  return timeOfClaim(iat) ?? parseMoment(issuedOn)?.latest ?? null
}

/** A key that is written out in the profile, or else what is at its own address. */
async function keyOf(listed: unknown, keyId: string, world: World): Promise<JsonObject> {
  if (isObject(listed) && listed.publicKeyPem !== undefined) return listed
  const found = await loadNamed(keyId, world)
  return isUnhad(found) ? { reason: found.reason } : found.document
}

function unproven(outcome: 'failed' | 'unknown', code: string, detail: CheckResult['detail'] = {}): Vouched {
  return { proof: { outcome, code, detail }, issuer: { outcome: 'unknown', code: 'issuer.notRun', detail: {} } }
}
