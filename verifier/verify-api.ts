import { z } from 'zod'
import { type CheckResult, isPresentation, receiveJson } from '#credential'
import { isObject, type Json, type JsonObject, PassportError } from '#platform'
import { type Answer, type ProblemFacts, problemOf } from '#server'
import { en, sentenceFor } from '#web'
import type { CheckAnswer } from './answer.ts'
import { type CheckParts, check } from './check.ts'
import { readText, type Thing, thingOf } from './read.ts'

const document = z.custom<JsonObject>(isObject, 'must be a JSON object').meta({ override: { type: 'object' } })
const asked = z.string().min(1).max(512).optional()

const options = z.looseObject({ challenge: asked, domain: asked }).optional()

/** VC-API §3.3.1. A JWT or an SD-JWT may come bare or in its envelope; the latter can answer a question by itself. */
export const verifyCredentialRequest = z.object({
  verifiableCredential: z.union([document, z.string().min(1)], 'must be a credential, or a JWT'),
  options,
})

/** VC-API §3.3.2. A JWT may come bare or in its envelope. */
export const verifyPresentationRequest = z.object({
  verifiablePresentation: z.union([document, z.string().min(1)], 'must be a presentation, or a JWT'),
  options,
})

export async function verifyCredential(
  { verifiableCredential, options = {} }: z.infer<typeof verifyCredentialRequest>,
  parts: CheckParts,
): Promise<Answer> {
  return orUnread(async () => {
    const thing =
      typeof verifiableCredential === 'string' ? readText(verifiableCredential) : calledCredential(verifiableCredential)
    if (thing.kind !== 'credential') {
      throw new PassportError('request.malformed', 'verifiableCredential: must be a credential, or a JWT.')
    }
    const { challenge, domain } = options
    return verified(await check(thing, { challenge, domain }, parts))
  })
}

/** What its sender calls a credential is judged as one: what it lacks is for the checks to say. */
function calledCredential(document: JsonObject): Thing {
  return isPresentation(document) ? thingOf(document) : { kind: 'credential', received: receiveJson(document) }
}

export async function verifyPresentation(
  { verifiablePresentation, options = {} }: z.infer<typeof verifyPresentationRequest>,
  parts: CheckParts,
): Promise<Answer> {
  const { challenge, domain } = options
  // What does not call itself a presentation is refused by the checks, as one that is not well formed.
  const presentation = { kind: 'presentation', presentation: verifiablePresentation } as const
  return orUnread(async () => verified(await check(presentation, { challenge, domain }, parts)))
}

/** What cannot be read is not verified: VC-API §3.3 knows one status for that, whatever it is that was sent. */
async function orUnread(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    const problem = problemOf(error)
    if (problem.status >= 500) throw error
    return { status: 400, json: { ...problem, status: 400, ...notVerified(problem) }, contentType: PROBLEM }
  }
}

const PROBLEM = 'application/problem+json'

/** What VC-API says of a request that could not be read, beside the problem itself. */
export function notVerified({ code, title, detail }: ProblemFacts): JsonObject {
  return { verified: false, errors: [{ code, title, detail }] }
}

/** `verified` means that the verdict is `accepted`, and nothing less (VC-API §3.3). */
function verified(answer: CheckAnswer): Answer {
  if (answer.verdict === 'accepted') return { json: { verified: true, ...answer } }
  const found =
    'reports' in answer && !('standing' in answer)
      ? [...answer.checks, ...answer.reports.flatMap(({ checks }) => checks)]
      : answer.checks
  return {
    status: 400,
    json: { verified: false, errors: found.filter(decides).sort(waitingLast).map(errorOf), ...answer },
  }
}

/** What was not looked at says less than why. */
const waitingLast = (one: CheckResult, other: CheckResult) =>
  Number(one.code.endsWith('.notRun')) - Number(other.code.endsWith('.notRun'))

const decides = ({ outcome }: CheckResult) => outcome === 'failed' || outcome === 'unknown'

function errorOf(result: CheckResult): { [name: string]: Json } {
  return { code: result.code, title: sentenceFor(en, result), check: result.check, outcome: result.outcome }
}
