import { PassportError } from '#platform'
import { problemOf } from '#server'

/** Where a command runs, handed in so that a test can stand in its place. */
export interface Terminal {
  environment: Readonly<Record<string, string | undefined>>
  /** What paths are relative to. */
  folder: string
  /** Whether colours are seen by a person. */
  isTerminal: boolean
  input(): AsyncIterable<Uint8Array>
  print(text: string): void
  /** Hands on bytes that are for a program or a file. */
  write(bytes: Uint8Array): void
  complain(text: string): void
}

/** How a command ends, as scripts see it. */
export const EXIT = { accepted: 0, rejected: 1, undecided: 2, wrongUse: 64 } as const

/** The command was called in a way that it does not know. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

/** Says what went wrong, as a sentence or as JSON, and answers how to end. An error that nobody foresaw is thrown on. */
export function complainOf(error: unknown, json: boolean, terminal: Terminal): number {
  if (error instanceof WrongUse) {
    terminal.complain(error.message)
    return EXIT.wrongUse
  }
  if (!(error instanceof PassportError)) throw error
  if (json) terminal.print(JSON.stringify(problemOf(error), null, 2))
  else terminal.complain(`${error.message} (${error.code})`)
  return error.code === 'settings.invalid' ? EXIT.wrongUse : EXIT.rejected
}

/** A credential's own words could move the cursor or change the colour: control and direction characters are shown as �. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
}
