import { z } from 'zod'
import { isLearningStatus, journeyOf, type LearningStatus } from '#skills'
import type { WalletParts } from './parts.ts'
import { LEARNING_JOURNEY } from './records/journey-kind.ts'
import type { Person } from './records/person.ts'
import { findPersonal, savePersonal } from './records/personal.ts'
import type { HeldFact } from './skills/held-fact.ts'

/** What the form of something that one learns says, as it was written. */
export interface JourneyWish {
  title: string
  provider: string
  status: string
  on: string
}

/** What the form of a further step says; `credential` is the digest of what came of it, or empty. */
export type StepWish = Pick<JourneyWish, 'status' | 'on'> & { credential: string }

/** By field: what is wrong and how to put it right. */
export type JourneyFaults = Partial<Record<keyof JourneyWish, string>>
export type StepFaults = Partial<Record<keyof StepWish, string>>

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

const MAX_STEPS = 100

/** Writes down something that a person learns, or says what is wrong with it. */
export async function beginJourney(
  parts: Parts,
  person: Person,
  { title: written, provider, status, on }: JourneyWish,
): Promise<{ name: string } | { faults: JourneyFaults }> {
  const title = written.trim()
  const { shape } = LEARNING_JOURNEY.schema
  const faults: JourneyFaults = {
    ...(title === '' || !shape.title.safeParse(title).success
      ? { title: 'Say what you learn, in 200 characters or fewer.' }
      : {}),
    ...(shape.provider.safeParse(provider).success ? {} : { provider: 'Use 200 characters or fewer.' }),
    ...stepFaults({ status, on }, today(parts)),
  }
  if (Object.keys(faults).length > 0 || !isLearningStatus(status)) return { faults }
  const journey = { title, provider: provider.trim(), credential: '', steps: [{ status, on }] }
  return { name: await savePersonal(parts, person, LEARNING_JOURNEY, journey) }
}

/**
 * Adds a step to it, or says what is wrong with that. The same one twice is once. `achieved` are the credentials that can
 * have come of it: of no other one is it taken.
 */
export async function addStep(
  parts: Parts,
  person: Person,
  name: string,
  { wish: { status, on, credential }, achieved }: { wish: StepWish; achieved: readonly Pick<HeldFact, 'digest'>[] },
): Promise<StepFaults | null> {
  const { content } = await findPersonal(parts, person, LEARNING_JOURNEY, name)
  const isHeld = credential === '' || achieved.some(({ digest }) => digest === credential)
  const faults: StepFaults = {
    ...stepFaults({ status, on }, today(parts)),
    ...(isHeld ? {} : { credential: 'Choose one that is in your passport, or none.' }),
  }
  if (Object.keys(faults).length > 0 || !isLearningStatus(status)) return faults
  const before = journeyOf(content.steps, on).status
  const isSaid = content.steps.some((step) => step.on === on && step.status === status)
  if (!isSaid && before === status) return { status: 'It was so already on that day. Choose what changed.' }
  if (!isSaid && content.steps.length >= MAX_STEPS) return { status: `There can be ${MAX_STEPS} steps.` }
  const steps = isSaid ? content.steps : [...content.steps, { status, on }]
  await savePersonal(
    parts,
    person,
    LEARNING_JOURNEY,
    { ...content, credential: credential || content.credential, steps },
    name,
  )
  return null
}

function stepFaults({ status, on }: { status: string; on: string }, now: string): Pick<JourneyFaults, 'status' | 'on'> {
  const isDay = z.iso.date().safeParse(on).success
  return {
    ...(OFFERED.some((one) => one === status) ? {} : { status: 'Choose how it stands.' }),
    ...(isDay ? {} : { on: `Enter the day from which it is so, such as ${now}.` }),
    ...(isDay && on > now ? { on: 'Enter a day that is not still to come.' } : {}),
  }
}

/** What people say of their own learning. That something is provisional or failed is for its provider to say. */
export const OFFERED: readonly LearningStatus[] = ['Enrolled', 'InProgress', 'OnHold', 'Completed', 'Withdrew']

const today = ({ now }: Pick<Parts, 'now'>) => now().toISOString().slice(0, 10)
