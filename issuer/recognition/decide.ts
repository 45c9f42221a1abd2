import { isDeepStrictEqual } from 'node:util'
import { PassportError } from '#platform'
import { type DecisionMessage, decisionSubject, ruleAddress, termAddress } from '#protocol'
import { isEmail } from '#server'
import {
  type CapReached,
  capsReached,
  type DecidedShare,
  frameworks,
  type RecognitionDecision,
  recordDecision,
} from '#skills'
import type { Queries, Together } from '#storage'
import { addresses } from '../addresses.ts'
import { CONTEXTS } from '../contexts.ts'
import { profileOf } from '../identity.ts'
import { issue } from '../issue.ts'
import type { IssuerParts } from '../parts.ts'
import { holdLog } from '../records/log.ts'
import type { Staff } from '../viewer.ts'
import { earlierDecisions } from './earlier.ts'
import { offersFor, type RecognitionOffer, transferable } from './offers.ts'
import type { PackItem } from './open-pack.ts'
import type { RecognitionRequest } from './request.ts'
import type { RecognitionTarget } from './target.ts'

/** Chosen where something is not recognised. */
export const REFUSE = 'refuse'

/** What staff decided: of each item in its order a way's key, `REFUSE`, or nothing where it stays open. */
export interface DecisionForm {
  decision: readonly string[]
  /** Where nothing more counts than was decided, in the decider's words; may be empty. */
  note: string
  name: string
  email: string
}

export type DecisionFaults = Partial<Record<'decision' | 'name' | 'email' | 'note', string>>

interface Deciding {
  request: RecognitionRequest
  target: RecognitionTarget
}

/**
 * Signs what was decided as one credential and sends its learner the link to take it. Each decision names its type, what it
 * satisfies, the credential that it is about, the rule, and what counts; none of it is credit earned anew. The request names it: a
 * button pressed twice is one decision.
 */
export async function decideRecognition(
  form: DecisionForm,
  { request, target }: Deciding,
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<{ id: string } | { faults: DecisionFaults }> {
  const on = parts.now().toISOString().slice(0, 10)
  const chosen = chosenIn(form, request, target, on)
  const name = form.name.trim()
  const faults: DecisionFaults = {
    ...(chosen === null || chosen.length === 0 ? { decision: 'Decide about at least one of them.' } : {}),
    ...(name === '' || name.length > 200 ? { name: 'Enter the learner’s name.' } : {}),
    ...(isEmail(form.email) ? {} : { email: 'Enter the learner’s e-mail address, to which the decision goes.' }),
    ...(form.note.trim().length > 1_000 ? { note: 'Use 1,000 characters or fewer.' } : {}),
  }
  if (chosen === null || Object.keys(faults).length > 0) return { faults }
  const asked = { request, target, chosen, on, note: form.note.trim(), recipient: { name, email: form.email } }
  for (let tries = 1; ; tries++) {
    try {
      return await signDecision(asked, { issuer, actor }, parts)
    } catch (error) {
      if (!(error instanceof RoomTaken)) throw error
      if (tries === MOST_TRIES) throw error.refusal
    }
  }
}

/** Each time somebody else has decided meanwhile, so that somebody always comes through. */
const MOST_TRIES = 5

/** That something was decided meanwhile that takes room of the caps. */
class RoomTaken extends Error {
  readonly refusal = new PassportError(
    'request.conflict',
    'Others are deciding about the same learner just now. Nothing was signed: decide once more.',
  )
}

interface Asking extends Deciding {
  chosen: readonly Chosen[]
  on: string
  note: string
  recipient: { name: string; email: string }
}

/**
 * Signs what was decided under the caps, with what was decided before. That is looked at again where it is written down, while
 * every other decision of this issuer waits: of several at once none counts what another has taken. Throws `RoomTaken`.
 */
async function signDecision(
  { request, target, chosen, on, note, recipient }: Asking,
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<{ id: string }> {
  const { once } = request
  const title = titleFor(target)
  const beforeIn = async (db: Queries): Promise<DecidedShare[]> => {
    if (target.kind === 'course') return []
    return await earlierDecisions(
      { title, target, email: recipient.email, items: request.pack.items, once },
      issuer,
      db,
    )
  }
  const before = await beforeIn(parts.storage.db)
  const messages =
    target.kind === 'course'
      ? chosen.map((one) => transferMessage(one, target.id, issuer.did, on))
      : qualificationMessages(chosen, { target, by: issuer.did, on, before })
  const credential = {
    '@context': CONTEXTS,
    id: addresses(parts.config.baseUrl).badge(once),
    type: ['VerifiableCredential'],
    name: title,
    ...(note === '' ? {} : { description: note }),
    issuer: profileOf(issuer),
    validFrom: parts.now().toISOString(),
    credentialSubject: aboutWhom(messages, chosen).map(decisionSubject),
  }
  const expectStillSo = async (together: Together) => {
    await holdLog(together, issuer.id)
    if (!isDeepStrictEqual(await beforeIn(together), before)) throw new RoomTaken()
  }
  const { id } = await issue(
    { credential, id: once, recipient },
    issuer,
    { actor, idempotencyKey: once, expectStillSo },
    parts,
  )
  return { id }
}

const titleFor = ({ title }: RecognitionTarget) => `Recognition decision: ${title}`

/**
 * The decisions with whom each is about. Two subjects of one id are one node where they are signed as a graph (JSON-LD 1.1
 * §9), and what was decided of one could be moved to the other: an id is written only where it is that of one decision.
 */
function aboutWhom(messages: readonly DecisionMessage[], chosen: readonly Chosen[]): DecisionMessage[] {
  const ids = chosen.map(({ item }) => item.subject)
  return messages.map((message, at) => {
    const id = ids[at] ?? null
    return id === null || ids.indexOf(id) !== ids.lastIndexOf(id) ? message : { id, ...message }
  })
}

interface Chosen {
  item: PackItem
  /** Of what was accepted, or of the first way where all were refused. */
  offer: RecognitionOffer
  outcome: RecognitionDecision['outcome']
}

/** Null where a choice is none of those that were offered. */
function chosenIn(
  { decision }: DecisionForm,
  { pack, registered }: RecognitionRequest,
  target: RecognitionTarget,
  on: string,
): Chosen[] | null {
  const found = pack.items.map((item, at): Chosen | null | undefined => {
    const choice = decision[at] ?? ''
    if (choice === '') return undefined
    const offers = offersFor(item, target, { registered, on })
    const offer = choice === REFUSE ? offers[0] : offers.find(({ key }) => key === choice)
    return offer === undefined ? null : { item, offer, outcome: choice === REFUSE ? 'refused' : 'accepted' }
  })
  return found.includes(null) ? null : found.filter((one) => one !== undefined && one !== null)
}

function transferMessage({ item, outcome }: Chosen, course: string, by: string, on: string): DecisionMessage {
  const credit = transferable(item)
  return {
    recognitionType: 'CreditTransfer',
    satisfies: outcome === 'refused' ? [] : [course],
    basedOn: [item.credentialId],
    basedOnDigest: [item.digest],
    ...(outcome === 'refused' || credit === undefined
      ? {}
      : { creditCounted: { creditValue: credit.value, creditScheme: credit.scheme } }),
    decidedBy: by,
    decidedOn: on,
  }
}

interface World {
  target: Extract<RecognitionTarget, { kind: 'qualification' }>
  by: string
  on: string
  /** What was decided before, which takes its room of the caps. */
  before: readonly DecidedShare[]
}

/** What is beyond a cap of the rules is recorded with nought, and why. */
function qualificationMessages(chosen: readonly Chosen[], world: World): DecisionMessage[] {
  const { ruleset, qualification } = world.target
  const decisions = chosen.map((one) => ({ ...recorded(one, world), digest: one.item.digest }))
  const caps = capsReached([...world.before, ...decisions], ruleset, qualification).slice(world.before.length)
  return decisions.map((decision, at) => messageOf(decision, caps[at] ?? null))
}

function recorded({ offer, outcome }: Chosen, { target, by, on }: World): RecognitionDecision {
  const { ruleset, qualification } = target
  const deciding = { outcome, way: offer.at, decidedBy: by, decidedOn: on }
  const { value } = recordDecision(offer.proposal, deciding, { ruleset, qualification, holder: [], on })
  if (value === null) throw new Error('a way that was offered can be decided about')
  return value
}

function messageOf(decision: RecognitionDecision & { digest: string }, cap: CapReached | null): DecisionMessage {
  const { recognitionType, outcome, satisfies, basedOn, digest, creditCounted, way, decidedBy, decidedOn } = decision
  const level = rqfAddress(way.level)
  return {
    recognitionType,
    satisfies: outcome === 'refused' ? [] : satisfies.map(termAddress),
    basedOn: [basedOn],
    basedOnDigest: [digest],
    ...(creditCounted === null
      ? {}
      : {
          creditCounted: {
            creditValue: cap === null ? creditCounted.value : '0',
            creditScheme: creditCounted.scheme,
            ...(level === undefined ? {} : { creditLevel: level }),
          },
        }),
    underRule: ruleAddress(decision),
    decidedBy,
    decidedOn,
    ...(cap === null ? {} : { description: `Counted 0: it ${beyond(cap)}` }),
  }
}

const beyond = ({ limit, isStrict }: CapReached) =>
  `is more than may count in that way: ${isStrict ? 'less than' : 'at most'} ${limit}.`

function rqfAddress(level: number | string | null): string | undefined {
  if (level === null) return undefined
  return frameworks().levels.content.rows.find(({ rqf }) => rqf === String(level))?.rqfUri
}
