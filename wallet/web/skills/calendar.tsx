import type { Currency } from '#skills'
import {
  Actions,
  Button,
  ButtonLink,
  CurrencyBadge,
  DateText,
  Empty,
  ErrorSummary,
  Field,
  Heading,
  languageUnless,
  Pagination,
  page,
  Sureness,
  Table,
  translated,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { CalendarEntry } from '../../skills/currency.ts'
import type { AskedDay, ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { calendarWords } from './calendar-words.ts'

const HERE = '/skills/calendar'

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
export const calendarPage = translated((view: CalendarPage): string => {
  const words = calendarWords()
  const { person, passport, entries, asked, flash, wantsReminders } = view
  const [shown, open] = split(view)
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    hasErrors: asked.fault !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={asked.fault === undefined ? [] : [{ field: 'on', message: asked.fault }]} />
        <Heading
          back={{ href: '/skills', label: words.back }}
          lead={entries.length === 0 ? undefined : leadOf(entries, asked.day, passport.today)}
        >
          {words.title}
        </Heading>
        {entries.length === 0 ? (
          <Empty title={words.none} icon="hourglass" action={<ButtonLink href="/add">{words.add}</ButtonLink>}>
            {words.noneText}
          </Empty>
        ) : (
          <>
            <form class="ask" method="get" action={HERE}>
              <Field
                name="on"
                label={words.asOf}
                type="date"
                width="medium"
                value={asked.written}
                error={asked.fault}
                either
              />
              <Button variant="secondary">{words.showDay}</Button>
            </form>
            {shown.length > 0 && (
              <Table
                caption={words.asOfDay(asked.day)}
                rows={shown}
                rowKey={({ fact }) => fact.item}
                columns={[
                  {
                    key: 'what',
                    label: words.what,
                    cell: ({ fact }) => (
                      <a href={`/credentials/${fact.item}`}>
                        <bdi>{fact.title}</bdi>
                      </a>
                    ),
                  },
                  {
                    key: 'state',
                    label: words.standing,
                    cell: ({ answer }) => <CurrencyBadge currency={answer.value.state} />,
                  },
                  { key: 'until', label: words.lastDay, cell: (entry) => <LastDay entry={entry} /> },
                  {
                    key: 'why',
                    label: words.why,
                    cell: ({ fact }) => (
                      <a href={`${HERE}/${fact.item}?on=${asked.day}`}>
                        {words.why}
                        <span class="unseen">{words.whyOf(fact.title)}</span>
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
}, languageOf)

function languageOf({ asked }: CalendarPage) {
  return languageUnless(asked.fault !== undefined)
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
  const words = calendarWords()
  if (entries.length === 0) return null
  return (
    <details class="fold">
      <summary>{words.nobodySays(entries.length)}</summary>
      <p>{words.nobodySaysText}</p>
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
  return calendarWords().attention({ all: entries.length, out, soon, unknown, day: day === today ? null : day })
}

function LastDay({ entry: { answer } }: { entry: CalendarEntry }) {
  const words = calendarWords()
  const { until, daysLeft, state } = answer.value
  if (until !== null) {
    const isAhead = daysLeft !== null && daysLeft >= 0 && (state === 'current' || state === 'dueSoon')
    return (
      <span>
        <DateText value={until} />
        {isAhead && <span class="soft">{daysLeft === 0 ? words.isLastDay : words.daysLeft(daysLeft)}</span>}
      </span>
    )
  }
  return state === 'current' ? <span>{words.doesNotRunOut}</span> : <span class="not-stated">{words.notStated}</span>
}

function Reminders({ view, wants }: { view: CalendarPage; wants: boolean }) {
  const words = calendarWords()
  const { content } = view.passport.known.currency
  const days = content.reminderDays.toSorted((one, other) => other - one)
  return (
    <section class="flow">
      <h2>{words.beReminded}</h2>
      <p>
        {words.mail(wants, days.slice(0, -1).join(', '), days.at(-1) ?? 0, view.person.email)}{' '}
        <Sureness of={content.confidence} />
      </p>
      <Actions>
        <form method="post" action={`${HERE}/reminders`}>
          <input type="hidden" name="wanted" value={wants ? 'no' : 'yes'} />
          <Button variant="secondary" icon="mail">
            {wants ? words.stop : words.send}
          </Button>
        </form>
        <ButtonLink href="/skills/calendar.ics" variant="secondary" icon="download" download>
          {words.save}
        </ButtonLink>
      </Actions>
    </section>
  )
}
