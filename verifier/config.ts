import { join } from 'node:path'
import { z } from 'zod'
import { readCertificate, readSettings, SETTINGS } from '#server'

const settings = z.object({
  VERIFIER_PORT: SETTINGS.port(4003),
  VERIFIER_URL: SETTINGS.url(''),
  HOST: SETTINGS.HOST,
  DATA_DIR: SETTINGS.DATA_DIR,
  DATABASE_URL: SETTINGS.DATABASE_URL,
  KEY_FILE: SETTINGS.KEY_FILE,
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS,
  TRUST_PROXY: SETTINGS.TRUST_PROXY,
  /** Whether `/1.0/identifiers/` also resolves DIDs for which somebody's server has to be asked. */
  RESOLVE_ANY_DID: SETTINGS.flag(false),
  TLS_CERT_FILE: SETTINGS.TLS_CERT_FILE,
  TLS_KEY_FILE: SETTINGS.TLS_KEY_FILE,
  LOG_LEVEL: SETTINGS.LOG_LEVEL,
})

export type Config = ReturnType<typeof readConfig>

/** The verifier's settings. Throws `settings.invalid`, naming every one that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const read = readSettings(settings, environment)
  const certificate = readCertificate(read.TLS_CERT_FILE, read.TLS_KEY_FILE)
  return {
    host: read.HOST,
    port: read.VERIFIER_PORT,
    baseUrl: read.VERIFIER_URL || `${certificate ? 'https' : 'http'}://localhost:${read.VERIFIER_PORT}`,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, 'verifier.key'),
    allowLoopback: read.ALLOW_LOOPBACK_FETCH,
    statusMaxAgeSeconds: read.STATUS_MAX_AGE,
    trustLists: read.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    extraContexts: read.EXTRA_CONTEXTS,
    trustProxy: read.TRUST_PROXY ?? (false as const),
    certificate,
    fetchesDids: read.RESOLVE_ANY_DID,
    logLevel: read.LOG_LEVEL,
  }
}
