import type { JsonObject } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'

const issuer = makeSigner()

/** Things that all look alike, each related to the three after it: none can be told from another in time. */
const alike = Array.from({ length: 12 }, (_, place) => ({
  type: ['AchievementSubject'],
  achievement: {
    id: `_:a${place}`,
    type: ['Achievement'],
    related: [1, 2, 3].map((step) => ({ id: `_:a${(place + step) % 12}`, type: ['Related'] })),
  },
}))

/** A credential that nobody signed, and that takes all the work which one is given. */
export function poisoned(proofs: number): JsonObject {
  const proof = Array.from({ length: proofs }, (_, place) => ({
    id: `urn:proof:${place}`,
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: issuer.signer.id,
    proofPurpose: 'assertionMethod',
    // In a chain each is over the document and another proof, so that none has the work of another done already.
    previousProof: `urn:proof:${(place + 1) % proofs}`,
    proofValue: `z${'3'.repeat(86)}`,
  }))
  return { ...sampleCredential(issuer.did), credentialSubject: alike, proof }
}
