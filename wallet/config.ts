import { join } from 'node:path'
import { z } from 'zod'
import type { TrustListSource } from '#credential'
import { type Certificate, readCertificate, readSettings, SETTINGS } from '#server'

/** Every setting of the wallet, typed and checked. */
export interface WalletConfig {
  host: string
  port: number
  /** Where people reach the wallet; links and passkeys are made for this address. */
  url: string
  /** Where a share page leads whoever wants to check. */
  verifierUrl: string
  dataDir: string
  databaseUrl: string | undefined
  keyFile: string
  smtpUrl: string | undefined
  mailFrom: string
  /** Whether anyone may read the messages that were kept instead of sent: in the demonstration only. */
  showsOutbox: boolean
  allowLoopback: boolean
  statusMaxAgeSeconds: number
  trustLists: TrustListSource[]
  extraContexts: string | undefined
  trustProxy: false | number | string
  /** With which it speaks HTTPS itself; otherwise a proxy in front does. */
  certificate: Certificate | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

const PORT = 4002

const schema = z.object({
  WALLET_PORT: SETTINGS.port(PORT),
  WALLET_URL: SETTINGS.url(''),
  VERIFIER_URL: SETTINGS.url('http://localhost:4003'),
  HOST: SETTINGS.HOST,
  DATA_DIR: SETTINGS.DATA_DIR,
  DATABASE_URL: SETTINGS.DATABASE_URL,
  KEY_FILE: SETTINGS.KEY_FILE,
  SMTP_URL: SETTINGS.SMTP_URL,
  MAIL_FROM: SETTINGS.MAIL_FROM,
  OUTBOX: SETTINGS.OUTBOX,
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS,
  TRUST_PROXY: SETTINGS.TRUST_PROXY,
  TLS_CERT_FILE: SETTINGS.TLS_CERT_FILE,
  TLS_KEY_FILE: SETTINGS.TLS_KEY_FILE,
  LOG_LEVEL: SETTINGS.LOG_LEVEL,
})

/** Reads the environment once; throws `settings.invalid` naming every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): WalletConfig {
  const settings = readSettings(schema, environment)
  const certificate = readCertificate(settings.TLS_CERT_FILE, settings.TLS_KEY_FILE)
  return {
    host: settings.HOST,
    port: settings.WALLET_PORT,
    url: settings.WALLET_URL || `${certificate ? 'https' : 'http'}://localhost:${settings.WALLET_PORT}`,
    verifierUrl: settings.VERIFIER_URL,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    keyFile: settings.KEY_FILE ?? join(settings.DATA_DIR, 'wallet.key'),
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    showsOutbox: settings.OUTBOX,
    allowLoopback: settings.ALLOW_LOOPBACK_FETCH,
    statusMaxAgeSeconds: settings.STATUS_MAX_AGE,
    trustLists: settings.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    extraContexts: settings.EXTRA_CONTEXTS,
    trustProxy: settings.TRUST_PROXY ?? false,
    certificate,
    logLevel: settings.LOG_LEVEL,
  }
}
