import { z } from 'zod'
import { reader } from '#platform'
import type { Route } from '#server'
import { TECHNIQUE_LEVELS, techniquesIn } from '#skills'
import { levelChart } from '#web'
import { assessSelf, levelsOverTime, techniqueOf } from '../assess-self.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { deletePersonal } from '../records/personal.ts'
import { OWN_TARGET } from '../records/personal-kinds.ts'
import { listTargets, setTarget } from '../set-target.ts'
import { progressPage } from '../web/skills/progress.tsx'
import { targetFormPage, targetsPage } from '../web/skills/self-targets.tsx'
import { selfWords } from '../web/skills/self-words.ts'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Skills'
const AT = '/skills/targets'

const wishForm = z.object({
  technique: z.string().max(40).default(''),
  level: z.string().max(20).default(''),
  by: z.string().max(20).default(''),
})

/** A person's own targets, and how they came on. */
export function targetRoutes(parts: WalletParts): Route[] {
  const assessed = async (person: Person) => {
    const { value, language } = techniquesIn(parts.frameworks, reader().language)
    return { self: await assessSelf(parts, person, value), language }
  }
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'The targets of the person who is signed in.',
      tag: TAG,
      run: async (person, { takeFlash }) => {
        const { self, language } = await assessed(person)
        const targets = await listTargets(parts, person, self)
        return { html: targetsPage({ person, self, language, targets, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/new`,
      summary: 'The form of a new target.',
      tag: TAG,
      query: z.object({ technique: z.string().max(40).default('') }),
      run: async (person, { query: { technique } }) => {
        const { self, language } = await assessed(person)
        return { html: targetFormPage({ person, self, language, wish: { technique, level: '', by: '' }, faults: {} }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: AT,
      summary: 'Set a target: a level in a technique by a day.',
      tag: TAG,
      body: { form: wishForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body: wish, flash }) => {
        const { self, language } = await assessed(person)
        const made = await setTarget(parts, person, self, wish)
        if ('faults' in made) {
          return { status: 422, html: targetFormPage({ person, self, language, wish, faults: made.faults }) }
        }
        flash('Your goal is set.')
        return { redirect: `/skills/progress?technique=${wish.technique}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/delete`,
      summary: 'Delete a target.',
      tag: TAG,
      body: { form: z.object({ name: z.string().max(400) }) },
      run: async (person, { body: { name }, flash }) => {
        if (await deletePersonal(parts, person, OWN_TARGET, name)) flash('The goal is deleted.')
        return { redirect: AT }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/skills/progress',
      summary: 'How one came on in a technique: a chart over time with its table.',
      tag: TAG,
      query: z.object({ technique: z.string().max(40).optional() }),
      run: async (person, { query, takeFlash }) => {
        const { self, language } = await assessed(person)
        const targets = await listTargets(parts, person, self)
        const flash = takeFlash()
        const code = query.technique ?? targets[0]?.target.technique ?? self.found.value[0]?.technique
        if (code === undefined) return { html: progressPage({ person, self, language, shown: undefined, flash }) }
        const { technique } = techniqueOf(self.framework, code)
        const target = targets.find((one) => one.target.technique === code)
        const points = levelsOverTime(self, code).map(({ on, level }) => ({
          on,
          step: TECHNIQUE_LEVELS.indexOf(level),
        }))
        const goal = target && { on: target.target.by, step: TECHNIQUE_LEVELS.indexOf(target.target.level) }
        const { levels: names } = selfWords[language]
        const levels = TECHNIQUE_LEVELS.map((level) => names[level])
        const svg = points.length === 0 ? '' : await levelChart({ levels, points, goal, today: self.today, language })
        return { html: progressPage({ person, self, language, shown: { technique, target, points, svg }, flash }) }
      },
    }),
  ]
}
