import { type SignedAlike, sign, type World } from '#credential'
import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import { type SignsNow, signAs } from './identity.ts'
import type { Prepared } from './intend.ts'
import { expectOwnWorkHolds, homeWorld } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'

interface How {
  /** What its recipient can never leave out, where the issuer's suite lets them show parts. */
  mandatoryPointers?: readonly string[] | undefined
  /** For awards of one achievement, one after another. */
  alike?: SignedAlike
}

/** Signs what was written down, and verifies it before it leaves. */
export async function secure(unsigned: string, issuer: Issuer, parts: IssuerParts, how: How = {}): Promise<JsonObject> {
  return signAs(issuer, parts, async (key) =>
    secureWith(unsigned, { issuer, key, home: await homeWorld(issuer, parts), parts, how }),
  )
}

/**
 * The same for many that are alike, with the key and the DID document read once: what came of each, by its id. What does not
 * hold is done again by itself, as if it had come alone: the key may have been replaced meanwhile.
 */
export async function secureAll(
  intents: readonly Prepared[],
  issuer: Issuer,
  parts: IssuerParts,
  alike: SignedAlike,
): Promise<Map<string, JsonObject | PassportError>> {
  const how = { alike }
  return signAs(issuer, parts, async (key) => {
    const home = await homeWorld(issuer, parts)
    const secured = new Map<string, JsonObject | PassportError>()
    for (const { id, unsigned } of intents) {
      const signed = await orRefusal(() => secureWith(unsigned, { issuer, key, home, parts, how }))
      const isGood = !(signed instanceof PassportError)
      secured.set(id, isGood ? signed : await orRefusal(() => secure(unsigned, issuer, parts, how)))
    }
    return secured
  })
}

async function orRefusal<T>(act: () => Promise<T>): Promise<T | PassportError> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return error
  }
}

async function secureWith(
  unsigned: string,
  { issuer, key, home, parts, how }: { issuer: Issuer; key: SignsNow; home: World; parts: IssuerParts; how: How },
): Promise<JsonObject> {
  const { mandatoryPointers, alike } = how
  const credential = parseJsonObject(unsigned)
  // The status that we keep is looked up in every copy, whatever the request calls mandatory: else one that is revoked could be
  // shown without it.
  const ownStatus = issuer.hasStatus && credential.credentialStatus !== undefined ? ['/credentialStatus'] : []
  const signed = await sign(credential, {
    suite: issuer.suite,
    ...key,
    contexts: parts.contexts,
    ...(alike && { alike }),
    ...(mandatoryPointers === undefined ? {} : { mandatoryPointers: [...mandatoryPointers, ...ownStatus] }),
  })
  await expectOwnWorkHolds(signed, home)
  return signed
}
