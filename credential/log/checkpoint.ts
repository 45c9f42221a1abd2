import { base64, base64Decode, PassportError, type PublicKey } from '#platform'
import { formatDateTime, parseDateTime } from '../dates.ts'
import type { Signer } from '../signer.ts'
import type { TreeHead } from './check-proofs.ts'
import { isSignedBy, type NoteKey, parseNote, type SignedNote, signNote } from './note.ts'

/** What a log says of itself at one time: which it is, how many leaves it has, and the hash over them. */
export interface Checkpoint extends TreeHead {
  /** The log's name: its address without the scheme. */
  origin: string
  at: Date
}

const HASH = 32

/** Writes a checkpoint and signs it with the log's key (C2SP tlog-checkpoint); when it is of stands in an extension line. */
export async function signCheckpoint(
  { origin, size, root, at }: Checkpoint,
  publicKey: PublicKey,
  signer: Signer,
): Promise<string> {
  const text = `${origin}\n${size}\n${base64(root)}\n${TIME}${formatDateTime(at)}\n`
  return signNote(text, origin, publicKey, signer)
}

/** A checkpoint with the note that it was read from. */
export interface ReadCheckpoint extends Checkpoint {
  note: SignedNote
}

/** Reads a checkpoint without believing it. Null for anything that is not written just so, and for one without a time. */
export function parseCheckpoint(text: string): ReadCheckpoint | null {
  const note = parseNote(text)
  if (note === null) return null
  const [origin = '', size = '', encoded = '', ...extensions] = note.text.slice(0, -1).split('\n')
  const root = hashOf(encoded)
  const times = extensions.filter((line) => line.startsWith(TIME))
  const at = parseDateTime(times[0]?.slice(TIME.length))
  const isNumber = /^(?:0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size))
  if (!/^[^\s+]+$/.test(origin) || !isNumber || extensions.includes('')) return null
  if (root === null || at === null || times.length !== 1) return null
  return { origin, size: Number(size), root, at, note }
}

/** Reads a checkpoint and checks that this log signed it. Lines of others, such as witnesses, are let be. */
export function openCheckpoint(text: string, key: NoteKey): ReadCheckpoint | null {
  const checkpoint = parseCheckpoint(text)
  if (checkpoint === null || checkpoint.origin !== key.name) return null
  return isSignedBy(checkpoint.note, key) ? checkpoint : null
}

/** A hash as checkpoints and paths write it, or null where it is none. */
export function hashOf(encoded: string): Uint8Array | null {
  if (encoded.length > 44) return null
  try {
    const bytes = base64Decode(encoded)
    return bytes.length === HASH ? bytes : null
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

const TIME = 'time '
