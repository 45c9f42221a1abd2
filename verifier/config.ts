import { join } from 'node:path'
import { z } from 'zod'
import { readSettings, SETTINGS } from '#server'

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
  LOG_LEVEL: SETTINGS.LOG_LEVEL,
})

export type Config = ReturnType<typeof readConfig>

/** The verifier's settings. Throws `settings.invalid`, naming every one that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const read = readSettings(settings, environment)
  return {
    host: read.HOST,
    port: read.VERIFIER_PORT,
    baseUrl: read.VERIFIER_URL || `http://localhost:${read.VERIFIER_PORT}`,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, 'verifier.key'),
    allowLoopback: read.ALLOW_LOOPBACK_FETCH,
    statusMaxAgeSeconds: read.STATUS_MAX_AGE,
    trustLists: read.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    extraContexts: read.EXTRA_CONTEXTS,
    trustProxy: read.TRUST_PROXY ?? (false as const),
    logLevel: read.LOG_LEVEL,
  }
}
