import { z } from 'zod'
import { asArray, type Json } from '#platform'

export type PresentedWork = z.infer<typeof presentedWork>

/**
 * Something that a holder made or did, as it goes along with a presentation: in their own words, with who confirmed it and who these
 * say they are. Nobody signed it, so nobody can verify it.
 */
export const presentedWork = z
  .object({
    title: z.string().min(1).max(120),
    about: z.string().max(4_000).default(''),
    /** Their own part in it. */
    contribution: z.string().max(2_000).default(''),
    /** What it shows that they can do; empty where they do not say. */
    skill: z.string().max(120).default(''),
    /** Whether somebody helped to enter it. */
    withHelp: z.boolean().default(false),
    confirmedBy: z
      .array(z.object({ by: z.string().min(1).max(120), relation: z.string().max(120), on: z.iso.date() }))
      .max(50),
  })
  .meta({ id: 'PresentedWork', description: 'What a holder made or did, and who confirmed it. Nobody checked it.' })

/** By how many milliseconds a day begins earlier than in UTC where it begins first (UTC+14). */
const FIRST_ZONE = 14 * 60 * 60 * 1000

/** As many as a presentation carries. */
export const MAX_WORK = 50

/**
 * Reads what goes along with a presentation. What is not of this shape is left out and counted. Nobody has confirmed anything
 * on a day that has begun nowhere yet, so that is left out of what they are said to have confirmed.
 */
export function readWork(portfolio: Json | undefined, now: Date): { work: PresentedWork[]; unread: number } {
  const all = asArray(portfolio)
  const today = new Date(now.getTime() + FIRST_ZONE).toISOString().slice(0, 10)
  const work = all
    .slice(0, MAX_WORK)
    .flatMap((one) => presentedWork.safeParse(one).data ?? [])
    .map((one) => ({ ...one, confirmedBy: one.confirmedBy.filter(({ on }) => on <= today) }))
  return { work, unread: all.length - work.length }
}
