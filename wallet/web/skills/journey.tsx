import type { LearningStatus } from '#skills'
import {
  Button,
  ButtonLink,
  Confirm,
  count,
  DateText,
  Empty,
  ErrorSummary,
  Field,
  Heading,
  type IconName,
  page,
} from '#web'
import { type JourneyFaults, type JourneyWish, OFFERED, type StepFaults, type StepWish } from '../../keep-journey.ts'
import type { Journeys, Renewal, ShownJourney, ShownStep } from '../../read-journeys.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { Unreadable } from '../unreadable.tsx'
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
export function journeyPage(view: JourneyPage): string {
  const { person, journeys, unreadable, flash, refused } = view
  const add = (
    <ButtonLink href={`${HERE}/new`} icon="plus">
      Add something you learn
    </ButtonLink>
  )
  const errors = Object.entries(refused?.faults ?? {}).map(([field, message]) => ({
    field: `${field}-${refused?.name}`,
    message,
  }))
  return page({
    ...frameOf(person, '/skills'),
    title: 'What you are learning',
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={
            journeys.length === 0
              ? undefined
              : 'You can pause whenever you need to. A pause takes nothing away from what you have shown.'
          }
          actions={journeys.length > 0 && add}
        >
          What you are learning
        </Heading>
        <Unreadable many={unreadable} />
        {journeys.length === 0 ? (
          <Empty title="Nothing yet" icon="hourglass" action={add}>
            Write down a course that you began, or one that you paused. You can go on with it whenever you like.
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
}

function Card({ one, view }: { one: ShownJourney; view: JourneyPage }) {
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
        {count(journey.learningDays, 'day')} of learning
        {journey.pausedDays > 0 && `, and ${count(journey.pausedDays, 'day')} paused, which do not count`}.
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
          What came of it:{' '}
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
  return (
    <li>
      <span class="soft">
        <DateText value={on} />
      </span>
      <Marked icon={ICONS[status]}>{learningStatuses()[status]}</Marked>
      <span class="soft">
        {item === null ? (
          'You say so'
        ) : (
          <a href={`/credentials/${item}`}>
            <bdi>{by ?? 'Your own credential'}</bdi> says so
          </a>
        )}
      </span>
    </li>
  )
}

function Renewed({ renewal: { item, title, on } }: { renewal: Renewal }) {
  return (
    <li>
      <span class="soft">{on === null ? 'No day' : <DateText value={on} />}</span>
      <Marked icon="refresh-cw">Renewed</Marked>
      <span class="soft">
        <a href={`/credentials/${item}`}>
          <bdi>{title}</bdi>
        </a>
      </span>
    </li>
  )
}

function Further({ one, name, view }: { one: ShownJourney; name: string; view: JourneyPage }) {
  const { achieved, today, refused } = view
  const own = refused?.name === name ? refused : undefined
  return (
    <details class="fold" open={own !== undefined}>
      <summary>Say how it stands now</summary>
      <form class="flow" method="post" action={`${HERE}/${name}/step`} novalidate>
        <Field
          id={`status-${name}`}
          name="status"
          label="How it stands"
          width="medium"
          value={own?.wish.status ?? ''}
          error={own?.faults.status}
          options={[
            { value: '', label: 'Choose' },
            ...OFFERED.map((value) => ({ value, label: learningStatuses()[value] })),
          ]}
        />
        <Field
          id={`on-${name}`}
          name="on"
          label="From which day"
          type="date"
          width="medium"
          value={own?.wish.on ?? today}
          error={own?.faults.on}
        />
        <Field
          id={`credential-${name}`}
          name="credential"
          label="What came of it"
          hint="If a credential in your passport did"
          required={false}
          value={own?.wish.credential ?? ''}
          error={own?.faults.credential}
          options={[
            { value: '', label: one.achieved === null ? 'Nothing yet' : 'As before' },
            ...achieved.map(({ digest, title }) => ({ value: digest, label: title })),
          ]}
        />
        <Button variant="secondary">Save</Button>
      </form>
      <Confirm
        id={`delete-${name}`}
        trigger="Delete it"
        title={`Delete “${one.title}”?`}
        action={`${HERE}/${name}/delete`}
        confirmLabel="Delete"
      >
        <p>What you wrote down of it goes. Credentials stay.</p>
      </Confirm>
    </details>
  )
}

/** The form of something that somebody learns. */
export function journeyFormPage({
  person,
  wish,
  faults,
}: {
  person: Person
  wish: JourneyWish
  faults: JourneyFaults
}): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/skills'),
    title: 'Add something you learn',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: HERE, label: 'What you are learning' }}>Add something you learn</Heading>
        <form class="flow" method="post" action={HERE} novalidate>
          <Field name="title" label="What you learn" value={wish.title} error={faults.title} maxLength={200} />
          <Field
            name="provider"
            label="Where, or with whom"
            value={wish.provider}
            error={faults.provider}
            maxLength={200}
            required={false}
          />
          <Field
            name="status"
            label="How it stands"
            width="medium"
            value={wish.status}
            error={faults.status}
            options={OFFERED.map((value) => ({ value, label: learningStatuses()[value] }))}
          />
          <Field name="on" label="From which day" type="date" width="medium" value={wish.on} error={faults.on} />
          <Button>Save</Button>
        </form>
      </div>
    ),
  })
}
