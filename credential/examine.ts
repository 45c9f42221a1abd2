import { isObject } from '#platform'
import type { ProofFinding, Subject } from './checks/check.ts'
import { examineJwt } from './examine-jwt.ts'
import { examineProofs } from './examine-proofs.ts'
import { isOfKeyTime, type Witness } from './key-time.ts'
import { findInLog, isWitnessedBefore } from './log/look-up.ts'
import { hasOwnVocabulary, type Received } from './received.ts'
import { examineSdJwt } from './sd-jwt/examine.ts'
import type { World } from './world.ts'

/** Looks at each proof once: finds the key it names in that key's own document, and checks the signature with it. */
export async function examine(received: Received, world: World): Promise<Subject> {
  const { credential } = received
  const subject = { received, credential, issuerId: issuerIdOf(received) }
  const look = () => findInLog(received, subject.issuerId, world)
  let inLog: ReturnType<typeof look> | undefined
  const witness: Witness = async (before) => {
    inLog ??= look()
    return isWitnessedBefore(await inLog, before)
  }
  const proofs = await proofsOf(received, subject, world, witness)
  // Until a signature holds nobody is asked for the sake of it.
  const isSigned = proofs.some((proof) => proof.signedBy !== null || isOfKeyTime(proof))
  return { ...subject, proofs, inLog: await (inLog ?? (isSigned ? look() : 'none')) }
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
  witness: Witness,
): Promise<ProofFinding[]> {
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
