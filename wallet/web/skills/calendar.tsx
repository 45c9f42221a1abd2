import type { Currency } from '#skills'
import {
  Actions,
  Button,
  ButtonLink,
  CurrencyBadge,
  count,
  DateText,
  Empty,
  ErrorSummary,
  Field,
  formatDate,
  Heading,
  Pagination,
  page,
  Sureness,
  Table,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { CalendarEntry } from '../../skills/currency.ts'
import type { AskedDay, ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'

const HERE = '/skills/calendar'
const BACK = { href: '/skills', label: 'Your skills' }

interface CalendarPage {
  person: Person
  passport: ReadPassport
  /** In their order; those of this page are shown. */
  entries: readonly CalendarEntry[]
  asked: AskedDay
  page: number
  pages: number
  perPage: number
  wantsReminders: boolean
  flash: string | undefined
}

/** When what is held runs out: the next first. */
export function calendarPage(view: CalendarPage): string {
  const { person, passport, entries, asked, flash, wantsReminders } = view
  const [shown, open] = split(view)
  return page({
    ...frameOf(person, '/skills'),
    title: 'What runs out, and when',
    flash,
    hasErrors: asked.fault !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={asked.fault === undefined ? [] : [{ field: 'on', message: asked.fault }]} />
        <Heading back={BACK} lead={entries.length === 0 ? undefined : leadOf(entries, asked.day, passport.today)}>
          What runs out, and when
        </Heading>
        {entries.length === 0 ? (
          <Empty
            title="Nothing to keep an eye on yet"
            icon="hourglass"
            action={<ButtonLink href="/add">Add a credential</ButtonLink>}
          >
            Some certificates last for ever, and some run out. When you have any, you see here how long each still
            lasts.
          </Empty>
        ) : (
          <>
            <form class="ask" method="get" action={HERE}>
              <Field
                name="on"
                label="As of"
                type="date"
                width="medium"
                value={asked.written}
                error={asked.fault}
                either
              />
              <Button variant="secondary">Show that day</Button>
            </form>
            {shown.length > 0 && (
              <Table
                caption={`As of ${formatDate(asked.day)}`}
                rows={shown}
                rowKey={({ fact }) => fact.item}
                columns={[
                  {
                    key: 'what',
                    label: 'What',
                    cell: ({ fact }) => (
                      <a href={`/credentials/${fact.item}`}>
                        <bdi>{fact.title}</bdi>
                      </a>
                    ),
                  },
                  {
                    key: 'state',
                    label: 'How it stands',
                    cell: ({ answer }) => <CurrencyBadge currency={answer.value.state} />,
                  },
                  { key: 'until', label: 'Last day', cell: (entry) => <LastDay entry={entry} /> },
                  {
                    key: 'why',
                    label: 'Why',
                    cell: ({ fact }) => (
                      <a href={`${HERE}/${fact.item}?on=${asked.day}`}>
                        Why<span class="unseen"> {fact.title} stands so</span>
                      </a>
                    ),
                  },
                ]}
              />
            )}
            <Pagination
              page={view.page}
              pages={view.pages}
              href={(number) => `${HERE}?on=${asked.day}&page=${number}`}
            />
            <NobodySays entries={open} day={asked.day} />
            <Beside passport={passport} />
            <Reminders view={view} wants={wantsReminders} />
          </>
        )}
      </div>
    ),
  })
}

/** Those of this page, and all of which nobody says how long they last: these have no place in time. */
function split({ entries, page: number, perPage }: CalendarPage): [CalendarEntry[], CalendarEntry[]] {
  const dated = entries.filter((entry) => !isOpen(entry))
  return [dated.slice((number - 1) * perPage, number * perPage), entries.filter(isOpen)]
}

/** Whether nobody says how long something lasts. That is no fault of it. */
export function isOpen({ answer }: CalendarEntry): boolean {
  return answer.steps.at(-1)?.code === 'currency.notStated'
}

function NobodySays({ entries, day }: { entries: readonly CalendarEntry[]; day: string }) {
  if (entries.length === 0) return null
  return (
    <details class="fold">
      <summary>{count(entries.length, 'credential')} of which nobody says how long they last</summary>
      <p>Most certificates say nothing of it. That is no fault of yours, and they stay true as history.</p>
      <ul>
        {entries.map(({ fact }) => (
          <li key={fact.item}>
            <a href={`${HERE}/${fact.item}?on=${day}`}>
              <bdi>{fact.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What one has come to see: whether anything wants doing. */
function leadOf(entries: readonly CalendarEntry[], day: string, today: string): string {
  const many = (...states: Currency[]) => entries.filter(({ answer }) => states.includes(answer.value.state)).length
  const out = many('lapsedHistory', 'lapsedNotAuthorised')
  const soon = many('dueSoon', 'inGrace')
  const unknown = entries.filter((entry) => entry.answer.value.state === 'unknown' && !isOpen(entry)).length
  const when = day === today ? 'today' : `on ${formatDate(day)}`
  const parts = [
    out > 0 && `${count(out, 'has', 'have')} run out`,
    soon > 0 && `${count(soon, 'needs', 'need')} you soon`,
    unknown > 0 && `${unknown} could not be checked`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return `Nothing wants doing ${when}.`
  return `Of your ${count(entries.length, 'credential')}, ${when}: ${parts.join(', ')}.`
}

function LastDay({ entry: { answer } }: { entry: CalendarEntry }) {
  const { until, daysLeft, state } = answer.value
  if (until !== null) {
    const isAhead = daysLeft !== null && daysLeft >= 0 && (state === 'current' || state === 'dueSoon')
    return (
      <span>
        <DateText value={until} />
        {isAhead && <span class="soft"> ({daysLeft === 0 ? 'the last day' : `${count(daysLeft, 'day')} left`})</span>}
      </span>
    )
  }
  return state === 'current' ? <span>Does not run out</span> : <span class="not-stated">Not stated</span>
}

function Reminders({ view, wants }: { view: CalendarPage; wants: boolean }) {
  const { content } = view.passport.known.currency
  const days = content.reminderDays.toSorted((one, other) => other - one)
  return (
    <section class="flow">
      <h2>Be reminded</h2>
      <p>
        {wants ? 'You get a mail' : 'You can get a mail'} {days.slice(0, -1).join(', ')} and {days.at(-1)} days before
        something runs out, once each, to {view.person.email}. <Sureness of={content.confidence} />
      </p>
      <Actions>
        <form method="post" action={`${HERE}/reminders`}>
          <input type="hidden" name="wanted" value={wants ? 'no' : 'yes'} />
          <Button variant="secondary" icon="mail">
            {wants ? 'Stop the mails' : 'Send me these mails'}
          </Button>
        </form>
        <ButtonLink href="/skills/calendar.ics" variant="secondary" icon="download" download>
          Save for my own calendar (.ics)
        </ButtonLink>
      </Actions>
    </section>
  )
}
