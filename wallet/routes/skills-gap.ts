import { z } from 'zod'
import { PassportError } from '#platform'
import type { Route } from '#server'
import { type Booking, findRole, findTarget, type GapWorld, gapOf, readinessFor, targetChoices } from '#skills'
import type { WalletParts } from '../parts.ts'
import { type StepWish, stepsFor } from '../skills/next.ts'
import { type AskedDay, askedDay, type ReadPassport, readPassport } from '../skills/read-passport.ts'
import { OWN_GOALS, standingOf } from '../skills/targets.ts'
import { listWatched } from '../watch-target.ts'
import { gapChoicePage, gapPage } from '../web/skills/gap.tsx'
import { readinessPage } from '../web/skills/readiness.tsx'
import { own } from './own.ts'

const TAG = 'Skills'
const MOST_BOOKED = 50

const short = z.string().max(40).default('')
const wishQuery = z.object({
  on: z.string().max(40).optional(),
  area: short,
  travel: z.enum(['anywhere', 'neighbouring', 'sameArea']).default('anywhere'),
  mode: short,
  budget: short,
})
const bookingQuery = wishQuery.extend({
  /** `term@day` each, as they were booked before. */
  booked: z.array(z.string().max(200)).max(MOST_BOOKED).default([]),
  term: z.string().max(150).default(''),
  day: short,
})

/** What is missing for something, and whether somebody is ready for a role. */
export function gapRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/gap',
      summary: 'What one can compare oneself with.',
      tag: TAG,
      run: async (person) => {
        const passport = await readPassport(parts, person)
        const { goals } = await standingOf(parts, person, passport)
        return { html: gapChoicePage({ person, choices: targetChoices(passport.known), hasGoals: goals !== null }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/skills/gap/:target',
      summary:
        'For each skill of a role, a standard, a qualification or one’s own goals: what shows it, and what is missing.',
      tag: TAG,
      params: z.object({ target: z.string().max(200) }),
      query: wishQuery,
      run: async (person, { params, query }) => {
        const passport = await readPassport(parts, person)
        const asked = askedDay(query.on, passport.today)
        const { evidence, holder, goals } = await standingOf(parts, person, passport)
        const target = params.target === OWN_GOALS ? goals : findTarget(passport.known, params.target)
        if (target === null) throw notFound()
        const gap = gapOf(target, evidence, worldOf(passport, asked, holder))
        const wish = wishIn(query)
        const next = stepsFor(gap.value, wish, passport)
        const isWatched = (await listWatched(parts, person)).some((one) => one.target === target.id)
        return answered(asked.fault, gapPage({ person, passport, target, gap, next, wish, asked, isWatched }))
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/skills/readiness/:role',
      summary: 'Whether one is ready for a role on a day.',
      tag: TAG,
      params: z.object({ role: z.string().max(200) }),
      query: bookingQuery,
      run: async (person, { params, query }) => {
        const passport = await readPassport(parts, person)
        const asked = askedDay(query.on, passport.today)
        const target = findRole(passport.known, params.role)
        if (target === null) throw notFound()
        const { evidence, holder } = await standingOf(parts, person, passport)
        const world = worldOf(passport, asked, holder)
        const added = addedTo(query, asked.day)
        const booked = [...query.booked.flatMap(bookingIn), ...added.bookings]
        const answer = readinessFor(target, evidence, world, booked)
        const wish = wishIn(query)
        const next = stepsFor(gapOf(target, evidence, world).value, wish, passport)
        const html = readinessPage({
          person,
          passport,
          target,
          answer,
          booked,
          next,
          wish,
          asked,
          bookingFault: added.fault,
        })
        return answered(asked.fault ?? added.fault, html)
      },
    }),
  ]
}

const notFound = () =>
  new PassportError('request.notFound', 'There is nothing of that name to compare with. Choose from the list.')

const answered = (fault: string | undefined, html: string) => (fault === undefined ? { html } : { status: 422, html })

function worldOf({ known }: ReadPassport, { day }: AskedDay, holder: readonly string[]): GapWorld {
  return { on: day, holder, currency: known.currency, levels: known.levels }
}

function wishIn({ area, travel, mode, budget }: z.infer<typeof wishQuery>): StepWish {
  return { area, travel, mode, budget }
}

/** What was booked before is told apart at its last sign, since a term may hold that too. */
function bookingIn(text: string): Booking[] {
  const at = text.lastIndexOf('@')
  return at < 0 ? [] : [bookingOf(text.slice(0, at), text.slice(at + 1))]
}

const bookingOf = (term: string, on: string): Booking => ({ item: `${term}@${on}`, term, on })

function addedTo(
  { term, day }: z.infer<typeof bookingQuery>,
  on: string,
): { bookings: Booking[]; fault: string | undefined } {
  if (term === '') return { bookings: [], fault: undefined }
  const asked = askedDay(day, '')
  if (asked.day === '') return { bookings: [], fault: 'Enter the day on which it will be done, such as 2027-06-25.' }
  if (asked.day < on) return { bookings: [], fault: 'Enter a day that is not before the day that you ask about.' }
  return { bookings: [bookingOf(term, asked.day)], fault: undefined }
}
