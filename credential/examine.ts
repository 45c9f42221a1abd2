import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { ProofFinding, Subject } from './checks/check.ts'
import { parseDateTime } from './dates.ts'
import type { Relationship, VerificationMethod } from './did/document.ts'
import { resolveDid } from './did/resolve.ts'
import { publicKeyOf, publicKeyOfJwk, sameKey } from './multikey.ts'
import type { SignatureFinding } from './proof/suite.ts'
import { findSuite } from './proof/suites.ts'
import { headerFault, verifyJwt } from './proof/vc-jwt.ts'
import type { Received, ReceivedJwt } from './received.ts'
import type { World } from './world.ts'

const SKEW_MS = 5 * 60 * 1000
const MAX_PROOFS = 8
const MAX_CANDIDATES = 10
const MAX_NODES = 2_000

/** Looks at each proof once: finds the key it names in that key's own DID document, and checks the signature with it. */
export async function examine(received: Received, world: World): Promise<Subject> {
  const { credential } = received
  const issuerId = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  const subject = { received, credential, issuerId: typeof issuerId === 'string' ? issuerId : null }
  if (received.securing === 'none') return { ...subject, proofs: [] }
  if (received.securing === 'vc-jwt') {
    return { ...subject, proofs: [await examineJwt(received.jwt, subject, world)] }
  }
  return { ...subject, proofs: await examineProofs(credential, 'assertionMethod', world) }
}

/** Examines the embedded proofs of a document, each of which must be for the given purpose. */
export async function examineProofs(
  document: JsonObject,
  purpose: Relationship,
  world: World,
): Promise<ProofFinding[]> {
  const { proof, ...unsecured } = document
  const proofs = asArray(proof)
  if (proofs.length > MAX_PROOFS) return [finding('failed', 'proof.malformed', { proofs: proofs.length })]
  return Promise.all(proofs.map((one) => examineProof(unsecured, one, purpose, world)))
}

async function examineProof(
  document: JsonObject,
  proof: Json,
  purpose: Relationship,
  world: World,
): Promise<ProofFinding> {
  if (!isObject(proof)) return finding('failed', 'proof.malformed')
  const suite = proof.type === 'DataIntegrityProof' ? findSuite(proof.cryptosuite) : undefined
  const claimedBy = didOf(proof.verificationMethod)
  if (suite === undefined || proof.previousProof !== undefined) {
    const name = (asText(proof.cryptosuite) || asText(proof.type)).slice(0, 100)
    return finding('unknown', 'proof.unsupported', { suite: name }, claimedBy)
  }
  const { proofValue } = proof
  if (claimedBy === null && isWebAddress(proof.verificationMethod)) return finding('unknown', 'did.unsupported')
  if (claimedBy === null || typeof proofValue !== 'string' || proofValue.length > 512) {
    return finding('failed', 'proof.malformed', {}, claimedBy)
  }
  if (countObjects(document) > MAX_NODES) return finding('unknown', 'proof.tooComplex', {}, claimedBy)
  if (!asArray(document['@context']).every((context) => typeof context === 'string' && world.contexts.has(context))) {
    return finding('unknown', 'proof.notRun', {}, claimedBy)
  }
  const listed = await listedMethods(claimedBy, asText(proof.verificationMethod), world)
  if ('code' in listed) return listed
  const key = listed[purpose] ?? listed.other
  if (!key) return { ...finding('failed', 'proof.invalid', { reason: 'keyNotListed' }, claimedBy), keyNotListed: true }
  if (publicKeyOf(key)?.algorithm !== suite.algorithm) {
    return finding('failed', 'proof.invalid', { reason: 'keyDoesNotFit' }, claimedBy)
  }
  if (!isInUse(key, parseDateTime(proof.created) ?? world.now)) {
    return finding('failed', 'proof.invalid', { reason: 'keyRevoked' }, claimedBy)
  }
  const signature = await suite.verify(document, proof, key, world.contexts)
  if (signature !== 'valid') return finding(SIGNATURE[signature].outcome, SIGNATURE[signature].code, {}, claimedBy)
  if (proof.proofPurpose !== purpose || !listed[purpose]) return finding('failed', 'proof.purpose', {}, claimedBy)
  return datesOfProof(proof, world, claimedBy)
}

const SIGNATURE: Record<Exclude<SignatureFinding, 'valid'>, Pick<ProofFinding, 'outcome' | 'code'>> = {
  invalid: { outcome: 'failed', code: 'proof.invalid' },
  notCanonical: { outcome: 'failed', code: 'proof.notCanonical' },
  contextsRedefined: { outcome: 'failed', code: 'contexts.redefined' },
  tooComplex: { outcome: 'unknown', code: 'proof.tooComplex' },
}

/** VC Data Integrity §2.1: `created` and `expires` bound when the proof may be used. */
function datesOfProof(proof: JsonObject, { now, at }: World, signedBy: string): ProofFinding {
  const created = proof.created === undefined ? undefined : parseDateTime(proof.created)
  const expires = proof.expires === undefined ? undefined : parseDateTime(proof.expires)
  if (created === null || expires === null || (created && created.getTime() > now.getTime() + SKEW_MS)) {
    return finding('failed', 'proof.malformed', { reason: 'dates' }, signedBy)
  }
  if (expires && expires.getTime() <= (at ?? now).getTime()) {
    return finding('failed', 'proof.expired', { expires: expires.toISOString() }, signedBy)
  }
  const detail: ProofFinding['detail'] = created ? { created: created.toISOString() } : {}
  return { ...finding('passed', 'proof.ok', detail, signedBy), signedBy }
}

async function examineJwt(
  jwt: ReceivedJwt,
  { credential, issuerId }: Pick<Subject, 'credential' | 'issuerId'>,
  world: World,
): Promise<ProofFinding> {
  const { kid, jwk } = jwt.header
  const keyId = typeof kid === 'string' ? absoluteKeyId(kid, issuerId) : null
  const claimedBy = keyId === null ? issuerId : didOf(keyId)
  const fault = headerFault(jwt)
  if (fault !== null) {
    return finding(fault === 'unsupported' ? 'unknown' : 'failed', `proof.${fault}`, {}, claimedBy)
  }
  if (isWebAddress(claimedBy ?? keyId)) return finding('unknown', 'did.unsupported')
  if (claimedBy === null) return finding('failed', 'proof.malformed', {}, claimedBy)
  const listed = await listedMethods(claimedBy, keyId, world)
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

interface Listed {
  assertionMethod?: VerificationMethod | undefined
  authentication?: VerificationMethod | undefined
  /** The key under that name if it is listed for something else only. */
  other?: VerificationMethod | undefined
  all: readonly VerificationMethod[]
}

/** The key of that name in the DID's own document, by what it may be used for; or the finding that it could not be had. */
async function listedMethods(did: string, keyId: string | null, world: World): Promise<Listed | ProofFinding> {
  try {
    const document = await resolveDid(did, world)
    // A key counts only under its own controller: else anyone could list another's key as theirs (VC-DI §4.2).
    const own = (methods: readonly VerificationMethod[]) => methods.filter(({ controller }) => controller === did)
    const named = (methods: readonly VerificationMethod[]) => own(methods).find(({ id }) => id === keyId)
    const assertionMethod = named(document.assertionMethod)
    const authentication = named(document.authentication)
    return {
      assertionMethod,
      authentication,
      other: assertionMethod ?? authentication,
      all: own(document.assertionMethod),
    }
  } catch (error) {
    if (!(error instanceof PassportError) || !error.code.startsWith('did.')) throw error
    const outcome = OUTCOME_OF_DID[error.code] ?? 'unknown'
    return finding(outcome, error.code, { did }, did)
  }
}

/** A DID that is given up, or a server that answers for another, is established; all else means we could not look. */
const OUTCOME_OF_DID: Partial<Record<string, ProofFinding['outcome']>> = {
  'did.invalid': 'failed',
  'did.mismatch': 'failed',
  'did.deactivated': 'failed',
}

function holdsKey(method: VerificationMethod, jwk: Json): boolean {
  const listed = publicKeyOf(method)
  const brought = publicKeyOfJwk(jwk)
  return listed !== null && brought !== null && sameKey(listed, brought)
}

const isMethod = (method: VerificationMethod | undefined): method is VerificationMethod => method !== undefined

/** A key may be named by a fragment, or by its name alone: then it is the issuer's (VC-JOSE-COSE §3.3.1). */
function absoluteKeyId(kid: string, issuerId: string | null): string {
  if (kid.startsWith('#')) return `${issuerId}${kid}`
  return kid.includes(':') ? kid : `${issuerId}#${kid}`
}

/** A name of an issuer or a key that is no DID: such are published in ways we do not read. */
function isWebAddress(name: Json | undefined): boolean {
  return typeof name === 'string' && /^https?:/i.test(name)
}

/** Whether a key was neither revoked nor expired then (Controlled Identifiers §2.2). A date that cannot be read ends it. */
function isInUse({ revoked, expires }: VerificationMethod, then: Date): boolean {
  return [revoked, expires].every((end) => end === undefined || (parseDateTime(end)?.getTime() ?? 0) > then.getTime())
}

/** How many things a document speaks of; each is a node to canonicalise. */
function countObjects(value: Json | undefined): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countObjects(item), 0)
  if (!isObject(value)) return 0
  return Object.values(value).reduce<number>((sum, inner) => sum + countObjects(inner), 1)
}

function didOf(keyId: Json | undefined): string | null {
  return typeof keyId === 'string' && keyId.startsWith('did:') ? (keyId.split('#')[0] ?? null) : null
}

function finding(
  outcome: ProofFinding['outcome'],
  code: string,
  detail: ProofFinding['detail'] = {},
  claimedBy: string | null = null,
): ProofFinding {
  return { outcome, code, detail, claimedBy, signedBy: null, keyNotListed: false }
}
