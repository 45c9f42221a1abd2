import { join } from 'node:path'
import { z } from 'zod'
import { type Certificate, readCertificate } from './certificate.ts'
import { SETTINGS } from './settings.ts'

/** The settings that every service has, besides its port and its address. */
export const SERVICE_SETTINGS = {
  HOST: SETTINGS.HOST,
  DATA_DIR: SETTINGS.DATA_DIR,
  DATABASE_URL: SETTINGS.DATABASE_URL,
  KEY_FILE: SETTINGS.KEY_FILE,
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS,
  TRUST_PROXY: SETTINGS.TRUST_PROXY,
  TLS_CERT_FILE: SETTINGS.TLS_CERT_FILE,
  TLS_KEY_FILE: SETTINGS.TLS_KEY_FILE,
  LOG_LEVEL: SETTINGS.LOG_LEVEL,
}

const serviceSettings = z.object(SERVICE_SETTINGS)

/** What they come to, under the same names in every service. */
export interface ServiceConfig {
  host: string
  port: number
  /** Where people and programs reach the service: an origin without a closing slash. Links are made for this address. */
  baseUrl: string
  dataDir: string
  databaseUrl: string | undefined
  keyFile: string
  allowLoopback: boolean
  extraContexts: string | undefined
  trustProxy: false | number | string
  /** With which it speaks HTTPS itself; otherwise a proxy in front does. */
  certificate: Certificate | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** The address follows the port unless it is set itself, so that one setting moves the service. */
export function serviceConfig(
  read: z.infer<typeof serviceSettings>,
  { name, port, url }: { name: 'issuer' | 'wallet' | 'verifier'; port: number; url: string | undefined },
): ServiceConfig {
  const certificate = readCertificate(read.TLS_CERT_FILE, read.TLS_KEY_FILE)
  return {
    host: read.HOST,
    port,
    baseUrl: url ?? `${certificate ? 'https' : 'http'}://localhost:${port}`,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, `${name}.key`),
    allowLoopback: read.ALLOW_LOOPBACK_FETCH,
    extraContexts: read.EXTRA_CONTEXTS,
    trustProxy: read.TRUST_PROXY ?? false,
    certificate,
    logLevel: read.LOG_LEVEL,
  }
}
