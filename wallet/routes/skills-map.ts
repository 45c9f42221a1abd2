import { reader } from '#platform'
import type { Route } from '#server'
import { canDo } from '../can-do.ts'
import type { WalletParts } from '../parts.ts'
import { mapOf } from '../skills/skills-map.ts'
import { drawnArea, skillsMapPage } from '../web/skills/skills-map.tsx'
import { own } from './own.ts'

/** What somebody can do, by area. */
export function mapRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/map',
      summary: 'What the person who is signed in can do, by area, with the level and who says so: charts with tables.',
      tag: 'Skills',
      run: async (person) => {
        const { skills, notGenuine } = await canDo(parts, person, reader().language)
        const areas = await Promise.all(mapOf(skills, parts.frameworks).map(drawnArea))
        return { html: skillsMapPage({ person, areas, notGenuine }) }
      },
    }),
  ]
}
