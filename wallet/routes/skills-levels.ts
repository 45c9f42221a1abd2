import { z } from 'zod'
import type { Route } from '#server'
import { compareQualifications, readLevel } from '#skills'
import type { WalletParts } from '../parts.ts'
import { readPassport } from '../skills/read-passport.ts'
import { levelsPage } from '../web/skills/levels.tsx'
import { own } from './own.ts'

const chosen = z.string().max(60).default('')

/** What a level is elsewhere. */
export function levelRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/levels',
      summary: 'What a level is in another framework, and how two kinds of qualification compare.',
      tag: 'Skills',
      query: z.object({ level: chosen, one: chosen, other: chosen }),
      run: async (person, { query: { level: name, one, other } }) => {
        const { facts, known } = await readPassport(parts, person)
        const level = readLevel(known.levels, name)
        const isHere = (fact: (typeof facts)[number]) =>
          fact.level?.framework === level?.framework && fact.level?.code === level?.code
        const compared =
          one === '' || other === '' ? null : compareQualifications(known.types, known.levels, [one, other])
        const held = level === null ? [] : facts.filter(isHere)
        return { html: levelsPage({ person, known, level, held, one, other, compared }) }
      },
    }),
  ]
}
