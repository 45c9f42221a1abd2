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
  at: Date
  size: number
  root: Uint8Array
  /** Whether that is the word of a list that saw the log, and not only of the log itself. */
  isSeenByList: boolean
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
  const by = isSigned ? checkpoint : seen
  if (by === null) return 'wrongSignature'
  if (!isIncluded(leafHash(commitmentOf(received, salt)), index, checkpoint, path)) {
    const isWhole = received.securing === 'sd-jwt' || !mayLackParts(received.credential)
    return isWhole ? 'notIncluded' : 'partsLeftOut'
  }
  return { at: by.at, size: checkpoint.size, root: checkpoint.root, isSeenByList: seen !== null }
}

const isSameTree = (one: TreeHead, other: TreeHead) => one.size === other.size && equalBytes(one.root, other.root)
