import { join } from 'node:path'
import { z } from 'zod'
import { type Certificate, readCertificate, readSettings, SETTINGS } from '#server'

const settings = z.object({
  ISSUER_PORT: SETTINGS.port(4001),
  ISSUER_URL: SETTINGS.url('http://localhost:4001'),
  WALLET_URL: SETTINGS.url('http://localhost:4002'),
  HOST: SETTINGS.HOST,
  DATA_DIR: SETTINGS.DATA_DIR,
  DATABASE_URL: SETTINGS.DATABASE_URL,
  KEY_FILE: SETTINGS.KEY_FILE,
  SMTP_URL: SETTINGS.SMTP_URL,
  MAIL_FROM: SETTINGS.MAIL_FROM,
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS,
  OUTBOX: SETTINGS.OUTBOX,
  TRUST_PROXY: SETTINGS.TRUST_PROXY,
  TLS_CERT_FILE: SETTINGS.TLS_CERT_FILE,
  TLS_KEY_FILE: SETTINGS.TLS_KEY_FILE,
  LOG_LEVEL: SETTINGS.LOG_LEVEL,
})

/** Every setting of the issuer, checked. */
export interface IssuerConfig {
  port: number
  host: string
  /** The service's own address, an origin without a closing slash. */
  baseUrl: string
  /** Where claim pages lead those who take their credential into a wallet. */
  walletUrl: string
  dataDir: string
  databaseUrl: string | undefined
  keyFile: string
  smtpUrl: string | undefined
  mailFrom: string
  allowLoopback: boolean
  extraContexts: string | undefined
  /** Whether the kept messages can be read at `/outbox`: in a demonstration only. */
  showsOutbox: boolean
  trustProxy: number | string | undefined
  /** With which it speaks HTTPS itself; otherwise a proxy in front does. */
  certificate: Certificate | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Reads the settings once; throws `settings.invalid`, naming each that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): IssuerConfig {
  const read = readSettings(settings, environment)
  const certificate = readCertificate(read.TLS_CERT_FILE, read.TLS_KEY_FILE)
  return {
    port: read.ISSUER_PORT,
    host: read.HOST,
    // An address that follows the port unless it is set itself, so that one setting moves the service.
    baseUrl: environment.ISSUER_URL
      ? read.ISSUER_URL
      : `${certificate ? 'https' : 'http'}://localhost:${read.ISSUER_PORT}`,
    walletUrl: read.WALLET_URL,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, 'issuer.key'),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    allowLoopback: read.ALLOW_LOOPBACK_FETCH,
    extraContexts: read.EXTRA_CONTEXTS,
    showsOutbox: read.OUTBOX,
    trustProxy: read.TRUST_PROXY,
    certificate,
    logLevel: read.LOG_LEVEL,
  }
}
