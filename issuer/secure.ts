import { type SignedAlike, sign } from '#credential'
import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { HoldsCheck } from './check-holds.ts'
import { expectHolds } from './home.ts'
import { type SignsNow, signAs } from './identity.ts'
import type { Prepared } from './intend.ts'
import { homeOf, homeWorld } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'

/** What its recipient can never leave out, where the issuer's suite lets them show parts. */
type Mandatory = readonly string[] | undefined

/** Signs what was written down, and verifies it before it leaves. */
export async function secure(
  unsigned: string,
  issuer: Issuer,
  parts: IssuerParts,
  mandatoryPointers?: Mandatory,
): Promise<JsonObject> {
  return signAs(issuer, parts, async (key) => {
    const signed = await signWith(key, unsigned, issuer, parts, { mandatoryPointers })
    await expectHolds(signed, await homeWorld(issuer, parts))
    return signed
  })
}

/** With what many awards of one achievement are secured, one after another. */
export interface Alike {
  alike: SignedAlike
  check: HoldsCheck
}

/** What came of many, by their ids. */
export interface Secured {
  signed: ReadonlyMap<string, JsonObject>
  refused: ReadonlyMap<string, PassportError>
}

/**
 * The same for many that are alike, with the key and the DID document read once. What does not
 * hold is done again by itself, as if it had come alone: the key may have been replaced meanwhile.
 */
export async function secureAll(
  intents: readonly Prepared[],
  issuer: Issuer,
  parts: IssuerParts,
  { alike, check }: Alike,
): Promise<Secured> {
  const signed = new Map<string, JsonObject>()
  await signAs(issuer, parts, async (key) => {
    for (const { id, unsigned } of intents) {
      const one = await orRefusal(() => signWith(key, unsigned, issuer, parts, { alike }))
      if (!(one instanceof PassportError)) signed.set(id, one)
    }
  })
  const ids = [...signed.keys()]
  const holds = await check.run([...signed.values()], await homeOf(issuer, parts))
  for (const [at, id] of ids.entries()) if (holds[at] !== true) signed.delete(id)
  const refused = new Map<string, PassportError>()
  for (const { id, unsigned } of intents) {
    if (signed.has(id)) continue
    const one = await orRefusal(() => secure(unsigned, issuer, parts))
    if (one instanceof PassportError) refused.set(id, one)
    else signed.set(id, one)
  }
  return { signed, refused }
}

async function orRefusal<T>(act: () => Promise<T>): Promise<T | PassportError> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return error
  }
}

async function signWith(
  key: SignsNow,
  unsigned: string,
  issuer: Issuer,
  { contexts }: Pick<IssuerParts, 'contexts'>,
  { mandatoryPointers, alike }: { mandatoryPointers?: Mandatory; alike?: SignedAlike },
): Promise<JsonObject> {
  const credential = parseJsonObject(unsigned)
  // The status that we keep is looked up in every copy, whatever the request calls mandatory: else one that is revoked could be
  // shown without it.
  const ownStatus = issuer.hasStatus && credential.credentialStatus !== undefined ? ['/credentialStatus'] : []
  return await sign(credential, {
    suite: issuer.suite,
    ...key,
    contexts,
    ...(alike && { alike }),
    ...(mandatoryPointers === undefined ? {} : { mandatoryPointers: [...mandatoryPointers, ...ownStatus] }),
  })
}
