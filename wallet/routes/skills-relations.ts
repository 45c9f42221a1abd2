import { z } from 'zod'
import type { Route } from '#server'
import { returnToLearning } from '#skills'
import type { WalletParts } from '../parts.ts'
import { readPassport } from '../skills/read-passport.ts'
import { changesIn, relatedThings, relationsFor } from '../skills/relations.ts'
import { relationsPage } from '../web/skills/relations.tsx'
import { own } from './own.ts'

/** How qualifications, modules and jobs lead to one another. */
export function relationRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/relations',
      summary: 'What a qualification is part of, leads to, is comparable to and was replaced by, each with its source.',
      tag: 'Skills',
      query: z.object({ of: z.string().max(100).default('') }),
      run: async (person, { query: { of } }) => {
        const passport = await readPassport(parts, person)
        const { known, facts, today } = passport
        const html = relationsPage({
          person,
          passport,
          of,
          things: relatedThings(known),
          found: relationsFor(known, of),
          returning: returnToLearning(known.library, facts, today),
          changes: changesIn(known),
        })
        return { html }
      },
    }),
  ]
}
