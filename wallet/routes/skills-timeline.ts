import { z } from 'zod'
import { reader } from '#platform'
import type { Route } from '#server'
import { speaking } from '#web'
import type { WalletParts } from '../parts.ts'
import { readTimeline } from '../read-timeline.ts'
import { TIMELINE_KINDS, TIMELINE_PLACES, TIMELINE_SURENESS, wishedFor } from '../skills/timeline.ts'
import { timelinePage } from '../web/skills/timeline.tsx'
import { noteInWords } from '../web/skills/timeline-note.ts'
import { own } from './own.ts'

const PER_PAGE = 100

const query = z.object({
  kind: z.enum(['', ...TIMELINE_KINDS]).default(''),
  place: z.enum(['', ...TIMELINE_PLACES]).default(''),
  sureness: z.enum(['', ...TIMELINE_SURENESS]).default(''),
  words: z.string().max(200).default(''),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1'),
})

/** What somebody learnt and did, in the order of its days. */
export function timelineRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/timeline',
      summary: 'All that is held and written down by its days, by kind, place, who says so, or words.',
      tag: 'Skills',
      query,
      run: async (person, { query: { page, ...wish } }) => {
        const timeline = await readTimeline(parts, person, reader().language)
        const found = wishedFor(timeline.entries, wish, (note) => speaking(reader().language, () => noteInWords(note)))
        const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
        const shown = { page: Math.min(Number(page), pages), pages, perPage: PER_PAGE }
        return { html: timelinePage({ person, timeline, wish, found, ...shown }) }
      },
    }),
  ]
}
