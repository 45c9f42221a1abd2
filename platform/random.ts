import { randomBytes as nodeRandomBytes, randomInt as nodeRandomInt, randomUUID } from 'node:crypto'
import { base64url } from './encoding.ts'

/** Bytes from the operating system's generator. */
export function randomBytes(count: number): Uint8Array {
  return nodeRandomBytes(count)
}

/** A whole number from 0 up to, not including, `bound`, each equally likely. */
export function randomInt(bound: number): number {
  return nodeRandomInt(bound)
}

/** A secret for a link: 192 bits, in 32 characters that need no escaping in an address. */
export function randomToken(): string {
  return base64url(nodeRandomBytes(24))
}

/** A random UUID (version 4). */
export function uuid(): string {
  return randomUUID()
}
