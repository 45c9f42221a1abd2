import { PassportError } from '#platform'
import { type Answer, type ClaimCode, type ClaimRows, claimOf } from '#skills'
import type { WalletParts } from './parts.ts'
import { readTimeline } from './read-timeline.ts'
import type { Person } from './records/person.ts'
import { findPersonal, savePersonal } from './records/personal.ts'
import { PRIOR_LEARNING_CLAIM, type PriorLearningClaim } from './records/prior-learning-kind.ts'
import { knownOutcomes } from './skills/outcomes.ts'
import type { TimelineEntry } from './skills/timeline.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>

/** What the form of a claim says, as it was written: the outcomes are lines. */
export interface ClaimWish {
  title: string
  provider: string
  outcomes: string
  /** What they were taken from, if they were; empty otherwise. */
  from: string
}

/** By field: what is wrong and how to put it right. */
export type ClaimFaults = Partial<Record<'title' | 'provider' | 'outcomes', string>>

/** A claim as it stands today. */
export interface ReadClaim {
  name: string
  claim: PriorLearningClaim
  /** By the number of the outcome, counted from one. */
  answer: Answer<ClaimRows, ClaimCode>
  /** What can be put to an outcome: what is held, made, done, or described by a file. */
  things: readonly TimelineEntry[]
  today: string
}

/** Begins a claim, or says what is wrong with it. Answers its name. */
export async function beginClaim(
  parts: Parts,
  person: Person,
  wish: ClaimWish,
): Promise<{ name: string } | { faults: ClaimFaults }> {
  const read = claimIn(parts, wish, [])
  if ('faults' in read) return read
  return { name: await savePersonal(parts, person, PRIOR_LEARNING_CLAIM, read.claim) }
}

/** What a claim says, as its form has it. */
export function wishOf({ title, provider, outcomes }: PriorLearningClaim): ClaimWish {
  return { title, provider, outcomes: outcomes.map(({ text }) => text).join('\n'), from: '' }
}

/**
 * Changes a claim that was not sent yet. An outcome whose words stay keeps what was put to it, wherever it stands now. Throws
 * `request.conflict` for one that was sent.
 */
export async function changeClaim(
  parts: Parts,
  person: Person,
  name: string,
  wish: ClaimWish,
): Promise<{ name: string } | { faults: ClaimFaults }> {
  const { content: before } = await findPersonal(parts, person, PRIOR_LEARNING_CLAIM, name)
  refuseSent(before)
  const read = claimIn(parts, wish, before.outcomes)
  if ('faults' in read) return read
  const isAsBefore = wishOf(before).outcomes === wishOf(read.claim).outcomes
  const claim = { ...read.claim, source: isAsBefore ? before.source : null }
  return { name: await savePersonal(parts, person, PRIOR_LEARNING_CLAIM, claim, name) }
}

/** Notes that a claim was sent today: it then stays as it is. Once it was, nothing changes. */
export async function noteSent(parts: Parts, person: Person, name: string): Promise<void> {
  const { content } = await findPersonal(parts, person, PRIOR_LEARNING_CLAIM, name)
  if (content.sentOn !== '') return
  const sentOn = parts.now().toISOString().slice(0, 10)
  await savePersonal(parts, person, PRIOR_LEARNING_CLAIM, { ...content, sentOn }, name)
}

/** Makes a claim of its own of one that was sent, to go on with. Answers its name. */
export async function copyClaim(parts: Parts, person: Person, name: string): Promise<string> {
  const { content } = await findPersonal(parts, person, PRIOR_LEARNING_CLAIM, name)
  return await savePersonal(parts, person, PRIOR_LEARNING_CLAIM, { ...content, sentOn: '' })
}

/** Reads the form of a claim; what was put to an outcome of the same words before goes along. */
function claimIn(
  { frameworks }: Pick<Parts, 'frameworks'>,
  wish: ClaimWish,
  before: PriorLearningClaim['outcomes'],
): { claim: PriorLearningClaim } | { faults: ClaimFaults } {
  const lines = wish.outcomes.split('\n').map((line) => line.trim())
  const texts = lines.filter((line) => line !== '')
  const shownBy = new Map(before.map((one) => [one.text, one.shownBy]))
  const { title, provider, outcomes } = PRIOR_LEARNING_CLAIM.schema.shape
  const parsed = {
    title: title.safeParse(wish.title.trim()),
    provider: provider.safeParse(wish.provider.trim()),
    outcomes: outcomes.safeParse(texts.map((text) => ({ text, shownBy: shownBy.get(text) ?? [] }))),
  }
  const faults: ClaimFaults = {
    ...(parsed.title.success ? {} : { title: 'Say what it is for, in 200 characters or fewer.' }),
    ...(parsed.provider.success ? {} : { provider: 'Use 200 characters or fewer.' }),
    ...(parsed.outcomes.success
      ? {}
      : { outcomes: 'Write 1 to 60 lines of 500 characters or fewer, each one outcome.' }),
  }
  if (!parsed.title.success || !parsed.provider.success || !parsed.outcomes.success) return { faults }
  const known = knownOutcomes(frameworks, wish.from)
  const isTheirs = known !== null && known.outcomes.join('\n') === texts.join('\n')
  return {
    claim: {
      title: parsed.title.data,
      provider: parsed.provider.data,
      outcomes: parsed.outcomes.data,
      source: isTheirs ? { id: known.source.id, version: known.source.version, digest: known.source.digest } : null,
      sentOn: '',
    },
  }
}

/** What was sent is what somebody decides about: it is not changed under their eyes. */
function refuseSent({ sentOn }: PriorLearningClaim): void {
  if (sentOn === '') return
  throw new PassportError('request.conflict', 'You have sent this claim, so it stays as it is. Make a copy to change.')
}

/** Reads a claim with what shows each outcome. Throws `request.notFound`. */
export async function readClaim(parts: Parts, person: Person, name: string): Promise<ReadClaim> {
  const { content: claim } = await findPersonal(parts, person, PRIOR_LEARNING_CLAIM, name)
  const { entries, today } = await readTimeline(parts, person)
  const things = entries.filter(({ item }) => /^(?:credential|work|described|certificate) /.test(item))
  // What does not hold any more is shown beside the claim, and shows nothing in it.
  const evidence = things
    .filter(({ sureness }) => sureness !== 'ended')
    .map(({ item, on, isDayOfEntry }) => ({
      item,
      outcomes: claim.outcomes.flatMap(({ shownBy }, at) => (shownBy.includes(item) ? [String(at + 1)] : [])),
      producedOn: isDayOfEntry ? null : on,
    }))
    .filter(({ outcomes }) => outcomes.length > 0)
  const numbers = claim.outcomes.map((_, at) => String(at + 1))
  const answer = claimOf(numbers, evidence, today, claim.source === null ? [] : [claim.source])
  return { name, claim, answer, things, today }
}

/**
 * Puts things to an outcome in the place of those before. What is not in the passport is left out. Throws `request.conflict` where
 * the claim was sent.
 */
export async function showOutcome(
  parts: Parts,
  person: Person,
  { name, claim, things }: ReadClaim,
  { at, items }: { at: number; items: readonly string[] },
): Promise<void> {
  refuseSent(claim)
  const shownBy = things.flatMap(({ item }) => (items.includes(item) ? [item] : [])).slice(0, 50)
  const outcomes = claim.outcomes.map((one, index) => (index === at ? { ...one, shownBy } : one))
  await savePersonal(parts, person, PRIOR_LEARNING_CLAIM, { ...claim, outcomes }, name)
}
