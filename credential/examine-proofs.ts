import { asArray, asText, isObject, type Json, type JsonObject, turn } from '#platform'
import { finding, type ProofFinding } from './checks/check.ts'
import { CLOCK_TOLERANCE_MS, parseDateTime } from './dates.ts'
import type { Relationship, VerificationMethod } from './did/document.ts'
import { controllerOf } from './did/resolve.ts'
import { heldAgainstKeyTime, NO_WITNESS, type Witness } from './key-time.ts'
import { listedKeys } from './listed-keys.ts'
import { multikeyOf, publicKeyOf } from './multikey.ts'
import { foundWithPins } from './pinned-keys.ts'
import type { Cryptosuite, DigestsOfDocument, SignatureFinding } from './proof/suite.ts'
import { suiteOf } from './proof/suites.ts'
import type { World } from './world.ts'

const MAX_PROOFS = 8
const MAX_NODES = 2_000

/**
 * Examines the embedded proofs of a document, which says it is by that issuer or holder. Each must be for the given
 * purpose (VC Data Integrity §4.4).
 */
export async function examineProofs(
  document: JsonObject,
  purpose: Relationship,
  by: string | null,
  world: World,
  witness: Witness = NO_WITNESS,
): Promise<ProofFinding[]> {
  const { proof, ...unsecured } = document
  const proofs = asArray(proof)
  // More than we look at says nothing of any of them.
  if (proofs.length > MAX_PROOFS) return [finding('unknown', 'proof.tooComplex', { proofs: proofs.length }, by)]
  const ids = proofs.flatMap((one) => (isObject(one) && one.id !== undefined ? [one.id] : []))
  if (new Set(ids).size < ids.length) return [finding('failed', 'proof.malformed', { reason: 'sameId' })]
  const secured = { unsecured, proofs, purpose, by, witness, effort: { isTooMuch: false, digests: new Map() } }
  return Promise.all(proofs.map((one) => examineProof(one, secured, world)))
}

interface Secured {
  unsecured: JsonObject
  proofs: readonly Json[]
  purpose: Relationship
  by: string | null
  witness: Witness
  effort: Effort
}

/** What was found in working on one proof of a document and holds for its others. */
interface Effort {
  /** Whether one took too much work already: then each of the others would too. */
  isTooMuch: boolean
  digests: DigestsOfDocument
}

async function examineProof(proof: Json, secured: Secured, world: World): Promise<ProofFinding> {
  const { unsecured, proofs, purpose, by } = secured
  if (!isObject(proof)) return finding('failed', 'proof.malformed')
  const suite = suiteOf(proof)
  const claimedBy = controllerOf(proof.verificationMethod, by)
  if (suite === undefined) {
    const name = (asText(proof.cryptosuite) || asText(proof.type)).slice(0, 100)
    return finding('unknown', 'proof.unsupported', { suite: name }, claimedBy)
  }
  const { proofValue } = proof
  if (claimedBy === null || typeof proofValue !== 'string') return finding('failed', 'proof.malformed', {}, claimedBy)
  if (proofValue.length > suite.maxProofValue) {
    // One signature is never so long; what shows parts may be, and we read only so much of it.
    const isOurLimit = suite.derive !== undefined
    return finding(
      isOurLimit ? 'unknown' : 'failed',
      isOurLimit ? 'proof.tooComplex' : 'proof.malformed',
      {},
      claimedBy,
    )
  }
  if (countObjects(unsecured) > MAX_NODES) return finding('unknown', 'proof.tooComplex', {}, claimedBy)
  if (!asArray(unsecured['@context']).every((one) => typeof one === 'string' && world.contexts.has(one))) {
    return finding('unknown', 'proof.notRun', {}, claimedBy)
  }
  const document = withPreviousProofs(unsecured, proof, proofs)
  if (document === null) return finding('failed', 'proof.chainBroken', {}, claimedBy)
  const listed = await listedKeys(claimedBy, asText(proof.verificationMethod), world)
  if ('code' in listed) return listed
  const question = { document, proof, suite, claimedBy, purpose }
  if (listed.pinnedBy !== null) {
    const tried = listed.all[purpose].map((method) => () => examineWith(method, question, true, secured, world))
    return foundWithPins(tried, listed.pinnedBy, claimedBy)
  }
  const method = listed[purpose] ?? listed.other
  if (!method) {
    return { ...finding('failed', 'proof.invalid', { reason: 'keyNotListed' }, claimedBy), keyNotListed: true }
  }
  return examineWith(method, question, listed[purpose] !== undefined, secured, world)
}

interface Question {
  document: JsonObject
  proof: JsonObject
  suite: Cryptosuite
  claimedBy: string
  purpose: Relationship
}

/** What is found of one proof with one key, which is listed for the purpose or for something else only. */
async function examineWith(
  method: VerificationMethod,
  { document, proof, suite, claimedBy, purpose }: Question,
  isListed: boolean,
  { effort, witness }: Pick<Secured, 'effort' | 'witness'>,
  world: World,
): Promise<ProofFinding> {
  const { unknownType } = method
  if (unknownType !== undefined) return finding('unknown', 'proof.unsupported', { keyType: unknownType }, claimedBy)
  const key = publicKeyOf(method)
  if (key === null || !suite.algorithms.includes(key.algorithm)) {
    return finding('failed', 'proof.invalid', { reason: 'keyDoesNotFit' }, claimedBy)
  }
  await turn()
  const signature = effort.isTooMuch
    ? 'tooComplex'
    : await suite.verify(document, proof, key, world.contexts, effort.digests)
  effort.isTooMuch ||= signature === 'tooComplex'
  const good = signature === 'valid' || (signature === 'base' && world.asHolder === true)
  if (!good) return finding(SIGNATURE[signature].outcome, SIGNATURE[signature].code, {}, claimedBy)
  if (proof.proofPurpose !== purpose || !isListed) return finding('failed', 'proof.purpose', {}, claimedBy)
  const signedAt = parseDateTime(proof.created)
  const found = datesOfProof(proof, signedAt, world, claimedBy)
  const signed = { ...found, key: { id: method.id, multikey: multikeyOf(key) }, signedAt }
  return heldAgainstKeyTime(signed, method, world, witness)
}

/** What a signature that is not good for whoever looks says of the proof. */
const SIGNATURE: Record<SignatureFinding, Pick<ProofFinding, 'outcome' | 'code'>> = {
  valid: { outcome: 'passed', code: 'proof.ok' },
  base: { outcome: 'unknown', code: 'proof.base' },
  invalid: { outcome: 'failed', code: 'proof.invalid' },
  malformed: { outcome: 'failed', code: 'proof.malformed' },
  unsupported: { outcome: 'unknown', code: 'proof.unsupported' },
  notCanonical: { outcome: 'failed', code: 'proof.notCanonical' },
  contextsRedefined: { outcome: 'failed', code: 'contexts.redefined' },
  tooComplex: { outcome: 'unknown', code: 'proof.tooComplex' },
}

/**
 * What a proof signs: the document, and in a chain the proofs that it follows (VC Data Integrity §4.4, step on
 * `previousProof`). Null where one of those is not there, or is the proof itself.
 */
function withPreviousProofs(unsecured: JsonObject, proof: JsonObject, proofs: readonly Json[]): JsonObject | null {
  if (proof.previousProof === undefined) return unsecured
  const names = asArray(proof.previousProof)
  const previous = names.map((name) => proofs.find((one) => isObject(one) && one.id === name && one !== proof))
  if (names.length === 0 || !previous.every(isObject)) return null
  return { ...unsecured, proof: previous }
}

/** VC Data Integrity §2.1: `created` and `expires` bound when the proof may be used. */
function datesOfProof(proof: JsonObject, created: Date | null, { now, at }: World, signedBy: string): ProofFinding {
  const expires = proof.expires === undefined ? undefined : parseDateTime(proof.expires)
  const isUnread = created === null && proof.created !== undefined
  if (isUnread || expires === null || (created && created.getTime() > now.getTime() + CLOCK_TOLERANCE_MS)) {
    return finding('failed', 'proof.malformed', { reason: 'dates' }, signedBy)
  }
  if (expires && expires.getTime() <= (at ?? now).getTime()) {
    return finding('failed', 'proof.expired', { expires: expires.toISOString() }, signedBy)
  }
  const detail: ProofFinding['detail'] = created ? { created: created.toISOString() } : {}
  return { ...finding('passed', 'proof.ok', detail, signedBy), signedBy }
}

/** How many things a document speaks of; each is a node to canonicalise. */
function countObjects(value: Json | undefined): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) for (const item of value) count += countObjects(item)
  else {
    count = 1
    for (const key of Object.keys(value)) count += countObjects(value[key])
  }
  return count
}
