import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { PassportError } from '#platform'

/** A certificate with its chain and its private key, as PEM. */
export interface Certificate {
  cert: Buffer
  key: Buffer
}

/**
 * Reads the certificate that a service speaks HTTPS with, from `TLS_CERT_FILE` and `TLS_KEY_FILE`; undefined where
 * neither is set, and a proxy in front does that. Throws `settings.invalid` for one without the other, files that
 * cannot be read, and a key that is not the certificate's.
 */
export function readCertificate(certFile: string | undefined, keyFile: string | undefined): Certificate | undefined {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined) {
    throw new PassportError('settings.invalid', 'TLS_CERT_FILE and TLS_KEY_FILE are needed together.')
  }
  try {
    const certificate = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    createSecureContext(certificate)
    return certificate
  } catch (cause) {
    const message = `TLS_CERT_FILE and TLS_KEY_FILE do not hold a certificate in PEM and its private key.`
    throw new PassportError('settings.invalid', message, { cause })
  }
}
