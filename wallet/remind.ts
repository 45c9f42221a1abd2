import { z } from 'zod'
import type { JobHandler, Message } from '#server'
import { enqueueJob, listJobs } from '#storage'
import { count, formatDate } from '#web'
import type { WalletParts } from './parts.ts'
import { findPerson, type Person } from './records/person.ts'
import { deletePersonal, listPersonal, type PersonalKind, restorePersonal, savePersonal } from './records/personal.ts'
import { type CalendarEntry, calendarOf } from './skills/currency.ts'
import { readPassport } from './skills/read-passport.ts'
import { takeNotices, type WatchNotice } from './watch-target.ts'

/** The kind of job that looks once a day whether somebody is to be reminded. */
export const REMIND_JOB = 'remind'

const DAY_MS = 24 * 60 * 60 * 1_000

/** That somebody wants mails before something runs out. Neither comes in with a saved passport: a wish is asked anew. */
const REMINDERS = { kind: 'reminders', schema: z.object({ wanted: z.literal(true) }) } satisfies PersonalKind

/** That somebody was reminded of something, so many days before. */
const REMINDED = {
  kind: 'reminded',
  schema: z.object({ item: z.string(), until: z.string(), days: z.number() }),
} satisfies PersonalKind

const ONE = 'all'

/** Whether a person asked for mails before something runs out. A wish that cannot be read is none, and no record of theirs. */
export async function wantsReminders(parts: WalletParts, { id, key }: Person): Promise<boolean> {
  return (await listPersonal(parts, { id, key }, REMINDERS)).length > 0
}

/** Begins or ends the mails. Asked for twice is as once. */
export async function setReminders(parts: WalletParts, person: Person, isWanted: boolean): Promise<void> {
  if (!isWanted) {
    await deletePersonal(parts, person, REMINDERS, ONE)
    return
  }
  await savePersonal(parts, person, REMINDERS, { wanted: true }, ONE)
  await queueLook(parts, person.id, parts.now())
  parts.wake()
}

/** Looks at what runs out, and mails about what it was not mailed about yet. Tomorrow it looks again. */
export function remind(parts: WalletParts): JobHandler {
  return async ({ id, owner }) => {
    const person = await findPerson(parts, owner)
    if (person === undefined || !(await wantsReminders(parts, person))) return null
    // First, so that a mail server that is down today does not end it.
    await queueLook(parts, owner, new Date(parts.now().getTime() + DAY_MS), id)
    await tellOfChanges(parts, person)
    const { facts, known, today } = await readPassport(parts, person)
    const due = dueIn(calendarOf(facts, today, known), known.currency.content.reminderDays)
    const taken: Due[] = []
    for (const one of due) if (await take(parts, person, one)) taken.push(one)
    if (taken.length === 0) return { reminded: 0 }
    try {
      await parts.mail.send({ ...reminderMessage(taken, parts.config.baseUrl), to: person.email })
    } catch (error) {
      for (const one of taken) await deletePersonal(parts, person, REMINDED, nameOf(one))
      throw error
    }
    return { reminded: taken.length }
  }
}

/** Mails what is watched and asks for something else now, once for each version. */
async function tellOfChanges(parts: WalletParts, person: Person): Promise<void> {
  const { notices, giveBack } = await takeNotices(parts, person)
  if (notices.length === 0) return
  try {
    await parts.mail.send({ ...changesMessage(notices, parts.config.baseUrl), to: person.email })
  } catch (error) {
    await giveBack()
    throw error
  }
}

function changesMessage(notices: readonly WatchNotice[], baseUrl: string): Omit<Message, 'to'> {
  const lines = notices.flatMap(({ title, added, removed }) => [
    `- ${title}${added.length + removed.length === 0 ? ': not here any more' : ''}`,
    ...added.map(({ name }) => `  It now also asks for: ${name}`),
    ...removed.map((name) => `  It does not ask any more for: ${name}`),
  ])
  const text = [
    'What you watch has changed:',
    '',
    ...lines,
    '',
    `What that means for you: ${baseUrl}/skills/watching`,
  ].join('\n')
  const [first] = notices
  const subject =
    notices.length === 1 && first
      ? `${first.title} has changed`
      : `${notices.length} things that you watch have changed`
  return { subject, text, html: null }
}

interface Due {
  entry: CalendarEntry
  until: string
  /** Which of the reminders it is: 90, 30 or 7 days before. */
  days: number
  daysLeft: number
}

/** What is to be said today: of each the last reminder that is due, not those before it as well. */
function dueIn(entries: readonly CalendarEntry[], reminderDays: readonly number[]): Due[] {
  return entries.flatMap((entry) => {
    const { state, until, daysLeft } = entry.answer.value
    if (state !== 'dueSoon' && state !== 'current') return []
    if (until === null || daysLeft === null) return []
    const days = reminderDays.filter((before) => before >= daysLeft).toSorted((one, other) => one - other)[0]
    return days === undefined ? [] : [{ entry, until, days, daysLeft }]
  })
}

/** Notes a reminder; false where it was noted before. One statement, so that no mail goes out twice. */
function take(parts: WalletParts, person: Person, due: Due): Promise<boolean> {
  const { entry, until, days } = due
  const at = parts.now().toISOString()
  const content = { item: entry.fact.item, until, days }
  const record = { name: nameOf(due), content, createdAt: at, changedAt: at }
  return restorePersonal(parts, person, REMINDED, record)
}

const nameOf = ({ entry, until, days }: Due) => `${entry.fact.item} ${until} ${days}`

/** Puts a look into the queue, unless there is one besides the one that runs. */
async function queueLook({ storage, now }: WalletParts, owner: string, runAt: Date, running?: string): Promise<void> {
  const jobs = await listJobs(storage.db, owner, REMIND_JOB)
  if (jobs.some(({ id, finishedAt }) => id !== running && finishedAt === null)) return
  await enqueueJob(storage.db, { kind: REMIND_JOB, owner, payload: {}, runAt }, now())
}

/** The mail: what runs out, and when. Of the person it says nothing more. */
export function reminderMessage(due: readonly Due[], baseUrl: string): Omit<Message, 'to'> {
  const lines = due.map(
    ({ entry, until, daysLeft }) => `- ${entry.fact.title}: ${formatDate(until)} (${left(daysLeft)})`,
  )
  const text = [
    due.length === 1 ? 'Something in your passport runs out soon:' : 'Some things in your passport run out soon:',
    '',
    ...lines,
    '',
    `See all of it, or stop these mails: ${baseUrl}/skills/calendar`,
  ].join('\n')
  const [first] = due
  const subject =
    due.length === 1 && first
      ? `${first.entry.fact.title}: ${left(first.daysLeft)}`
      : `${due.length} things run out soon`
  return { subject, text, html: null }
}

const left = (days: number) => (days === 0 ? 'the last day is today' : `${count(days, 'day')} left`)
