import { isObject } from '#platform'
import type { ProofFinding, Subject } from './checks/check.ts'
import { examineJwt } from './examine-jwt.ts'
import { examineProofs } from './examine-proofs.ts'
import { NO_WITNESS } from './key-time.ts'
import { hasOwnVocabulary, type Received } from './received.ts'
import { examineSdJwt } from './sd-jwt/examine.ts'
import type { World } from './world.ts'

/** Looks at each proof once: finds the key it names in that key's own document, and checks the signature with it. */
export async function examine(received: Received, world: World): Promise<Subject> {
  const { credential } = received
  const subject = { received, credential, issuerId: issuerIdOf(received) }
  return { ...subject, proofs: await proofsOf(received, subject, world) }
}

function issuerIdOf(received: Received): string | null {
  const { credential } = received
  // SD-JWT VC §3.2.2.2: its issuer is `iss`; the VC Data Model's `issuer` must then say the same, which its proof checks.
  if (hasOwnVocabulary(received)) return typeof credential.iss === 'string' ? credential.iss : null
  const issuerId = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  return typeof issuerId === 'string' ? issuerId : null
}

async function proofsOf(
  received: Received,
  subject: Pick<Subject, 'credential' | 'issuerId'>,
  world: World,
): Promise<ProofFinding[]> {
  const witness = NO_WITNESS
  switch (received.securing) {
    case 'none':
    case 'open-badges-2':
      return []
    case 'vc-jwt':
      return [await examineJwt(received.jwt, 'credential', subject, world, witness)]
    case 'sd-jwt':
      return [await examineSdJwt(received, subject, world, witness)]
    case 'data-integrity':
      return examineProofs(received.credential, 'assertionMethod', subject.issuerId, world, witness)
  }
}
