import { isObject, type Json, PassportError, type PublicKey, publicKeyOfJwk, sameKey } from '#platform'
import { finding, type ProofFinding } from './checks/check.ts'
import { parseDateTime } from './dates.ts'
import type { Relationship, VerificationMethod } from './did/document.ts'
import { resolveController } from './did/resolve.ts'
import { publicKeyOf } from './multikey.ts'
import type { World } from './world.ts'

/** The keys that somebody lists as theirs. */
export interface ListedKeys {
  assertionMethod?: VerificationMethod | undefined
  authentication?: VerificationMethod | undefined
  /** The key under that name if it is listed for something else only. */
  other?: VerificationMethod | undefined
  /** All that are listed for a purpose, for a signature that names none. */
  all: Readonly<Record<Relationship, readonly VerificationMethod[]>>
}

/** The key of that name in its holder's own document, by what it may be used for; or the finding that it could not be had. */
export async function listedKeys(
  controller: string,
  keyId: string | null,
  world: World,
): Promise<ListedKeys | ProofFinding> {
  try {
    const document = await resolveController(controller, world)
    // A key counts only under its own controller: else anyone could list another's key as theirs (VC-DI §4.2).
    const own = (methods: readonly VerificationMethod[]) => methods.filter((method) => method.controller === controller)
    const named = (methods: readonly VerificationMethod[]) => own(methods).find(({ id }) => id === keyId)
    const assertionMethod = named(document.assertionMethod)
    const authentication = named(document.authentication)
    return {
      assertionMethod,
      authentication,
      other: assertionMethod ?? authentication,
      all: { assertionMethod: own(document.assertionMethod), authentication: own(document.authentication) },
    }
  } catch (error) {
    if (!(error instanceof PassportError) || !error.code.startsWith('did.')) throw error
    const outcome = OUTCOME_OF_DID[error.code] ?? 'unknown'
    return finding(outcome, error.code, { did: controller }, controller)
  }
}

/** A DID that is given up, or a server that answers for another, is established; all else means we could not look. */
const OUTCOME_OF_DID: Partial<Record<string, ProofFinding['outcome']>> = {
  'did.invalid': 'failed',
  'did.mismatch': 'failed',
  'did.deactivated': 'failed',
}

/** Whether a method's key is the one that a JWK holds. */
export function holdsKey(method: VerificationMethod, jwk: Json): boolean {
  const listed: PublicKey | null = publicKeyOf(method)
  const brought = isObject(jwk) ? publicKeyOfJwk(jwk) : null
  return listed !== null && brought !== null && sameKey(listed, brought)
}

/** Whether a key was neither revoked nor expired then (Controlled Identifiers §2.2). A date that cannot be read ends it. */
export function isInUse({ revoked, expires }: VerificationMethod, then: Date): boolean {
  return [revoked, expires].every((end) => end === undefined || (parseDateTime(end)?.getTime() ?? 0) > then.getTime())
}
