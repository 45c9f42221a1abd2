import { base64, isObject, type Json, type JsonObject } from '#platform'
import { MAX_PATH } from './check-proofs.ts'
import { hashOf, parseCheckpoint, type ReadCheckpoint } from './checkpoint.ts'
import { isSalt } from './commitment.ts'

/** That a credential stood in its issuer's log at a certain time. It travels beside the credential, never in it. */
export interface LogEvidence {
  /** The log's address. */
  log: string
  /** The place of the credential's leaf, from nought. */
  index: number
  salt: string
  /** A checkpoint of the log as it was signed, with all its lines. */
  checkpoint: ReadCheckpoint
  /** The inclusion proof, from the leaf up. */
  path: readonly Uint8Array[]
}

const MAX_ADDRESS = 2_048

/** Evidence as it is written: JSON, with the checkpoint as it was signed and hashes in base64. */
export function writeLogEvidence(evidence: {
  log: string
  index: number
  salt: string
  checkpoint: string
  path: readonly Uint8Array[]
}): JsonObject {
  const { log, index, salt, checkpoint, path } = evidence
  return { log, index, salt, checkpoint, path: path.map(base64) }
}

/** Reads evidence without believing it, or answers null where it is none. What else stands in it is let be. */
export function parseLogEvidence(value: Json | undefined): LogEvidence | null {
  if (!isObject(value)) return null
  const { log, index, salt, checkpoint: note, path } = value
  if (typeof log !== 'string' || !isLogAddress(log)) return null
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) return null
  if (typeof salt !== 'string' || !isSalt(salt) || typeof note !== 'string') return null
  if (!Array.isArray(path) || path.length > MAX_PATH) return null
  const hashes = path.map((hash) => (typeof hash === 'string' ? hashOf(hash) : null))
  const checkpoint = parseCheckpoint(note)
  if (checkpoint === null || !hashes.every((hash) => hash !== null)) return null
  return { log, index, salt, checkpoint, path: hashes }
}

/** Whether a text can be the address of a log, and so its name in a checkpoint. */
export function isLogAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS && /^https?:\/\/[^\s+]+$/.test(text)
}

/** The name by which a log signs: its address without the scheme. */
export function originOf(log: string): string {
  return log.replace(/^https?:\/\//, '')
}

/** The name of the file of evidence beside the file of a credential: `badge.log.json` for `badge.json`. */
export function logEvidenceName(name: string): string {
  return `${name.replace(/\.[^./]*$/, '')}.log.json`
}

export function isLogEvidenceName(name: string): boolean {
  return name.toLowerCase().endsWith('.log.json')
}
