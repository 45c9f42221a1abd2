import { isObject, type Json, PassportError, type PublicKey, publicKeyOfJwk, sameKey } from '#platform'
import { finding, type ProofFinding } from './checks/check.ts'
import type { DidDocument, Relationship, VerificationMethod } from './did/document.ts'
import { resolveController } from './did/resolve.ts'
import { publicKeyOf } from './multikey.ts'
import { type PinnedKeys, pinnedKeys } from './pinned-keys.ts'
import type { Load, World } from './world.ts'

/**
 * The keys that somebody lists as theirs. One that fell into others' hands is taken off every list of uses and stays among the
 * methods as `revoked`: what it was for is not said there any more, and it is looked at as if it had been for this.
 */
export interface ListedKeys {
  assertionMethod?: VerificationMethod | undefined
  authentication?: VerificationMethod | undefined
  /** The key under that name if it is listed for something else only. */
  other?: VerificationMethod | undefined
  /** All that are listed for a purpose, for a signature that names none. */
  all: Readonly<Record<Relationship, readonly VerificationMethod[]>>
  /** The trust list that these are from, where their own document was not to be had: there they go by no names of theirs. */
  pinnedBy: PinnedKeys['list'] | null
}

/** The key of that name in its holder's own document, by what it may be used for; or the finding that it could not be had. */
export async function listedKeys(
  controller: string,
  keyId: string | null,
  world: World,
): Promise<ListedKeys | ProofFinding> {
  const pinned = pinnedKeys(controller, world)
  if (pinned?.isClosed === true) return listedInPins(pinned)
  try {
    const document = await resolveController(controller, world)
    const listed = listedIn(document, keyId)
    if (keyId === null || listed.other !== undefined) return listed
    // A key that was made a moment ago is not in a copy from before.
    return listedIn(await resolveController(controller, { ...world, load: freshly(world) }), keyId)
  } catch (error) {
    if (!(error instanceof PassportError) || !error.code.startsWith('did.')) throw error
    const outcome = OUTCOME_OF_DID[error.code] ?? 'unknown'
    if (pinned !== undefined && error.code === 'did.unresolvable') return listedInPins(pinned)
    return finding(outcome, error.code, { did: controller }, controller)
  }
}

export function listedIn(document: DidDocument, keyId: string | null): ListedKeys {
  // A key counts only under its own controller: else anyone could list another's key as theirs (VC-DI §4.2).
  const own = (methods: readonly VerificationMethod[]) => methods.filter(({ controller }) => controller === document.id)
  const listedFor = (purpose: Relationship) => {
    const methods = own(document[purpose])
    const revoked = own(document.verificationMethod).filter(
      (method) => method.revoked !== undefined && !methods.some(({ id }) => id === method.id),
    )
    return [...methods, ...revoked]
  }
  const all = { assertionMethod: listedFor('assertionMethod'), authentication: listedFor('authentication') }
  const named = (methods: readonly VerificationMethod[]) => methods.find(({ id }) => id === keyId)
  const assertionMethod = named(all.assertionMethod)
  const authentication = named(all.authentication)
  return { assertionMethod, authentication, other: assertionMethod ?? authentication, all, pinnedBy: null }
}

/** Lists pin the keys by which credentials are signed, and those alone. */
function listedInPins({ methods, list }: PinnedKeys): ListedKeys {
  return { all: { assertionMethod: methods, authentication: [] }, pinnedBy: list }
}

const A_MOMENT_SECONDS = 1

/** The same load, that answers with no copy older than a moment: what such a copy lacks may have been added since. */
export function freshly({ load, now }: Pick<World, 'load' | 'now'>): Load {
  return async (url, options) => {
    const loaded = await load(url, { ...options, maxAgeSeconds: A_MOMENT_SECONDS })
    if (now.getTime() - loaded.asOf.getTime() <= A_MOMENT_SECONDS * 1_000) return loaded
    throw new PassportError('fetch.failed', 'Only an older copy of the document could be had.')
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
