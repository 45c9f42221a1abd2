import type { ContextLoader } from '#contexts'
import { isObject, type JsonObject, PassportError } from '#platform'
import { derive } from './derive.ts'
import { expectPinnedContexts } from './pinned-contexts.ts'
import type { SignedAlike } from './proof/signed-alike.ts'
import { findSuite } from './proof/suites.ts'
import { signJwt } from './proof/vc-jwt.ts'
import { envelopeOf } from './received.ts'
import { issueSdJwt } from './sd-jwt/issue.ts'
import type { Signer, SigningAlgorithm } from './signer.ts'

/** How an issuer can secure its credentials, and what keys each way takes; the first is used where none is named. */
export const SECURING = {
  'eddsa-rdfc-2022': ['EdDSA'],
  'eddsa-jcs-2022': ['EdDSA'],
  'ecdsa-rdfc-2019': ['ES256', 'ES384'],
  'ecdsa-jcs-2019': ['ES256', 'ES384'],
  'ecdsa-sd-2023': ['ES256'],
  'bbs-2023': ['BBS'],
  'vc-jwt': ['EdDSA', 'ES256', 'ES384', 'RS256'],
  'sd-jwt-vc': ['ES256', 'ES384', 'EdDSA'],
} as const satisfies Readonly<Record<string, readonly SigningAlgorithm[]>>

/** How an issuer secures its credentials: fixed when the issuer is made. */
export type SecuringSuite = keyof typeof SECURING

export interface Signing {
  suite: SecuringSuite
  signer: Signer
  now: Date
  contexts: ContextLoader
  /** JSON pointers to what a holder can never leave out, for the suites with selective disclosure. */
  mandatoryPointers?: readonly string[]
  /** Where many credentials that are alike are signed over these contexts one after another, with one whole signature each. */
  alike?: SignedAlike
}

/**
 * Signs a credential and answers it secured: with an embedded proof, or as the envelope of a JWT. Order and content
 * are kept. Throws `contexts.unknown`, and `shape.invalid` for a term that its contexts do not define: such a part
 * would be in the document and under no signature.
 */
export async function sign(credential: JsonObject, { suite: name, signer, now, ...how }: Signing): Promise<JsonObject> {
  if (credential.proof !== undefined) throw new PassportError('shape.invalid', 'The credential already has a proof.')
  const issuer = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  if (typeof issuer !== 'string') throw new PassportError('shape.invalid', 'The credential has no issuer.')
  expectPinnedContexts(credential, how.contexts)
  if (name === 'sd-jwt-vc') return envelopeOf(await issueSdJwt(credential, signer, { now, ...how }))
  const suite = findSuite(name)
  if (how.mandatoryPointers !== undefined && suite?.derive === undefined) {
    throw new PassportError('request.invalid', `mandatoryPointers: the suite ${name} signs everything as one.`)
  }
  if (name === 'vc-jwt') return signJwt(credential, signer, now)
  if (suite === undefined) throw new PassportError('proof.unsupported', 'This cryptosuite is not known here.')
  return { ...credential, proof: await suite.sign(credential, signer, { created: now, ...how }) }
}

/** How the key of a suite with which a holder shows parts signs what is for everyone, where there is another way. */
const FOR_ALL: Partial<Record<SecuringSuite, SecuringSuite>> = {
  'ecdsa-sd-2023': 'ecdsa-rdfc-2019',
  'sd-jwt-vc': 'vc-jwt',
}

/**
 * Signs what is served to everyone as it is, such as a status list or a list of issuers: with the same key, as one whole;
 * with BBS a copy that shows everything.
 */
export async function signForAll(credential: JsonObject, asked: Signing): Promise<JsonObject> {
  const signing = { ...asked, suite: FOR_ALL[asked.suite] ?? asked.suite }
  if (findSuite(signing.suite)?.derive === undefined) return sign(credential, signing)
  return derive(await sign(credential, { ...signing, mandatoryPointers: [''] }), [''], signing.contexts)
}
