import { equalBytes, type PublicKey } from '#platform'
import { mayLackParts } from '../derive.ts'
import type { Received } from '../received.ts'
import { isIncluded, type TreeHead } from './check-proofs.ts'
import { commitmentOf } from './commitment.ts'
import { type LogEvidence, originOf } from './evidence.ts'
import { isSignedBy } from './note.ts'
import { leafHash } from './tree.ts'

/** A log as its issuer, or a register, names it. */
export interface LogKey {
  /** Its address. */
  log: string
  /** An Ed25519 key that is for the log alone, and never for credentials. */
  publicKey: PublicKey
  /** What a register saw of the log, and when: it counts even where the log's own signature does not. */
  seen?: (TreeHead & { at: Date }) | undefined
}

/** By when a credential was in its issuer's log, and in what tree it was found. */
export interface Witnessed {
  /** The earliest that is said, by the log itself where its key signed, or by a list. */
  at: Date
  /** By when a list saw it there: its own word, whatever time the log writes. Null where none did. */
  seenAt: Date | null
  size: number
  root: Uint8Array
}

/**
 * Why evidence shows nothing: it is of another log; its checkpoint is not by the log's key; the credential is not in the tree;
 * or the credential is a copy with parts left out, which no leaf can be matched with.
 */
export type LogRefusal = 'otherLog' | 'wrongSignature' | 'notIncluded' | 'partsLeftOut'

/** Whether evidence shows that the credential stood in that log, and by when; or why it does not. */
export function witnessed(received: Received, evidence: LogEvidence, key: LogKey): Witnessed | LogRefusal {
  const { checkpoint, index, path, salt } = evidence
  if (evidence.log !== key.log || checkpoint.origin !== originOf(key.log)) return 'otherLog'
  const isSigned = isSignedBy(checkpoint.note, { name: checkpoint.origin, publicKey: key.publicKey })
  const seen = key.seen && isSameTree(key.seen, checkpoint) ? key.seen : null
  if (!isSigned && seen === null) return 'wrongSignature'
  if (!isIncluded(leafHash(commitmentOf(received, salt)), index, checkpoint, path)) {
    const isWhole = received.securing === 'sd-jwt' || !mayLackParts(received.credential)
    return isWhole ? 'notIncluded' : 'partsLeftOut'
  }
  const { at, size, root } = checkpoint
  const unseen: Witnessed = { at, seenAt: null, size, root }
  return seen === null ? unseen : seenBy(isSigned ? unseen : { ...unseen, at: seen.at }, seen.at)
}

/** The same, with that a list saw it too. That it was there earlier by the log's word stays so. */
export function seenBy(found: Witnessed, seenAt: Date): Witnessed {
  return { ...found, seenAt, at: seenAt < found.at ? seenAt : found.at }
}

const isSameTree = (one: TreeHead, other: TreeHead) => one.size === other.size && equalBytes(one.root, other.root)
