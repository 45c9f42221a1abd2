import { z } from 'zod'
import { PassportError } from '#platform'
import type { Route } from '#server'
import { currencySays } from '#web'
import { type CpdFaults, type CpdWish, forgetCpd, logCpd } from '../log-cpd.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { setReminders, wantsReminders } from '../remind.ts'
import { type CalendarEntry, calendarOf, hoursToRenew } from '../skills/currency.ts'
import { icalendar } from '../skills/icalendar.ts'
import { askedDay, type ReadPassport, readPassport } from '../skills/read-passport.ts'
import { calendarPage, isOpen } from '../web/skills/calendar.tsx'
import { calendarEntryPage } from '../web/skills/calendar-entry.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Skills'
const AT = '/skills/calendar'
const PER_PAGE = 100

const on = z.string().max(40).optional()
const byId = z.object({ id: z.string().max(64) })
const cpdForm = z.object({ what: z.string().max(1_000), hours: z.string().max(40), on: z.string().max(40) })
const pageQuery = z.object({
  on,
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1'),
})

/** When what is held runs out: as a page, in mails, and as a file for a calendar. */
export function calendarRoutes(parts: WalletParts): Route[] {
  const entryPage = async (
    person: Person,
    id: string,
    said: { on?: string | undefined; flash?: string | undefined; wish?: CpdWish; faults?: CpdFaults },
  ) => {
    const passport = await readPassport(parts, person)
    const found = entryIn(passport, id, said.on)
    const hours = hoursToRenew(found.entry.fact, passport.known)
    const { flash, wish = NO_HOURS, faults = {} } = said
    return calendarEntryPage({ person, ...found, hours, wish, faults, flash })
  }
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'What runs out, and when, as of a day.',
      tag: TAG,
      query: pageQuery,
      run: async (person, { query, takeFlash }) => {
        const passport = await readPassport(parts, person)
        const asked = askedDay(query.on, passport.today)
        const entries = calendarOf(passport.facts, asked.day, passport.known)
        const pages = Math.max(1, Math.ceil(entries.filter((entry) => !isOpen(entry)).length / PER_PAGE))
        const html = calendarPage({
          person,
          passport,
          entries,
          asked,
          page: Math.min(Number(query.page), pages),
          pages,
          perPage: PER_PAGE,
          wantsReminders: await wantsReminders(parts, person),
          flash: takeFlash(),
        })
        return asked.fault === undefined ? { html } : { status: 422, html }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}.ics`,
      summary: 'The days on which what is held runs out, for any calendar (RFC 5545).',
      tag: TAG,
      responses: { 200: { description: 'The calendar.', mediaType: 'text/calendar' } },
      run: async (person) => {
        const { facts, known, today } = await readPassport(parts, person)
        const bytes = icalendar(calendarOf(facts, today, known), {
          now: parts.now(),
          on: today,
          remindDays: known.currency.content.reminderDays,
          sayOf,
        })
        const headers = { 'Content-Disposition': 'attachment; filename="skills-passport.ics"' }
        return { bytes, contentType: 'text/calendar; charset=utf-8', headers }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/reminders`,
      summary: 'Begin or end the mails before something runs out.',
      tag: TAG,
      body: { form: z.object({ wanted: z.enum(['yes', 'no']) }) },
      run: async (person, { body: { wanted }, flash }) => {
        await setReminders(parts, person, wanted === 'yes')
        flash(wanted === 'yes' ? 'You will get mails before something runs out.' : 'You get no more of these mails.')
        return { redirect: AT }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:id`,
      summary: 'Why one credential is as current as it is on a day.',
      tag: TAG,
      params: byId,
      query: z.object({ on }),
      run: async (person, { params: { id }, query, takeFlash }) => ({
        html: await entryPage(person, id, { on: query.on, flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:id/cpd`,
      summary: 'Log hours of development that renew a credential.',
      tag: TAG,
      params: byId,
      body: { form: cpdForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { params: { id }, body: wish, flash }) => {
        const { fact } = entryIn(await readPassport(parts, person), id, undefined).entry
        const faults = await logCpd(parts, person, fact, wish)
        if (faults !== null) return { status: 422, html: await entryPage(person, id, { wish, faults }) }
        flash('The hours are logged.')
        return { redirect: `${AT}/${id}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:id/cpd/delete`,
      summary: 'Delete logged hours.',
      tag: TAG,
      params: byId,
      body: { form: z.object({ name: z.string().max(400) }) },
      run: async (person, { params: { id }, body: { name }, flash }) => {
        await forgetCpd(parts, person, name)
        flash('The hours are deleted.')
        return { redirect: `${AT}/${id}` }
      },
    }),
  ]
}

const NO_HOURS: CpdWish = { what: '', hours: '', on: '' }

/** One entry as it is on a day. Throws `credential.notFound` for what is not there, or is not genuine. */
function entryIn({ facts, known, today }: ReadPassport, id: string, on: string | undefined) {
  const asked = askedDay(on, today)
  const [entry] = calendarOf(
    facts.filter(({ item }) => item === id),
    asked.day,
    known,
  )
  if (entry === undefined) {
    throw new PassportError('credential.notFound', 'This credential is not in your passport, or is not genuine.')
  }
  return { asked, entry, newer: facts.find(({ item }) => item === entry.fact.supersededBy) }
}

function sayOf({ fact, answer }: CalendarEntry): { summary: string; description: string } {
  const last = answer.steps.at(-1)
  return {
    summary: `Last day: ${fact.title}`,
    description: last === undefined ? '' : currencySays()[last.code](last.values),
  }
}
