import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PassportError } from '#platform'
import { type Terminal, WrongUse } from './terminal.ts'

const MAX_BYTES = 8 * 1024 * 1024

/** What is piped in, to its end. */
export async function readInput(terminal: Terminal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of terminal.input()) {
    size += chunk.length
    if (size > MAX_BYTES) throw new PassportError('request.tooLarge', 'What was piped in is larger than 8 MiB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A file by the name that was given for it. */
export async function readNamed(name: string, { folder }: Terminal): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(resolve(folder, name))
  } catch {
    throw new WrongUse(`The file ${name} cannot be read: see that it is there, and is a file.`)
  }
  if (bytes.length > MAX_BYTES) throw new PassportError('request.tooLarge', `${name} is larger than 8 MiB.`)
  return bytes
}

/** A file that lies beside another, or null where there is none. */
export async function readIfThere(name: string, { folder }: Terminal): Promise<Uint8Array | null> {
  try {
    return await readFile(resolve(folder, name))
  } catch {
    return null
  }
}

/** Writes to a file by the name that was given for it, or to the standard output where none was. */
export async function writeNamed(name: string | undefined, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  if (name === undefined) return terminal.write(bytes)
  try {
    await writeFile(resolve(terminal.folder, name), bytes)
  } catch {
    throw new WrongUse(
      `The file ${name} cannot be written: see that its folder is there, and that you may write to it.`,
    )
  }
}
