import type { ContextLoader } from '#contexts'
import { asArray, isObject, type JsonObject, PassportError } from '#platform'
import { findSuite } from './proof/suites.ts'
import { signJwt } from './proof/vc-jwt.ts'
import type { Signer } from './signer.ts'

/** How an issuer secures its credentials: fixed when the issuer is made. */
export type SecuringSuite = 'eddsa-rdfc-2022' | 'vc-jwt'

/**
 * Signs a credential and answers it secured: with an embedded proof, or as the envelope of a JWT. Order and content
 * are kept. Throws `contexts.unknown`, and `shape.invalid` for a term that its contexts do not define: such a part
 * would be in the document and under no signature.
 */
export async function sign(
  credential: JsonObject,
  how: { suite: SecuringSuite; signer: Signer; now: Date; contexts: ContextLoader },
): Promise<JsonObject> {
  if (credential.proof !== undefined) throw new PassportError('shape.invalid', 'The credential already has a proof.')
  const issuer = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  if (typeof issuer !== 'string') throw new PassportError('shape.invalid', 'The credential has no issuer.')
  for (const context of asArray(credential['@context'])) {
    if (typeof context !== 'string')
      throw new PassportError('contexts.inline', 'A context is written into the credential.')
    if (!how.contexts.has(context)) {
      throw new PassportError('contexts.unknown', `The context ${context.slice(0, 200)} is not known here.`)
    }
  }
  if (how.suite === 'vc-jwt') return signJwt(credential, how.signer)
  const suite = findSuite(how.suite)
  if (suite === undefined) throw new PassportError('proof.unsupported', 'This cryptosuite is not known here.')
  return suite.sign(credential, how.signer, how.now, how.contexts)
}
