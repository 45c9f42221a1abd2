import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { BytesAlgorithm } from '#platform'

/** The beginning of PKCS #8 in DER for each kind of key, up to the secret number itself. */
const PKCS8: Readonly<Record<Exclude<BytesAlgorithm, 'RS256'>, string>> = {
  EdDSA: '302e020100300506032b657004220420',
  ES256: '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420',
  ES384: '304e020100301006072a8648ce3d020106052b8104002204373035020101' + '0430',
}

/** A private key from its secret bytes alone, as vectors write it. */
export function rawPrivateKey(algorithm: BytesAlgorithm, secret: Uint8Array): KeyObject {
  if (algorithm === 'RS256') throw new Error('an RSA key is more than one number')
  const key = Buffer.concat([Buffer.from(PKCS8[algorithm], 'hex'), secret])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}
