import { type ZodType, z } from 'zod'
import type { JsonObject } from '#platform'

/** What a person may write down of themself: `kind` says in the database which it is, `schema` what it holds. */
export interface PersonalKind<Content extends JsonObject = JsonObject> {
  kind: string
  schema: ZodType<Content>
}

export type SelfAnswer = z.infer<(typeof SELF_ANSWER)['schema']>

const day = z.iso.date()

/** An answer to a statement of a framework of techniques, the last of a day. `notSure` takes an earlier answer back. */
export const SELF_ANSWER = {
  kind: 'selfAnswer',
  schema: z.object({
    framework: z.string().max(100),
    statement: z.string().max(100),
    said: z.enum(['yes', 'no', 'notSure']),
    on: day,
    /** Whether somebody sat beside them and helped. */
    withHelp: z.boolean().default(false),
  }),
} satisfies PersonalKind

/** All of them. What comes in with a saved passport is of one of these, or is left out. */
export const PERSONAL_KINDS: readonly PersonalKind[] = [SELF_ANSWER]
