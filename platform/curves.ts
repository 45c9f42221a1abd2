import { ECDH } from 'node:crypto'
import { PassportError } from './errors.ts'

/** The coordinates of a compressed P-256 point, 32 bytes each (SEC 1 §2.3.4). Refuses what is not on the curve. */
export function p256Coordinates(compressed: Uint8Array): { x: Uint8Array; y: Uint8Array } {
  try {
    const point = ECDH.convertKey(compressed, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer
    return { x: point.subarray(1, 33), y: point.subarray(33) }
  } catch (cause) {
    throw new PassportError('did.invalid', 'The public key is not a point of P-256.', { cause })
  }
}
