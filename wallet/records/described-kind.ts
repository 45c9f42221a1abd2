import { z } from 'zod'
import type { PersonalKind } from './personal.ts'

export type DescribedAward = z.infer<(typeof DESCRIBED_AWARD)['schema']>

const day = z.union([z.literal(''), z.iso.date()])

/** An award that a file describes. It is what the file says: nobody signed it to us, and nothing of it was checked. */
export const DESCRIBED_AWARD = {
  kind: 'describedAward',
  schema: z.object({
    title: z.string().min(1).max(300),
    about: z.string().max(4_000),
    awardedBy: z.array(z.string().max(300)).max(20),
    /** Calendar days; empty where they are not stated. */
    awardedOn: day,
    until: day,
    level: z.string().max(300),
    credits: z.array(z.object({ value: z.string().max(40), scheme: z.string().max(200) })).max(20),
    skills: z.array(z.string().max(300)).max(100),
    /** What else the file says of it. */
    notes: z.array(z.string().max(1_000)).max(20),
    /** Whom the file is about, as it says. */
    person: z.string().max(300),
    source: z.object({
      format: z.enum(['elm', 'csv']),
      file: z.string().max(200),
      /** SHA-256 of the file, in hexadecimal. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      /** Who issued the file, as it says; empty where it names nobody. */
      issuer: z.string().max(300),
      /** Whether an electronic seal came with it, which is not checked here. */
      isSealed: z.boolean(),
      on: z.iso.date(),
    }),
  }),
} satisfies PersonalKind
