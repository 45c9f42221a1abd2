import { asArray, type JsonObject } from '#platform'
import type { Issuer } from './records/issuers.ts'

const VERSION_1 = 'https://www.w3.org/2018/credentials/v1'
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2'
const BITSTRING_STATUS = 'https://www.w3.org/ns/credentials/status/v1'

/** Secured by a signature around it, so that no words for a proof are needed inside. */
const ENVELOPED: ReadonlySet<Issuer['suite']> = new Set(['vc-jwt', 'sd-jwt-vc'])

/**
 * A credential of VC Data Model 1.1 with what it needs to be issued: its `issuanceDate` where that is absent (§4.6), and
 * the contexts that define what we add to it, which version 2.0 brings along. Any other credential as it is.
 */
export function withVersion1Terms(credential: JsonObject, issuer: Issuer, now: Date): JsonObject {
  const contexts = asArray(credential['@context'])
  if (!contexts.includes(VERSION_1)) return credential
  const further = [
    ...(ENVELOPED.has(issuer.suite) ? [] : [DATA_INTEGRITY]),
    ...(issuer.hasStatus ? [BITSTRING_STATUS] : []),
  ].filter((context) => !contexts.includes(context))
  const complete: JsonObject =
    further.length === 0 ? credential : { ...credential, '@context': [...contexts, ...further] }
  if (credential.issuanceDate !== undefined) return complete
  return { ...complete, issuanceDate: `${now.toISOString().slice(0, 19)}Z` }
}
