import { z } from 'zod'
import { LEARNING_SOURCES } from '#credential'
import { reader } from '#platform'
import type { Route } from '#server'
import { skillClasses, skillClassesOf } from '#skills'
import { ASSURANCE_STEPS } from '#trust'
import { canDo } from '../can-do.ts'
import type { WalletParts } from '../parts.ts'
import { areasOf } from '../skills/areas.ts'
import { searchSkills } from '../skills/search.ts'
import { searchPage } from '../web/skills/search.tsx'
import { own } from './own.ts'

const PER_PAGE = 50

const query = z.object({
  words: z.string().max(200).default(''),
  source: z.enum(['', ...LEARNING_SOURCES]).default(''),
  class: z.string().max(100).default(''),
  assurance: z.enum(['', ...ASSURANCE_STEPS]).default(''),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1'),
})

/** Looks for skills and for what shows them. */
export function searchRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/search',
      summary: 'Skills, behaviours, techniques, awards and own work by words, source of learning, class and assurance.',
      tag: 'Skills',
      query,
      run: async (person, { query: { page, ...wish } }) => {
        const known = parts.frameworks
        const record = await canDo(parts, person, reader().language)
        const result = searchSkills(record, wish, { areaOf: areasOf(known), classesOf: skillClassesOf(known) })
        const pages = Math.max(1, Math.ceil(result.found.length / PER_PAGE))
        const at = Math.min(Number(page), pages)
        const shown = result.found.slice((at - 1) * PER_PAGE, at * PER_PAGE)
        return { html: searchPage({ person, wish, result, shown, page: at, pages, classes: skillClasses(known) }) }
      },
    }),
  ]
}
