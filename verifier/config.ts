import { z } from 'zod'
import type { TrustListSource } from '#credential'
import { readSettings, SERVICE_SETTINGS, SETTINGS, type ServiceConfig, serviceConfig } from '#server'
import type { TrustPolicy } from '#trust'

/** Every setting of the verifier. */
export const settings = z.object({
  VERIFIER_PORT: SETTINGS.port(4003),
  VERIFIER_URL: SETTINGS.ownUrl,
  ...SERVICE_SETTINGS,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  TRUST_POLICY: SETTINGS.TRUST_POLICY,
  RESOLVE_ANY_DID: SETTINGS.RESOLVE_ANY_DID,
})

export interface VerifierConfig extends ServiceConfig {
  statusMaxAgeSeconds: number
  trustLists: TrustListSource[]
  trustPolicy: TrustPolicy
  /** Whether `/1.0/identifiers/` also resolves DIDs for which somebody's server has to be asked. */
  fetchesDids: boolean
}

/** Reads the settings once; throws `settings.invalid`, naming each that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): VerifierConfig {
  const read = readSettings(settings, environment)
  return {
    ...serviceConfig(read, { name: 'verifier', port: read.VERIFIER_PORT, url: read.VERIFIER_URL }),
    statusMaxAgeSeconds: read.STATUS_MAX_AGE,
    trustLists: read.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    trustPolicy: read.TRUST_POLICY,
    fetchesDids: read.RESOLVE_ANY_DID,
  }
}
