import { reader } from '#platform'
import type { Route } from '#server'
import { canDo } from '../can-do.ts'
import type { WalletParts } from '../parts.ts'
import { noteAllUnreadable } from '../unreadable.ts'
import { watchNotices } from '../watch-target.ts'
import { skillsHomePage } from '../web/skills/home.tsx'
import { own } from './own.ts'

/** Where a person's skills begin. */
export function skillsHomeRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills',
      summary: 'What the person who is signed in can do, who says so, and what they hold.',
      tag: 'Skills',
      run: async (person, { takeFlash }) => {
        if (person.name === null) return { redirect: '/welcome' }
        await noteAllUnreadable(parts, person)
        return {
          html: skillsHomePage({
            person,
            record: await canDo(parts, person, reader().language),
            notices: await watchNotices(parts, person),
            flash: takeFlash(),
          }),
        }
      },
    }),
  ]
}
