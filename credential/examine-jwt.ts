import { isObject, type JsonObject, type PublicKey } from '#platform'
import { finding, type ProofFinding, type Subject } from './checks/check.ts'
import type { Relationship, VerificationMethod } from './did/document.ts'
import { controllerOf, isWebAddress } from './did/resolve.ts'
import { type ReceivedJwt, timeOfClaim } from './jwt.ts'
import { heldAgainstKeyTime, NO_WITNESS, type Witness } from './key-time.ts'
import { freshly, holdsKey, listedKeys } from './listed-keys.ts'
import { multikeyOf, publicKeyOf } from './multikey.ts'
import { foundWithPins } from './pinned-keys.ts'
import { headerFault, type JwtKind, verifyJwt } from './proof/vc-jwt.ts'
import type { World } from './world.ts'

const MAX_CANDIDATES = 10

/** Examines the issuer's signature of a VC-JWT (VC-JOSE-COSE §3.1, Open Badges 3.0 §8.2) or of an SD-JWT. */
export async function examineJwt(
  jwt: ReceivedJwt,
  kind: 'credential' | 'sd-jwt',
  { credential, issuerId }: Pick<Subject, 'credential' | 'issuerId'>,
  world: World,
  witness: Witness = NO_WITNESS,
): Promise<ProofFinding> {
  const found = await examineSignature(jwt, { kind, by: issuerId, purpose: 'assertionMethod' }, world, witness)
  if (found.outcome !== 'passed' || claimsAgree(jwt.claims, credential, issuerId)) return found
  return finding('failed', 'proof.claimMismatch', {}, found.claimedBy)
}

/** Whose a JWT is to be: of which kind, by whom it says it is, and what the key must be listed for. */
export interface SignatureQuestion {
  kind: JwtKind
  by: string | null
  purpose: Relationship
}

/** Examines the signature of a JWT with the key that it names, in that key's own document. */
export async function examineSignature(
  jwt: ReceivedJwt,
  question: SignatureQuestion,
  world: World,
  witness: Witness = NO_WITNESS,
): Promise<ProofFinding> {
  const found = await examineAsListed(jwt, question, world, witness)
  if (typeof jwt.header.kid === 'string' || found.code !== 'proof.invalid') return found
  // It names no key, so it may be signed with one that was made a moment ago, which is not in a copy from before.
  return examineAsListed(jwt, question, { ...world, load: freshly(world) }, witness)
}

async function examineAsListed(
  jwt: ReceivedJwt,
  { kind, by, purpose }: SignatureQuestion,
  world: World,
  witness: Witness,
): Promise<ProofFinding> {
  const { kid, jwk, x5c } = jwt.header
  const keyId = typeof kid === 'string' ? absoluteKeyId(kid, by) : null
  const claimedBy = keyId === null ? by : signerOf(keyId, by)
  const fault = headerFault(jwt, kind)
  if (fault !== null) {
    return finding(fault === 'unsupported' ? 'unknown' : 'failed', `proof.${fault}`, {}, claimedBy)
  }
  if (claimedBy === null) {
    // Whom a certificate speaks for is for those to say whom the certificate's own signer trusts; we trust none.
    return x5c === undefined
      ? finding('failed', 'proof.malformed', {}, claimedBy)
      : finding('unknown', 'proof.certificate', {}, claimedBy)
  }
  const listed = await listedKeys(claimedBy, keyId, world)
  if ('code' in listed) return x5c === undefined ? listed : finding('unknown', 'proof.certificate', {}, claimedBy)
  if (listed.pinnedBy !== null) {
    const tried = listed.all[purpose].map((method) => () => examineWith(method, jwt, claimedBy, world, witness))
    return foundWithPins(tried, listed.pinnedBy, claimedBy)
  }
  const candidates = keyId === null ? listed.all[purpose] : [listed[purpose]].filter(isMethod)
  const unknownType = candidates.find((method) => method.unknownType !== undefined)?.unknownType
  const named = candidates.filter((method) => method.unknownType === undefined).slice(0, MAX_CANDIDATES)
  // Open Badges 3.0 §8.2.4 lets a JWT bring its key along: believed only if the issuer lists the very same key.
  const fitting = jwk === undefined ? named : named.filter((method) => holdsKey(method, jwk))
  // It may be signed with the one that we cannot read.
  const unread = finding('unknown', 'proof.unsupported', { keyType: unknownType ?? '' }, claimedBy)
  if (fitting.length === 0) {
    if (unknownType !== undefined) return unread
    if (keyId !== null && named.length === 0 && listed.other) return finding('failed', 'proof.purpose', {}, claimedBy)
    return { ...finding('failed', 'proof.invalid', { reason: 'keyNotListed' }, claimedBy), keyNotListed: true }
  }
  const tried = await Promise.all(
    fitting.map(async (method) => {
      const publicKey = publicKeyOf(method)
      return publicKey !== null && (await verifyJwt(jwt, publicKey)) ? { method, publicKey } : null
    }),
  )
  const key = tried.find((one) => one !== null)
  if (!key) {
    // It may be signed with one of those that were not tried.
    if (candidates.length > MAX_CANDIDATES) return finding('unknown', 'proof.tooComplex', {}, claimedBy)
    return unknownType === undefined ? finding('failed', 'proof.invalid', {}, claimedBy) : unread
  }
  return signedWith(key, jwt, claimedBy, world, witness)
}

/** What is found of a JWT with one key. */
async function examineWith(
  method: VerificationMethod,
  jwt: ReceivedJwt,
  claimedBy: string,
  world: World,
  witness: Witness,
): Promise<ProofFinding> {
  const publicKey = publicKeyOf(method)
  const isGood = publicKey !== null && (await verifyJwt(jwt, publicKey))
  if (!isGood) return finding('failed', 'proof.invalid', {}, claimedBy)
  return signedWith({ method, publicKey }, jwt, claimedBy, world, witness)
}

function signedWith(
  { method, publicKey }: { method: VerificationMethod; publicKey: PublicKey },
  jwt: ReceivedJwt,
  claimedBy: string,
  world: World,
  witness: Witness,
): Promise<ProofFinding> {
  const found: ProofFinding = {
    ...finding('passed', 'proof.ok', {}, claimedBy),
    signedBy: claimedBy,
    key: { id: method.id, multikey: multikeyOf(publicKey) },
    signedAt: timeOfClaim(jwt.claims.iat),
  }
  return heldAgainstKeyTime(found, method, world, witness)
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
function absoluteKeyId(kid: string, by: string | null): string {
  if (kid.startsWith('#')) return `${by}${kid}`
  return kid.includes(':') ? kid : `${by}#${kid}`
}

/** Who holds the key of that name. In a web issuer's own key set it may go by any name that is an address of its own. */
function signerOf(keyId: string, by: string | null): string | null {
  return controllerOf(keyId, by) ?? (by !== null && isWebAddress(by) ? by : null)
}
