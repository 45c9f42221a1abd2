import type { SdJwtVcPayload } from '@sd-jwt/sd-jwt-vc'
import { asText, base64url, isObject, type Json, type JsonObject, PassportError, randomToken, sha256 } from '#platform'
import { defaultMandatoryPointers } from '../mandatory-parts.ts'
import { pointsInto } from '../proof/selective/pointers.ts'
import { jwtClaims } from '../proof/vc-jwt.ts'
import type { Signer } from '../signer.ts'
import { selectable } from './selectable.ts'

/** The type of our SD-JWT VCs: a credential of the VC Data Model, whose own `type` and contexts say the rest. */
const OUR_TYPE = 'https://w3id.org/skills-passport/verifiable-credential/v1'

/** Names that SD-JWT keeps for itself (RFC 9901 §4.1). */
const KEPT = new Set(['_sd', '_sd_alg', '...'])

/**
 * Signs a credential as an SD-JWT VC: the credential itself as claims, beside what JWT and SD-JWT VC have names for. Throws
 * `pointer.unknown` for a mandatory pointer that leads nowhere, `shape.invalid` for a name that SD-JWT keeps for itself.
 */
export async function issueSdJwt(
  credential: JsonObject,
  signer: Signer,
  { now, mandatoryPointers }: { now: Date; mandatoryPointers?: readonly string[] | undefined },
): Promise<string> {
  expectNoKeptNames(credential)
  const unknown = mandatoryPointers?.find((pointer) => !pointsInto(credential, pointer))
  if (unknown !== undefined) throw unknownPointer(unknown)
  const mandatory = mandatoryPointers ?? defaultMandatoryPointers(credential)
  // `sub` would name the holder in every copy; whether to show `credentialSubject.id` is theirs to say.
  const { iss, sub: _shownInEveryCopy, ...claims } = jwtClaims(credential)
  const payload: Record<string, unknown> & SdJwtVcPayload = {
    ...claims,
    iss: asText(iss),
    iat: Math.floor(now.getTime() / 1000),
    vct: OUR_TYPE,
  }
  // Loaded when first needed: few issuers sign so, and it is not small.
  const { SDJwtVcInstance } = await import('@sd-jwt/sd-jwt-vc')
  const issuer = new SDJwtVcInstance({
    hasher: (data) => sha256(typeof data === 'string' ? data : new Uint8Array(data)),
    hashAlg: 'sha-256',
    saltGenerator: () => randomToken(),
    signAlg: signer.algorithm,
    signer: async (data) => base64url(await signer.sign(new TextEncoder().encode(data))),
  })
  // The library's type of a frame knows the members of a payload only where they are written down; ours come with it.
  const frame = selectable(credential, mandatory) as Parameters<typeof issuer.issue<SdJwtVcPayload>>[1]
  return issuer.issue<SdJwtVcPayload>(payload, frame, { header: { kid: signer.id } })
}

function expectNoKeptNames(value: Json | undefined): void {
  if (Array.isArray(value)) value.forEach(expectNoKeptNames)
  if (!isObject(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (KEPT.has(name)) throw new PassportError('shape.invalid', `An SD-JWT keeps the name ${name} for itself.`)
    expectNoKeptNames(inner)
  }
}

const unknownPointer = (pointer: string) =>
  new PassportError('pointer.unknown', `The credential has nothing at ${pointer.slice(0, 200)}.`, {
    details: { pointer },
  })
