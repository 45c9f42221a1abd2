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
