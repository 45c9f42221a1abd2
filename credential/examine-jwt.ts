import { isObject, type JsonObject } from '#platform'
import { finding, type ProofFinding, type Subject } from './checks/check.ts'
import type { VerificationMethod } from './did/document.ts'
import { controllerOf } from './did/resolve.ts'
import { holdsKey, isInUse, listedKeys } from './listed-keys.ts'
import { headerFault, verifyJwt } from './proof/vc-jwt.ts'
import type { ReceivedJwt } from './received.ts'
import type { World } from './world.ts'

const MAX_CANDIDATES = 10

/** Examines the signature of a VC-JWT (VC-JOSE-COSE §3.1, Open Badges 3.0 §8.2). */
export async function examineJwt(
  jwt: ReceivedJwt,
  { credential, issuerId }: Pick<Subject, 'credential' | 'issuerId'>,
  world: World,
): Promise<ProofFinding> {
  const { kid, jwk } = jwt.header
  const keyId = typeof kid === 'string' ? absoluteKeyId(kid, issuerId) : null
  const claimedBy = keyId === null ? issuerId : controllerOf(keyId, issuerId)
  const fault = headerFault(jwt)
  if (fault !== null) {
    return finding(fault === 'unsupported' ? 'unknown' : 'failed', `proof.${fault}`, {}, claimedBy)
  }
  if (claimedBy === null) return finding('failed', 'proof.malformed', {}, claimedBy)
  const listed = await listedKeys(claimedBy, keyId, world)
  if ('code' in listed) return listed
  const named = keyId === null ? listed.all.slice(0, MAX_CANDIDATES) : [listed.assertionMethod].filter(isMethod)
  const candidates = named.filter((method) => isInUse(method, world.now))
  // Open Badges 3.0 §8.2.4 lets a JWT bring its key along: believed only if the issuer lists the very same key.
  const fitting = jwk === undefined ? candidates : candidates.filter((method) => holdsKey(method, jwk))
  if (fitting.length === 0) {
    return { ...finding('failed', 'proof.invalid', { reason: 'keyNotListed' }, claimedBy), keyNotListed: true }
  }
  const verified = await Promise.all(fitting.map((method) => verifyJwt(jwt, method)))
  if (!verified.includes(true)) return finding('failed', 'proof.invalid', {}, claimedBy)
  if (!claimsAgree(jwt.claims, credential, issuerId)) return finding('failed', 'proof.claimMismatch', {}, claimedBy)
  return { ...finding('passed', 'proof.ok', {}, claimedBy), signedBy: claimedBy }
}

/** VC-JOSE-COSE §3.1.3: a claim that repeats a property of the credential must say the same. */
function claimsAgree({ iss, jti, sub }: JsonObject, credential: JsonObject, issuerId: string | null): boolean {
  const subject = credential.credentialSubject
  const subjectId = isObject(subject) ? subject.id : undefined
  return (
    (iss === undefined || iss === issuerId) &&
    (jti === undefined || credential.id === undefined || jti === credential.id) &&
    (sub === undefined || subjectId === undefined || sub === subjectId)
  )
}

const isMethod = (method: VerificationMethod | undefined): method is VerificationMethod => method !== undefined

/** A key may be named by a fragment, or by its name alone: then it is the issuer's (VC-JOSE-COSE §3.3.1). */
function absoluteKeyId(kid: string, issuerId: string | null): string {
  if (kid.startsWith('#')) return `${issuerId}${kid}`
  return kid.includes(':') ? kid : `${issuerId}#${kid}`
}
