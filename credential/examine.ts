import { isObject } from '#platform'
import type { Subject } from './checks/check.ts'
import { examineJwt } from './examine-jwt.ts'
import { examineProofs } from './examine-proofs.ts'
import type { Received } from './received.ts'
import type { World } from './world.ts'

/** Looks at each proof once: finds the key it names in that key's own document, and checks the signature with it. */
export async function examine(received: Received, world: World): Promise<Subject> {
  const { credential } = received
  const issuerId = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  const subject = { received, credential, issuerId: typeof issuerId === 'string' ? issuerId : null }
  if (received.securing === 'none') return { ...subject, proofs: [] }
  if (received.securing === 'vc-jwt') {
    return { ...subject, proofs: [await examineJwt(received.jwt, subject, world)] }
  }
  return { ...subject, proofs: await examineProofs(credential, 'assertionMethod', subject.issuerId, world) }
}
