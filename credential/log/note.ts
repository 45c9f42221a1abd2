import { base64, base64Decode, PassportError, type PublicKey, sha256, verifySignature } from '#platform'
import type { Signer } from '../signer.ts'

/** Whoever signs notes: by the name in its lines, and its key, which is for Ed25519. */
export interface NoteKey {
  name: string
  publicKey: PublicKey
}

/** A text with lines of signatures, of which most readers know only some (C2SP signed-note). */
export interface SignedNote {
  /** What is signed, with the line feed at its end. */
  text: string
  signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  name: string
  /** Four bytes that tell the keys of one name apart. */
  keyId: string
  signature: Uint8Array
}

const MAX_LENGTH = 16 * 1024
const MAX_SIGNATURES = 32
const KEY_ID = 4
const LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u
/** Control characters but the line feed; and what no UTF-8 can write. */
const UNFIT = /[^\P{Cc}\n]|\p{Cs}/u

/** Takes a note apart; nothing in it is believed yet. Null for anything that is not written just so. */
export function parseNote(note: string): SignedNote | null {
  if (note.length > MAX_LENGTH || UNFIT.test(note) || !note.endsWith('\n')) return null
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return null
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return null
  const signatures = lines.map(parseLine)
  return signatures.every((one) => one !== null) ? { text: note.slice(0, end + 1), signatures } : null
}

function parseLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? []
  try {
    const bytes = base64Decode(encoded)
    if (bytes.length <= KEY_ID) return null
    return { name, keyId: base64(bytes.subarray(0, KEY_ID)), signature: bytes.subarray(KEY_ID) }
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

/** Signs a text that ends in a line feed. Further lines of others may be put after it. */
export async function signNote(text: string, name: string, publicKey: PublicKey, signer: Signer): Promise<string> {
  const signature = await signer.sign(new TextEncoder().encode(text))
  const bytes = Uint8Array.of(...base64Decode(keyIdOf({ name, publicKey })), ...signature)
  return `${text}\n\u2014 ${name} ${base64(bytes)}\n`
}

/** Whether that key signed the note. Lines of others are let be; one that is of this key and wrong spoils the note. */
export function isSignedBy({ text, signatures }: SignedNote, key: NoteKey): boolean {
  if (key.publicKey.algorithm !== 'EdDSA') return false
  const keyId = keyIdOf(key)
  const own = signatures.filter((one) => one.name === key.name && one.keyId === keyId)
  const bytes = new TextEncoder().encode(text)
  return own.length > 0 && own.every(({ signature }) => verifySignature(key.publicKey, bytes, signature))
}

/** Of Ed25519 keys, whose signature type is 1. */
function keyIdOf({ name, publicKey }: NoteKey): string {
  const named = new TextEncoder().encode(`${name}\n`)
  return base64(sha256(Uint8Array.of(...named, 1, ...publicKey.bytes)).subarray(0, KEY_ID))
}
