import type { LearningStatus } from '#skills'
import {
  Button,
  ButtonLink,
  Confirm,
  DateText,
  Empty,
  ErrorSummary,
  Field,
  Heading,
  type IconName,
  page,
  translated,
} from '#web'
import { type JourneyFaults, type JourneyWish, OFFERED, type StepFaults, type StepWish } from '../../keep-journey.ts'
import type { Journeys, Renewal, ShownJourney, ShownStep } from '../../read-journeys.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { frameWords } from '../frame-words.ts'
import { journeyWords } from './journey-words.tsx'
import { learningStatuses } from './learning-words.ts'
import { Marked } from './marked.tsx'

const HERE = '/skills/journey'

/** A pause looks no worse than the rest. */
const ICONS: Readonly<Record<LearningStatus, IconName>> = {
  Enrolled: 'plus',
  InProgress: 'hourglass',
  OnHold: 'info',
  Provisional: 'hourglass',
  Completed: 'circle-check',
  Failed: 'info',
  Withdrew: 'info',
}

interface JourneyPage extends Journeys {
  person: Person
  flash?: string | undefined
  /** A step that was refused: of which of them, what was written, and what is wrong with it. */
  refused?: { name: string; wish: StepWish; faults: StepFaults }
}

/** What somebody is learning, by its days. */
export const journeyPage = translated((view: JourneyPage): string => {
  const words = journeyWords()
  const { person, journeys, flash, refused } = view
  const add = (
    <ButtonLink href={`${HERE}/new`} icon="plus">
      {words.add}
    </ButtonLink>
  )
  const errors = Object.entries(refused?.faults ?? {}).map(([field, message]) => ({
    field: `${field}-${refused?.name}`,
    message,
  }))
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/skills', label: frameWords().yourSkills }}
          lead={journeys.length === 0 ? undefined : words.lead}
          actions={journeys.length > 0 && add}
        >
          {words.title}
        </Heading>
        {journeys.length === 0 ? (
          <Empty title={words.nothing} icon="hourglass" action={add}>
            {words.howToBegin}
          </Empty>
        ) : (
          <ul class="cards">
            {journeys.map((one) => (
              <li key={one.name ?? `${one.provider} ${one.title}`} id={one.name ?? undefined}>
                <Card one={one} view={view} />
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})

function Card({ one, view }: { one: ShownJourney; view: JourneyPage }) {
  const words = journeyWords()
  const { name, title, provider, journey, achieved, renewals } = one
  return (
    <article class="card flow">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {journey.status !== null && (
        <p>
          <Marked icon={ICONS[journey.status]}>{learningStatuses()[journey.status]}</Marked>
        </p>
      )}
      <p class="soft">
        {provider !== '' && (
          <>
            <bdi>{provider}</bdi>.{' '}
          </>
        )}
        {journey.pausedDays > 0
          ? words.daysAndPaused(journey.learningDays, journey.pausedDays)
          : words.days(journey.learningDays)}
      </p>
      <ol class="lines">
        {journey.steps.map((step) => (
          <Step key={`${step.status} ${step.on} ${step.item}`} step={step} />
        ))}
        {renewals.map((renewal) => (
          <Renewed key={renewal.item} renewal={renewal} />
        ))}
      </ol>
      {achieved !== null && (
        <p>
          {words.whatCame}{' '}
          <a href={`/credentials/${achieved.item}`}>
            <bdi>{achieved.title}</bdi>
          </a>
        </p>
      )}
      {name !== null && <Further one={one} name={name} view={view} />}
    </article>
  )
}

function Step({ step: { status, on, by, item } }: { step: ShownStep }) {
  const words = journeyWords()
  return (
    <li>
      <span class="soft">
        <DateText value={on} />
      </span>
      <Marked icon={ICONS[status]}>{learningStatuses()[status]}</Marked>
      <span class="soft">
        {item === null ? (
          words.youSaySo
        ) : (
          <a href={`/credentials/${item}`}>{words.saysSo(<bdi>{by ?? words.ownCredential}</bdi>)}</a>
        )}
      </span>
    </li>
  )
}

function Renewed({ renewal: { item, title, on } }: { renewal: Renewal }) {
  const words = journeyWords()
  return (
    <li>
      <span class="soft">{on === null ? words.noDay : <DateText value={on} />}</span>
      <Marked icon="refresh-cw">{words.renewed}</Marked>
      <span class="soft">
        <a href={`/credentials/${item}`}>
          <bdi>{title}</bdi>
        </a>
      </span>
    </li>
  )
}

function Further({ one, name, view }: { one: ShownJourney; name: string; view: JourneyPage }) {
  const words = journeyWords()
  const { achieved, today, refused } = view
  const own = refused?.name === name ? refused : undefined
  return (
    <details class="fold" open={own !== undefined}>
      <summary>{words.sayHow}</summary>
      <form class="flow" method="post" action={`${HERE}/${name}/step`} novalidate>
        <Field
          id={`status-${name}`}
          name="status"
          label={words.how}
          width="medium"
          value={own?.wish.status ?? ''}
          error={own?.faults.status}
          options={[
            { value: '', label: words.choose },
            ...OFFERED.map((value) => ({ value, label: learningStatuses()[value] })),
          ]}
        />
        <Field
          id={`on-${name}`}
          name="on"
          label={words.fromDay}
          type="date"
          width="medium"
          value={own?.wish.on ?? today}
          error={own?.faults.on}
        />
        <Field
          id={`credential-${name}`}
          name="credential"
          label={words.came}
          hint={words.cameHint}
          required={false}
          value={own?.wish.credential ?? ''}
          error={own?.faults.credential}
          options={[
            { value: '', label: one.achieved === null ? words.nothingYet : words.asBefore },
            ...achieved.map(({ digest, title }) => ({ value: digest, label: title })),
          ]}
        />
        <Button variant="secondary">{words.save}</Button>
      </form>
      <Confirm
        id={`delete-${name}`}
        trigger={words.deleteIt}
        title={words.deleteTitle(one.title)}
        action={`${HERE}/${name}/delete`}
        confirmLabel={words.delete}
      >
        <p>{words.whatGoes}</p>
      </Confirm>
    </details>
  )
}

interface JourneyForm {
  person: Person
  wish: JourneyWish
  faults: JourneyFaults
}

/** The form of something that somebody learns. */
export const journeyFormPage = translated(({ person, wish, faults }: JourneyForm): string => {
  const words = journeyWords()
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/skills'),
    title: words.add,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: HERE, label: words.title }}>{words.add}</Heading>
        <form class="flow" method="post" action={HERE} novalidate>
          <Field name="title" label={words.whatYouLearn} value={wish.title} error={faults.title} maxLength={200} />
          <Field
            name="provider"
            label={words.where}
            value={wish.provider}
            error={faults.provider}
            maxLength={200}
            required={false}
          />
          <Field
            name="status"
            label={words.how}
            width="medium"
            value={wish.status}
            error={faults.status}
            options={OFFERED.map((value) => ({ value, label: learningStatuses()[value] }))}
          />
          <Field name="on" label={words.fromDay} type="date" width="medium" value={wish.on} error={faults.on} />
          <Button>{words.save}</Button>
        </form>
      </div>
    ),
  })
})
