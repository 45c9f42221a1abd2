import {
  Actions,
  ButtonLink,
  CurrencyBadge,
  currencySays,
  DateText,
  ErrorSummary,
  formatDate,
  Heading,
  Notice,
  page,
  SummaryList,
  Workings,
} from '#web'
import type { CpdFaults, CpdWish } from '../../log-cpd.ts'
import type { Person } from '../../records/person.ts'
import type { CalendarEntry } from '../../skills/currency.ts'
import type { AskedDay } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Cpd } from './calendar-cpd.tsx'

const CALENDAR = '/skills/calendar'

/** Why one of them stands as it does on a day, and when it wants attention. */
export function calendarEntryPage(view: {
  person: Person
  entry: CalendarEntry
  /** What took its place. */
  newer: { item: string; title: string } | undefined
  asked: AskedDay
  /** How many hours of development renew it; null where none do. */
  hours: number | null
  /** What the form of logged hours said, and what is wrong with it. */
  wish: CpdWish
  faults: CpdFaults
  flash: string | undefined
}): string {
  const { person, entry, newer, asked, hours, wish, faults, flash } = view
  const errors = Object.entries(faults).map(([field, message]) => ({
    field: field === 'on' ? 'cpd-on' : field,
    message,
  }))
  const { fact, answer } = entry
  const last = answer.steps.at(-1)
  return page({
    ...frameOf(person, '/skills'),
    title: `How current is ${fact.title}?`,
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: `${CALENDAR}?on=${asked.day}`, label: 'What runs out, and when' }}
          lead={last && currencySays()[last.code](last.values)}
        >
          <bdi>{fact.title}</bdi>
        </Heading>
        <SummaryList
          rows={[
            { label: 'How it stands', value: <CurrencyBadge currency={answer.value.state} /> },
            { label: 'As of', value: <DateText value={asked.day} /> },
            {
              label: 'Awarded on',
              value:
                fact.awardedOn === null ? (
                  <span class="not-stated">Not stated</span>
                ) : (
                  <DateText value={fact.awardedOn} />
                ),
            },
            { label: 'Says who', value: <bdi>{fact.issuerName}</bdi> },
            ...(newer === undefined
              ? []
              : [
                  {
                    label: 'Replaced by',
                    value: (
                      <a href={`/credentials/${newer.item}`}>
                        <bdi>{newer.title}</bdi>
                      </a>
                    ),
                  },
                ]),
            ...(answer.value.remindOn.length === 0
              ? []
              : [{ label: 'Reminders', value: answer.value.remindOn.map(formatDate).join(', ') }]),
            { label: 'Last checked', value: <DateText value={fact.checkedAt} /> },
          ]}
        />
        {answer.value.state === 'unknown' && fact.status === 'unknown' && (
          <Notice title="It could not be seen whether it still holds">
            <a href={`/credentials/${fact.item}/verdict`}>Check it now</a>
          </Notice>
        )}
        {hours !== null && <Cpd fact={fact} needed={hours} wish={wish} faults={faults} />}
        <Workings
          answer={answer}
          says={currencySays()}
          nameOf={(item) => fact.cpd.find((one) => one.item === item)?.what ?? item}
        />
        <Actions>
          <ButtonLink href={`/credentials/${fact.item}`} variant="secondary">
            See the credential
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}
