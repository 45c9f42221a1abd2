import { z } from 'zod'
import { PassportError } from '#platform'
import type { Route } from '#server'
import type { Frameworks } from '#skills'
import { assessSelf } from '../assess-self.ts'
import type { WalletParts } from '../parts.ts'
import { type PlanWish, planOf, reachOf } from '../skills/plan.ts'
import { askedDay, readPassport } from '../skills/read-passport.ts'
import { plannerPage } from '../web/skills/planner.tsx'
import { planPage } from '../web/skills/planner-plan.tsx'
import { own } from './own.ts'

/** Both generations of rules of the ITQ. */
const RULESETS = ['itq/2003', 'itq/2009']
const MOST_WISHES = 40

const unit = z.string().max(100)
const planQuery = z.object({
  /** `ruleset#qualification`; empty for all of them. */
  target: z.string().max(120).default(''),
  level: z.enum(['', '1', '2', '3']).default(''),
  want: z.array(unit).max(MOST_WISHES).default([]),
  avoid: z.array(unit).max(MOST_WISHES).default([]),
  addWant: unit.default(''),
  addAvoid: unit.default(''),
  ownLevel: z.enum(['', '1', '2', '3']).default(''),
  ownSize: z.string().max(4).default(''),
  registered: z.string().max(40).optional(),
})

/** What is missing for an ITQ, and the shortest ways to it. */
export function plannerRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/itq',
      summary: 'How far each ITQ is, or the plan of one: what counts, what does not and why, and the shortest ways.',
      tag: 'Skills',
      query: planQuery,
      run: async (person, { query }) => {
        const passport = await readPassport(parts, person)
        const rulesets = rulesetsIn(passport.known)
        if (query.target === '') {
          const level = query.level === '' ? undefined : Number(query.level)
          const reaches = rulesets.map((ruleset) => ({ ruleset, reach: reachOf(ruleset, level, passport) }))
          return { html: plannerPage({ person, passport, reaches, level: query.level }) }
        }
        const [id, qualification = ''] = query.target.split('#', 2)
        const ruleset = rulesets.find((one) => one.id === id)
        if (ruleset === undefined)
          throw new PassportError('request.notFound', 'There is no such ITQ. Choose one from the list.')
        const registered = askedDay(query.registered, passport.today)
        const wish = wishIn(query, registered.day)
        const self = await assessSelf(parts, person, passport.known.techniques)
        const plan = planOf(ruleset, qualification, wish, passport, self)
        const html = planPage({ person, passport, plan, wish, registered })
        return registered.fault === undefined ? { html } : { status: 422, html }
      },
    }),
  ]
}

const rulesetsIn = ({ rulesets }: Frameworks) => rulesets.filter(({ id }) => RULESETS.includes(id))

function wishIn(query: z.infer<typeof planQuery>, registered: string): PlanWish {
  const { want, addWant, avoid, addAvoid, ownLevel, ownSize } = query
  return { want: together(want, addWant), avoid: together(avoid, addAvoid), ownLevel, ownSize, registered }
}

/** Each once, without what is empty. */
const together = (before: readonly string[], added: string) =>
  [...new Set([...before, added])].filter((one) => one !== '')
