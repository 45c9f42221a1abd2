import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { PassportError, uuid } from '#platform'

const LENGTH = 32

/**
 * Reads the key-encryption key: 32 bytes in a file that nobody but its owner can read. Undefined if there is no file;
 * refuses one that others can read, or of another length.
 */
export function readKeyFile(file: string): Uint8Array | undefined {
  let key: Buffer
  let mode: number
  try {
    mode = statSync(file).mode
    key = readFileSync(file)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    throw new PassportError('keys.unavailable', `The key file ${file} cannot be read.`, { cause })
  }
  if ((mode & 0o077) !== 0) {
    throw new PassportError('settings.invalid', `Others can read the key file ${file}. Run: chmod 0400 ${file}`)
  }
  if (key.length !== LENGTH) {
    throw new PassportError('settings.invalid', `The key file ${file} does not hold ${LENGTH} bytes.`)
  }
  return key
}

/** Makes the file, on disk before anything is sealed with it. If another process made it first, that one counts. */
export function makeKeyFile(file: string): Uint8Array {
  const unfinished = `${file}.${uuid()}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const handle = openSync(unfinished, 'wx', 0o400)
    try {
      writeSync(handle, randomBytes(LENGTH))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    try {
      // Linking fails where the name is taken; renaming would replace a key that is in use.
      linkSync(unfinished, file)
    } catch (cause) {
      if (!hasCode(cause, 'EEXIST')) throw cause
    } finally {
      unlinkSync(unfinished)
    }
    syncFolder(dirname(file))
  } catch (cause) {
    throw new PassportError('keys.unavailable', `The key file ${file} cannot be made.`, { cause })
  }
  const key = readKeyFile(file)
  if (key === undefined) throw new PassportError('keys.unavailable', `The key file ${file} went away.`)
  return key
}

function hasCode(thrown: unknown, code: string): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === code
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
