import { z } from 'zod'
import type { PersonalKind } from './personal.ts'

export type WatchedTarget = z.infer<(typeof WATCHED_TARGET)['schema']>

/** A role, a standard or a qualification that a person watches, with what it asked for when they last looked at it. */
export const WATCHED_TARGET = {
  kind: 'watchedTarget',
  schema: z.object({
    target: z.string().max(200),
    title: z.string().max(300),
    /** Of the package that it is of. */
    version: z.string().max(40),
    asked: z.array(z.object({ term: z.string().max(400), name: z.string().max(500) })).max(1_000),
  }),
} satisfies PersonalKind
