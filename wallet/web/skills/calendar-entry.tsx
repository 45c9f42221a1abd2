import {
  Actions,
  ButtonLink,
  CurrencyBadge,
  currencySays,
  DateText,
  ErrorSummary,
  formatDate,
  Heading,
  languageUnless,
  Notice,
  page,
  SummaryList,
  translated,
  Workings,
} from '#web'
import type { CpdFaults, CpdWish } from '../../log-cpd.ts'
import type { Person } from '../../records/person.ts'
import type { CalendarEntry } from '../../skills/currency.ts'
import type { AskedDay } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Cpd } from './calendar-cpd.tsx'
import { calendarWords } from './calendar-words.ts'

const CALENDAR = '/skills/calendar'

interface CalendarEntryPage {
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
}

/** Why one of them stands as it does on a day, and when it wants attention. */
export const calendarEntryPage = translated((view: CalendarEntryPage): string => {
  const words = calendarWords()
  const { person, entry, newer, asked, hours, wish, faults, flash } = view
  const errors = Object.entries(faults).map(([field, message]) => ({
    field: field === 'on' ? 'cpd-on' : field,
    message,
  }))
  const { fact, answer } = entry
  const last = answer.steps.at(-1)
  return page({
    ...frameOf(person, '/skills'),
    title: words.howCurrent(fact.title),
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: `${CALENDAR}?on=${asked.day}`, label: words.title }}
          lead={last && currencySays()[last.code](last.values)}
        >
          <bdi>{fact.title}</bdi>
        </Heading>
        <SummaryList
          rows={[
            { label: words.standing, value: <CurrencyBadge currency={answer.value.state} /> },
            { label: words.asOf, value: <DateText value={asked.day} /> },
            {
              label: words.awardedOn,
              value:
                fact.awardedOn === null ? (
                  <span class="not-stated">{words.notStated}</span>
                ) : (
                  <DateText value={fact.awardedOn} />
                ),
            },
            { label: words.saysWho, value: <bdi>{fact.issuerName}</bdi> },
            ...(newer === undefined
              ? []
              : [
                  {
                    label: words.replacedBy,
                    value: (
                      <a href={`/credentials/${newer.item}`}>
                        <bdi>{newer.title}</bdi>
                      </a>
                    ),
                  },
                ]),
            ...(answer.value.remindOn.length === 0
              ? []
              : [{ label: words.reminders, value: answer.value.remindOn.map(formatDate).join(', ') }]),
            { label: words.lastChecked, value: <DateText value={fact.checkedAt} /> },
          ]}
        />
        {answer.value.state === 'unknown' && fact.status === 'unknown' && (
          <Notice title={words.notSeen}>
            <a href={`/credentials/${fact.item}/verdict`}>{words.check}</a>
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
            {words.see}
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}, languageOf)

function languageOf({ faults }: CalendarEntryPage) {
  return languageUnless(Object.keys(faults).length > 0)
}
