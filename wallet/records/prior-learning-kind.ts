import { z } from 'zod'
import type { PersonalKind } from './personal.ts'

export type PriorLearningClaim = z.infer<(typeof PRIOR_LEARNING_CLAIM)['schema']>

/** What a person claims to have learnt already of a qualification or a unit, outcome by outcome. It asserts nothing of it. */
export const PRIOR_LEARNING_CLAIM = {
  kind: 'priorLearningClaim',
  schema: z.object({
    title: z.string().min(1).max(200),
    /** Who is asked to decide; empty where that is open. */
    provider: z.string().max(200),
    outcomes: z
      .array(
        z.object({
          text: z.string().min(1).max(500),
          /** What shows it: entries of the timeline, by their `item`. */
          shownBy: z.array(z.string().max(200)).max(50),
        }),
      )
      .min(1)
      .max(60),
    /** The package that the outcomes are from; null where the person wrote them. */
    source: z.object({ id: z.string().max(200), version: z.string().max(40), digest: z.string().max(100) }).nullable(),
    /** The day on which its holder says they sent it, from when on it stays as it is; empty before. */
    sentOn: z.union([z.literal(''), z.iso.date()]).default(''),
  }),
} satisfies PersonalKind
