import { type ErrorCode, type ErrorDetails, PassportError } from '#platform'

/** An error as it goes from one thread to another: classes are left behind on the way. */
export interface Fault {
  message: string
  stack: string | undefined
  /** Of a `PassportError`. */
  foreseen: { code: ErrorCode; details: ErrorDetails } | undefined
}

/** What came of one piece of work. */
export type Done = { value: unknown } | { fault: Fault }

/** Something large that many jobs look at: it goes to a thread once, and afterwards only by its number. */
export type Kept = { id: number; value?: unknown }

export type ToWorker =
  | { kind: 'work'; jobs: readonly unknown[]; setting: unknown; kept: readonly Kept[] }
  | { kind: 'answer'; id: number; done: Done }

export type FromWorker =
  /** `thread` is its folder below `/proc`, where there is one. */
  | { kind: 'ready'; thread: string | undefined }
  | { kind: 'ask'; id: number; what: string; args: readonly unknown[] }
  | { kind: 'done'; results: readonly Done[] }

/** What a worker is told when it starts. */
export interface WorkerStart {
  /** The module that does the work, as an address; it exports `begin`. */
  module: string
  data: unknown
  /** Counts the jobs that are done, so that whoever watches sees a worker get on that cannot answer now. */
  progress: Int32Array
}

/** Asks the main thread for what a worker does not have: the network, the store. Throws what is thrown there. */
export type Ask = (what: string, ...args: readonly unknown[]) => Promise<unknown>

/**
 * What a module that does work in a worker exports as `begin`. It is called once; then what it answers for every lot of
 * jobs, with what is the same for all of them; then what that answers, for each job.
 */
export type Begin<Job, Setting, Result> = (parts: {
  ask: Ask
  data: unknown
}) => Promise<(setting: Setting, kept: readonly unknown[]) => (job: Job) => Promise<Result>>

export async function doneWith(work: () => Promise<unknown>): Promise<Done> {
  try {
    return { value: await work() }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

function faultOf(error: unknown): Fault {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const foreseen = error instanceof PassportError ? { code: error.code, details: error.details } : undefined
  return { message, stack, foreseen }
}

/** The error that a fault tells of. */
export function errorOf({ message, stack, foreseen }: Fault): Error {
  if (foreseen !== undefined) return new PassportError(foreseen.code, message, { details: foreseen.details })
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
