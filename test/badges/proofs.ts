import { loadContexts } from '#contexts'
import { type SecuringSuite, sign } from '#credential'
import { asArray, asText, base58Encode, type JsonObject, sha256 } from '#platform'
import { rdfc } from '../../credential/proof/rdfc.ts'
import { signClaims } from '../../credential/proof/vc-jwt.ts'
import type { MadeSigner } from '../credential/keys.ts'

export const contexts = loadContexts()

/** When the examples were signed; a fixed day, so that they differ in what they are and in nothing else. */
export const SIGNED = new Date('2026-07-01T09:00:00Z')

/** Signs as an issuer of ours does. */
export function signed(credential: JsonObject, suite: SecuringSuite, { signer }: MadeSigner): Promise<JsonObject> {
  return sign(credential, { suite, signer, now: SIGNED, contexts })
}

/** Further members of a proof: `proofPurpose`, `previousProof`, another `type`. */
export async function withProof(document: JsonObject, { signer }: MadeSigner, changes: JsonObject = {}) {
  const { proof, ...unsecured } = document
  const previous = asArray(proof).filter((one) => asArray(changes.previousProof).includes(idOf(one)))
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-07-01T09:00:00Z',
    verificationMethod: signer.id,
    proofPurpose: 'assertionMethod',
    ...changes,
  }
  if (options.type !== 'DataIntegrityProof') delete options.cryptosuite
  const covered = previous.length === 0 ? unsecured : { ...unsecured, proof: previous }
  const form = { hash: 'sha256' } as const
  const digest = Buffer.concat([
    sha256(rdfc.options(options, unsecured, contexts, form)),
    sha256(rdfc.document(covered, contexts, form)),
  ])
  const made = { ...options, proofValue: `z${base58Encode(await signer.sign(digest))}` }
  return { ...unsecured, proof: proof === undefined ? made : [...asArray(proof), made] }
}

/** The compact JWT in an envelope. */
export const compactOf = (envelope: JsonObject): string => asText(envelope.id).split(',')[1] ?? ''

/** Signs claims as a JWT of that type. */
export const jwt = (claims: JsonObject, typ: string, { signer }: MadeSigner) => signClaims(claims, { typ }, signer)

const idOf = (proof: unknown) => (typeof proof === 'object' && proof !== null && 'id' in proof ? String(proof.id) : '')
