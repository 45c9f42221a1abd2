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
  ErrorSummary,
  Field,
  formatDate,
  Heading,
  Icon,
  type IconName,
  page,
  readinessSays,
  readinessStates,
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
export function readinessPage(view: ReadinessPage): string {
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
    title: `Ready for ${target.title}?`,
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/skills/gap', label: 'Choose something else' }}
          lead={
            <span class="marked">
              <Icon name={ICONS[state]} />
              <span>{sentenceOf(view)}</span>
            </span>
          }
          actions={
            <ButtonLink href={`${gapAt(target.id)}?on=${asked.day}`} variant="secondary">
              See all the skills
            </ButtonLink>
          }
        >
          {target.title}: {readinessStates[state]}
        </Heading>
        <AsOf action={here} asked={asked} />
        {inTheWay.length > 0 && <GapTable rows={inTheWay} passport={passport} caption="What stands in the way" />}
        {wanted.length > 0 && <GapTable rows={wanted} passport={passport} caption="Wanted too, and not a must" />}
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
            typeof values.term === 'string' ? <strong>{known.nameOf(values.term)}:</strong> : null
          }
        />
      </div>
    ),
  })
}

/** The answer in one sentence, with its days. */
function sentenceOf({ answer: { value }, asked }: ReadinessPage): string {
  const names = value.inTheWay.map(({ name, state, until }) =>
    state === 'lapsed' && until !== null ? `${name} ran out on ${formatDate(until)}` : name,
  )
  const on = formatDate(asked.day)
  switch (value.state) {
    case 'ready':
      return value.until === null
        ? `On ${on} you have all that is a must, and none of it runs out.`
        : `On ${on} you have all that is a must. It stays so up to ${formatDate(value.until)}.`
    case 'readyAfter':
      return value.after === null
        ? `On ${on} this wants renewing first: ${names.join('; ')}.`
        : `You are ready after ${formatDate(value.after)}, when what you booked is done: ${names.join('; ')}.`
    case 'notReady':
      return `On ${on} this stands in the way: ${names.join('; ')}.`
    default:
      return `On ${on} it could not be told. Nothing is known to be missing, and of this nothing can be said: ${names.join('; ')}.`
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
  const rows = answer.value.inTheWay
  const nameOf = (term: string) => rows.find((row) => row.term === term)?.name ?? term
  return (
    <section class="flow" aria-labelledby="booked">
      <h2 id="booked">Is anything booked?</h2>
      {booked.length > 0 && (
        <ul>
          {booked.map(({ term, on }) => (
            <li key={`${term}${on}`}>
              {nameOf(term)}: {formatDate(on)}
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
          label="What"
          width="medium"
          options={rows.map(({ term, name }) => ({ value: term, label: name }))}
          either
        />
        <Field name="day" label="Done on" type="date" width="medium" min={asked.day} error={bookingFault} either />
        <Button variant="secondary">Count on it</Button>
      </form>
      {booked.length > 0 && (
        <p>
          <a href={`${here}?on=${asked.day}`}>Without what is booked</a>
        </p>
      )}
      <p class="soft">This is only to see what would be. Nothing is booked here, and nothing is kept.</p>
    </section>
  )
}
