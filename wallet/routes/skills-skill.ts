import { z } from 'zod'
import { nameOfSkill } from '#credential'
import { PassportError, reader } from '#platform'
import type { Route } from '#server'
import { type GapRow, type NextStep, referencesOf, techniquesOf } from '#skills'
import { type CanDo, canDo } from '../can-do.ts'
import type { WalletParts } from '../parts.ts'
import { areasOf } from '../skills/areas.ts'
import { stepsFor } from '../skills/next.ts'
import { creditOfSkill } from '../skills/skill-credit.ts'
import { skillPage } from '../web/skills/skill.tsx'
import { skillAt } from '../web/skills/who-says.tsx'
import { own } from './own.ts'

const MOST_STEPS = 3
const ANY_STEP = { area: '', travel: 'anywhere', mode: '', budget: '' } as const

/** One skill, and everything that shows it. */
export function skillRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/map/:skill',
      summary: 'One skill: all that shows it, from any route side by side, with the credit that evidences it.',
      tag: 'Skills',
      params: z.object({ skill: z.string().max(400) }),
      run: async (person, { params: { skill: term } }) => {
        const known = parts.frameworks
        // A unit that goes with a technique is told as that technique.
        const [told] = techniquesOf(known.techniques, term)
        if (told !== undefined) return { redirect: skillAt(`${known.techniques.id}#${told.technique}`) }
        const record = await canDo(parts, person, reader().language)
        const skill = record.skills.find((one) => one.term === term) ?? null
        const name = skill?.name ?? nameOfSkill(term, known)
        if (skill === null && known.nameOf(term) === term) {
          throw new PassportError(
            'request.notFound',
            'There is no such skill among yours. Look on the map of your skills.',
          )
        }
        const { credits, totals } = skill === null ? { credits: [], totals: [] } : creditOfSkill(skill, record, known)
        const { shown } = stepsFor([gapOf(term, name, skill)], ANY_STEP, { facts: record.facts, known }).value
        const area = areasOf(known)(term)
        return {
          html: skillPage({
            ...{ person, known, name, area, skill, credits, totals, next: taught(shown) },
            references: referencesOf(term, known),
          }),
        }
      },
    }),
  ]
}

/** What teaches something; a job asks for it. */
const taught = (steps: readonly NextStep[]) =>
  steps.filter(({ opportunity }) => opportunity.kind !== 'role').slice(0, MOST_STEPS)

/** A skill as a row of what is missing, by which next steps are found. */
function gapOf(term: string, name: string, skill: CanDo | null): GapRow {
  const { state = 'missing', item = null, currency = null, until = null } = skill ?? {}
  const isMet = state === 'proven'
  return {
    term,
    name,
    isEssential: false,
    mustBeCurrent: false,
    state,
    isMet,
    shownBy: item,
    currency,
    until,
    graceUntil: null,
  }
}
