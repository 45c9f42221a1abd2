import { z } from 'zod'
import { LEARNING_STATUSES } from '#skills'
import type { PersonalKind } from './personal.ts'

export type LearningJourney = z.infer<(typeof LEARNING_JOURNEY)['schema']>

/** Something that a person learns, or learnt, with how far they were on which day; all of it their own word. */
export const LEARNING_JOURNEY = {
  kind: 'learningJourney',
  schema: z.object({
    title: z.string().max(200),
    provider: z.string().max(200),
    /** The digest of the credential that came of it; empty where there is none. */
    credential: z.string().max(100).default(''),
    steps: z.array(z.object({ status: z.enum(LEARNING_STATUSES), on: z.iso.date() })).max(100),
  }),
} satisfies PersonalKind
