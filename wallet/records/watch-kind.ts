import { z } from 'zod'
import type { PersonalKind } from './personal.ts'

export type WatchedTarget = z.infer<(typeof WATCHED_TARGET)['schema']>

/** As long as a package may say it (`schemas/skills-package.json`); a term of a ruleset has its id before it. */
const LONGEST_TEXT = 2_000
const LONGEST_TERM = 200 + 1 + LONGEST_TEXT

/** A role, a standard or a qualification that a person watches, with what it asked for when they last looked at it. */
export const WATCHED_TARGET = {
  kind: 'watchedTarget',
  schema: z.object({
    target: z.string().max(LONGEST_TERM),
    title: z.string().max(LONGEST_TEXT),
    /** Of the package that it is of. */
    version: z.string().max(40),
    asked: z.array(z.object({ term: z.string().max(LONGEST_TERM), name: z.string().max(LONGEST_TEXT) })).max(10_000),
  }),
} satisfies PersonalKind
