import type {
  Answer,
  Booking,
  NextStepCode,
  NextSteps,
  Readiness,
  ReadinessCode,
  ReadinessValue,
  Target,
} from '#skills'
import {
  Button,
  ButtonLink,
  EnglishText,
  ErrorSummary,
  englishIn,
  Field,
  formatDate,
  Heading,
  Icon,
  type IconName,
  language,
  languageUnless,
  page,
  readinessSays,
  stateWords,
  translated,
  Workings,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { StepWish } from '../../skills/next.ts'
import type { AskedDay, ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { AsOf, GapTable } from './gap.tsx'
import { gapAt } from './gap-at.ts'
import { Next } from './gap-next.tsx'
import { itemNames } from './item-name.tsx'
import { readinessPageWords } from './readiness-page-words.ts'

const ICONS: Readonly<Record<Readiness, IconName>> = {
  ready: 'circle-check',
  readyAfter: 'refresh-cw',
  notReady: 'circle-minus',
  unknown: 'circle-question-mark',
}

interface ReadinessPage {
  person: Person
  passport: ReadPassport
  target: Target
  answer: Answer<ReadinessValue, ReadinessCode>
  booked: readonly Booking[]
  next: Answer<NextSteps, NextStepCode>
  wish: StepWish
  asked: AskedDay
  /** What is wrong with a day that was to be noted as booked. */
  bookingFault: string | undefined
}

/** Whether somebody is ready for a role on a day, what stands in the way, and what is booked for it. */
export const readinessPage = translated((view: ReadinessPage): string => {
  const words = readinessPageWords()
  const { person, passport, target, answer, booked, next, wish, asked, bookingFault } = view
  const { known } = passport
  const { state, inTheWay, wanted } = answer.value
  const here = `/skills/readiness/${encodeURIComponent(target.id)}`
  const kept = [['on', asked.day] as const, ...booked.map((one) => ['booked', `${one.term}@${one.on}`] as const)]
  const errors = [
    ...(asked.fault === undefined ? [] : [{ field: 'on', message: asked.fault }]),
    ...(bookingFault === undefined ? [] : [{ field: 'day', message: bookingFault }]),
  ]
  return page({
    ...frameOf(person, '/skills'),
    title: words.title(target.title),
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/skills/gap', label: words.chooseElse }}
          lead={
            <span class="marked">
              <Icon name={ICONS[state]} />
              <span>{sentenceOf(view)}</span>
            </span>
          }
          actions={
            <ButtonLink href={`${gapAt(target.id)}?on=${asked.day}`} variant="secondary">
              {words.seeAll}
            </ButtonLink>
          }
        >
          <EnglishText>{target.title}</EnglishText>: {stateWords().readinessStates[state]}
        </Heading>
        <AsOf action={here} asked={asked} />
        {inTheWay.length > 0 && <GapTable rows={inTheWay} passport={passport} caption={words.inTheWay} />}
        {wanted.length > 0 && <GapTable rows={wanted} passport={passport} caption={words.wanted} />}
        {inTheWay.length > 0 && <Book view={view} here={here} kept={kept} />}
        <Beside passport={passport} />
        {inTheWay.length + wanted.length > 0 && (
          <Next answer={next} wish={wish} passport={passport} action={here} kept={kept} />
        )}
        <Workings
          answer={answer}
          says={readinessSays(known.nameOf)}
          nameOf={itemNames(passport)}
          about={({ values }) =>
            typeof values.term === 'string' ? (
              <strong>
                <EnglishText>{known.nameOf(values.term)}</EnglishText>:
              </strong>
            ) : null
          }
        />
      </div>
    ),
  })
}, languageOf)

function languageOf({ asked, bookingFault }: ReadinessPage) {
  return languageUnless(asked.fault !== undefined || bookingFault !== undefined)
}

/** The answer in one sentence, with its days. */
function sentenceOf({ answer: { value }, asked }: ReadinessPage): string {
  const words = readinessPageWords()
  const names = value.inTheWay
    .map(({ name, state, until }) => (state === 'lapsed' && until !== null ? words.ranOut(name, until) : name))
    .join('; ')
  const { day } = asked
  switch (value.state) {
    case 'ready':
      return value.until === null ? words.forGood(day) : words.upTo(day, value.until)
    case 'readyAfter':
      return value.after === null ? words.renewFirst(day, names) : words.afterBooked(value.after, names)
    case 'notReady':
      return words.stands(day, names)
    default:
      return words.untold(day, names)
  }
}

function Book({
  view: { answer, booked, asked, bookingFault },
  here,
  kept,
}: {
  view: ReadinessPage
  here: string
  kept: readonly (readonly [string, string])[]
}) {
  const words = readinessPageWords()
  const rows = answer.value.inTheWay
  const nameOf = (term: string) => rows.find((row) => row.term === term)?.name ?? term
  return (
    <section class="flow" aria-labelledby="booked">
      <h2 id="booked">{words.booked}</h2>
      {booked.length > 0 && (
        <ul>
          {booked.map(({ term, on }) => (
            <li key={`${term}${on}`}>
              <EnglishText>{nameOf(term)}</EnglishText>: {formatDate(on)}
            </li>
          ))}
        </ul>
      )}
      <form class="ask" method="get" action={here}>
        {kept.map(([name, value], index) => (
          <input key={`${name}${index}`} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="term"
          label={words.what}
          width="medium"
          options={rows.map(({ term, name }) => ({ value: term, label: name, lang: englishIn(language()) }))}
          either
        />
        <Field name="day" label={words.doneOn} type="date" width="medium" min={asked.day} error={bookingFault} either />
        <Button variant="secondary">{words.count}</Button>
      </form>
      {booked.length > 0 && (
        <p>
          <a href={`${here}?on=${asked.day}`}>{words.without}</a>
        </p>
      )}
      <p class="soft">{words.onlyToSee}</p>
    </section>
  )
}
