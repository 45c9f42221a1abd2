import { z } from 'zod'
import type { TrustListSource } from '#credential'
import { readSettings, SERVICE_SETTINGS, SETTINGS, type ServiceConfig, serviceConfig } from '#server'
import type { TrustPolicy } from '#trust'

/** Every setting of the wallet. */
export const settings = z.object({
  WALLET_PORT: SETTINGS.port(4002),
  WALLET_URL: SETTINGS.ownUrl,
  VERIFIER_URL: SETTINGS.url('http://localhost:4003'),
  ...SERVICE_SETTINGS,
  SMTP_URL: SETTINGS.SMTP_URL,
  MAIL_FROM: SETTINGS.MAIL_FROM,
  OUTBOX: SETTINGS.OUTBOX,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  TRUST_POLICY: SETTINGS.TRUST_POLICY,
  SKILLS_PACKAGES: SETTINGS.SKILLS_PACKAGES,
})

export interface WalletConfig extends ServiceConfig {
  /** Where a share page leads whoever wants to check. */
  verifierUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** Whether the kept messages can be read at `/outbox`: in a demonstration only. */
  showsOutbox: boolean
  statusMaxAgeSeconds: number
  trustLists: TrustListSource[]
  trustPolicy: TrustPolicy
  /** A folder of further packages of frameworks. */
  skillsPackages: string | undefined
}

/** Reads the settings once; throws `settings.invalid`, naming each that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): WalletConfig {
  const read = readSettings(settings, environment)
  return {
    ...serviceConfig(read, { name: 'wallet', port: read.WALLET_PORT, url: read.WALLET_URL }),
    verifierUrl: read.VERIFIER_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    showsOutbox: read.OUTBOX,
    statusMaxAgeSeconds: read.STATUS_MAX_AGE,
    trustLists: read.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    trustPolicy: read.TRUST_POLICY,
    skillsPackages: read.SKILLS_PACKAGES,
  }
}
