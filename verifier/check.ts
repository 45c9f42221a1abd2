import type { PresentationRequest, World } from '#credential'
import { PassportError } from '#platform'
import type { GuardedFetch, JobResult, WorldNow } from '#server'
import { answerOf, type CheckAnswer, unread } from './answer.ts'
import { openLink } from './open-link.ts'
import type { Item, Thing } from './read.ts'

/** What a check needs from outside. */
export interface CheckParts {
  world: WorldNow
  fetch: GuardedFetch
  /** Other threads, for what would keep this one busy. */
  workers?: CheckWorkers
}

/** Checks in other threads, each thing by itself. */
export interface CheckWorkers {
  /** For each, in order, an error or the answer as JSON. All are checked for one moment, with the same lists. */
  checkAll(items: readonly Item[], question: Question, parts: CheckParts): Promise<JobResult<string>[]>
}

export interface Question extends PresentationRequest {
  /** The time to check for, where that is not now. */
  at?: Date | undefined
  /** An e-mail address or a name: is it about this person? It is compared, and neither kept nor logged. */
  recipient?: string | undefined
  /** Whether files of evidence are to be got from where the credential says they are, and compared. */
  evidence?: 'fetch' | undefined
}

/** Checks what was handed in, and follows it first if it is a link. Throws for what cannot be read; else it answers. */
export async function check(thing: Thing, question: Question, parts: CheckParts): Promise<CheckAnswer> {
  const found = await follow(thing, question, parts)
  if ('answer' in found) return found.answer
  if (parts.workers !== undefined && isHeavy(found.thing)) {
    const [result] = await parts.workers.checkAll([found.thing], question, parts)
    if (result === undefined || 'error' in result) throw result?.error
    return JSON.parse(result.value)
  }
  // Only now: what is asked of the world is to be as fresh as what was found there.
  return answerOf(found.thing, question, withQuestion(await parts.world(question.at), question, parts))
}

/** An Open Badge has some thousands of characters. What all checks of one so long cost is a few milliseconds. */
const LIGHT_LENGTH = 32 * 1024

/**
 * Whether a check might keep the processor busy so long that others would notice: of something large, or of something
 * with labels of blank nodes, which hardly any issuer writes, and which make parts that are hard to tell from one another.
 */
function isHeavy(thing: Thing): boolean {
  if (thing.kind === 'several') return true
  if (thing.kind !== 'credential' && thing.kind !== 'presentation') return false
  const text = JSON.stringify(thing.kind === 'credential' ? thing.received.credential : thing.presentation)
  return text.length > LIGHT_LENGTH || text.includes('"_:')
}

/**
 * What a link leads to, or the answer where nothing can be had there now; what is no link is handed on as it is. Throws for
 * what cannot be read.
 */
export async function follow(
  thing: Thing,
  { at }: Question,
  { world, fetch }: CheckParts,
): Promise<{ thing: Thing } | { answer: CheckAnswer }> {
  if (thing.kind !== 'link') return { thing }
  try {
    return { thing: await openLink(thing.url, fetch) }
  } catch (error) {
    if (!(error instanceof PassportError) || !isOutOfReach(error)) throw error
    return { answer: unread({ check: 'link', code: error.code }, await world(at)) }
  }
}

const EVIDENCE_BYTES = 8 * 1024 * 1024

/** The world, with what is asked of the credential. Evidence is got for this one check, and kept nowhere. */
export function withQuestion(
  world: World,
  { recipient, evidence }: Question,
  { fetch }: Pick<CheckParts, 'fetch'>,
): World {
  const fetchEvidence = async (url: string) => {
    const { status, bytes } = await fetch(url, { accept: '*/*', maxBytes: EVIDENCE_BYTES })
    if (status === 200) return bytes
    throw new PassportError('fetch.status', `The server answered with status ${status}.`)
  }
  return {
    ...world,
    ...(recipient === undefined ? {} : { recipient }),
    ...(evidence === undefined ? {} : { fetchEvidence }),
  }
}

/** Nothing could be had at the link now. That says nothing of what was there. */
function isOutOfReach({ code }: PassportError): boolean {
  return code.startsWith('fetch.') || code.startsWith('share.')
}
