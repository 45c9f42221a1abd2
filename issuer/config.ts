import { z } from 'zod'
import type { TrustListSource } from '#credential'
import { readSettings, SERVICE_SETTINGS, SETTINGS, type ServiceConfig, serviceConfig } from '#server'
import type { TrustPolicy } from '#trust'

/** Every setting of the issuer. */
export const settings = z.object({
  ISSUER_PORT: SETTINGS.port(4001),
  ISSUER_URL: SETTINGS.ownUrl,
  WALLET_URL: SETTINGS.url('http://localhost:4002'),
  ...SERVICE_SETTINGS,
  SMTP_URL: SETTINGS.SMTP_URL,
  MAIL_FROM: SETTINGS.MAIL_FROM,
  OUTBOX: SETTINGS.OUTBOX,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  TRUST_POLICY: SETTINGS.TRUST_POLICY,
})

export interface IssuerConfig extends ServiceConfig {
  /** Where claim pages lead those who take their credential into a wallet. */
  walletUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** Whether the kept messages can be read at `/outbox`: in a demonstration only. */
  showsOutbox: boolean
  statusMaxAgeSeconds: number
  /** By which it knows whose the endorsements are that its awards carry. */
  trustLists: TrustListSource[]
  trustPolicy: TrustPolicy
}

/** Reads the settings once; throws `settings.invalid`, naming each that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): IssuerConfig {
  const read = readSettings(settings, environment)
  return {
    ...serviceConfig(read, { name: 'issuer', port: read.ISSUER_PORT, url: read.ISSUER_URL }),
    walletUrl: read.WALLET_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    showsOutbox: read.OUTBOX,
    statusMaxAgeSeconds: read.STATUS_MAX_AGE,
    trustLists: read.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    trustPolicy: read.TRUST_POLICY,
  }
}
